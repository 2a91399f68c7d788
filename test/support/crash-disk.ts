import { dirname } from 'node:path';
import type { Disk } from '../../src-main/files/disk';

/** A file or folder. `synced` is what of a file is sure to be on disk; a folder's `durable` names are. */
type Inode = {
  readonly number: number;
  readonly isFolder: boolean;
  data: Buffer;
  synced: Buffer;
  version: number;
  readonly names: Map<string, Inode>;
  readonly durable: Map<string, Inode>;
};

/** One name in one folder that an operation made (`node`) or took away. */
type Part = { readonly folder: Inode; readonly name: string; readonly node: Inode | undefined };

/** A change of folders that is not on disk yet. All of its parts come to be, or none, until a sync forces some. */
type FolderChange = { parts: readonly Part[] };

/** How a crash can leave what was written and not synced. */
const dataModes = ['full', 'empty', 'half', 'zeros'] as const;
type DataMode = (typeof dataModes)[number];

/** A disk as a crash left it: every path with its bytes, folders with none. */
export type Image = ReadonlyMap<string, { readonly bytes: Buffer | undefined; readonly number: number; readonly version: number }>;

const empty = Buffer.alloc(0);

function failure(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code });
}

function afterCrash(node: Inode, mode: DataMode): Buffer {
  const { data, synced } = node;
  if (mode === 'full' || data === synced) return data;
  const kept = data.subarray(0, synced.length).equals(synced) ? synced : empty;
  const rest = data.subarray(kept.length);
  if (mode === 'empty') return kept;
  if (mode === 'half') return Buffer.concat([kept, rest.subarray(0, rest.length >> 1)]);
  return Buffer.concat([kept, Buffer.alloc(rest.length)]);
}

/**
 * A disk in memory that knows what a crash would leave. `onBoundary` runs after each operation that changes anything;
 * {@link CrashDisk.images} then gives every state in which a power cut at that moment could leave the disk.
 */
export function createCrashDisk(image?: Image) {
  let nextNumber = 1;
  let pending: FolderChange[] = [];
  const boundary: { hook: () => Promise<void> } = { hook: async () => undefined };
  const makeNode = (isFolder: boolean, data = empty): Inode => ({
    number: nextNumber++, isFolder, data, synced: empty, version: 1, names: new Map(), durable: new Map(),
  });
  const root = makeNode(true);

  function find(path: string): Inode | undefined {
    let at: Inode | undefined = root;
    for (const name of path.split('/').filter((part) => part !== '')) at = at?.names.get(name);
    return at;
  }

  function need(path: string): Inode {
    return find(path) ?? (() => { throw failure('ENOENT', path); })();
  }

  function split(path: string): { folder: Inode; name: string } {
    const folder = need(dirname(path));
    return { folder, name: path.slice(path.lastIndexOf('/') + 1) };
  }

  function change(parts: readonly Part[]): void {
    for (const { folder, name, node } of parts) {
      if (node) folder.names.set(name, node);
      else folder.names.delete(name);
    }
    pending.push({ parts });
  }

  function syncNames(folder: Inode): void {
    for (const each of pending) {
      for (const part of each.parts) if (part.folder === folder) settlePart(part, (at) => at.durable);
      each.parts = each.parts.filter((part) => part.folder !== folder);
    }
    pending = pending.filter(({ parts }) => parts.length > 0);
  }

  function settlePart({ folder, name, node }: Part, namesOf: (folder: Inode) => Map<string, Inode>): void {
    if (node) namesOf(folder).set(name, node);
    else namesOf(folder).delete(name);
  }

  /** Writes the state of the disk with some of the pending changes, and each unsynced file in its mode. */
  function imageOf(isDone: (index: number) => boolean, modeOf: (node: Inode) => DataMode): Image {
    const views = new Map<Inode, Map<string, Inode>>();
    const viewOf = (folder: Inode): Map<string, Inode> => {
      const view = views.get(folder) ?? new Map(folder.durable);
      views.set(folder, view);
      return view;
    };
    pending.forEach(({ parts }, index) => {
      if (isDone(index)) for (const part of parts) settlePart(part, viewOf);
    });
    const found = new Map<string, { bytes: Buffer | undefined; number: number; version: number }>();
    const walk = (folder: Inode, path: string): void => {
      for (const [name, node] of viewOf(folder)) {
        const { number, version } = node;
        found.set(`${path}/${name}`, { bytes: node.isFolder ? undefined : afterCrash(node, modeOf(node)), number, version });
        if (node.isFolder) walk(node, `${path}/${name}`);
      }
    };
    walk(root, '');
    return found;
  }

  function unsynced(): Inode[] {
    const nodes = new Set<Inode>();
    const walk = (folder: Inode): void => {
      for (const node of [...folder.names.values(), ...folder.durable.values()]) {
        if (node.isFolder) walk(node);
        else if (node.data !== node.synced) nodes.add(node);
      }
    };
    walk(root);
    for (const { parts } of pending) for (const { node } of parts) if (node && !node.isFolder && node.data !== node.synced) nodes.add(node);
    return [...nodes];
  }

  const disk: Disk = {
    async read(path) {
      const node = find(path);
      if (node?.isFolder) throw failure('EISDIR', path);
      return node && Buffer.from(node.data);
    },
    list: async (folder) => [...(find(folder)?.names.keys() ?? [])].sort(),
    async look(path) {
      const node = find(path);
      if (!node) return undefined;
      const identity = node.isFolder ? `${node.number}` : `${node.number}-${node.version}`;
      return { isFolder: node.isFolder, bytes: node.data.length, identity };
    },
    async makeFolder(path) {
      if (find(path)) return;
      const { folder, name } = split(path);
      change([{ folder, name, node: makeNode(true) }]);
      await boundary.hook();
    },
    async createOnce(path, bytes) {
      if (find(path)) return false;
      await disk.write(path, bytes);
      return true;
    },
    async write(path, bytes) {
      const known = find(path);
      if (known) {
        known.data = Buffer.from(bytes);
        known.version += 1;
      } else {
        const { folder, name } = split(path);
        change([{ folder, name, node: makeNode(false, Buffer.from(bytes)) }]);
      }
      await boundary.hook();
    },
    async openAppend(path) {
      if (!find(path)) await disk.write(path, empty);
      const node = need(path);
      return {
        async write(bytes) {
          node.data = Buffer.concat([node.data, bytes]);
          node.version += 1;
          await boundary.hook();
        },
        async sync() {
          node.synced = node.data;
          await boundary.hook();
        },
        close: async () => undefined,
      };
    },
    async rename(from, to) {
      const node = need(from);
      const [source, target] = [split(from), split(to)];
      change([{ ...target, node }, { ...source, node: undefined }]);
      await boundary.hook();
    },
    async remove(path) {
      if (!find(path)) return;
      change([{ ...split(path), node: undefined }]);
      await boundary.hook();
    },
    async syncFile(path) {
      const node = need(path);
      node.synced = node.data;
      await boundary.hook();
    },
    async syncFolder(path) {
      syncNames(need(path));
      await boundary.hook();
    },
  };

  if (image) {
    for (const [path, { bytes, number, version }] of image) {
      const { folder, name } = split(path);
      const node: Inode = { ...makeNode(bytes === undefined), number, version, data: bytes ?? empty, synced: bytes ?? empty };
      nextNumber = Math.max(nextNumber, number + 1);
      folder.names.set(name, node);
      folder.durable.set(name, node);
    }
  }

  return {
    disk,
    /** Runs after each operation that changes anything. */
    onBoundary(hook: () => Promise<void>): void {
      boundary.hook = hook;
    },
    /** The disk as it is, everything written counted as synced. */
    whole: (): Image => imageOf(() => true, () => 'full'),
    /** Every state in which a crash now can leave the disk. Of very many, as many as `most`, spread evenly. */
    *images(most = 256): Generator<Image> {
      const files = unsynced();
      const subsets = 2 ** Math.min(pending.length, 10);
      const count = subsets * dataModes.length ** Math.min(files.length, 4);
      const stride = Math.max(1, Math.floor(count / most));
      for (let index = 0; index < count; index += stride) {
        const mask = index % subsets;
        const modes = Math.floor(index / subsets);
        const modeOf = (node: Inode): DataMode => {
          const place = files.indexOf(node);
          return place < 0 ? 'full' : (dataModes[Math.floor(modes / dataModes.length ** Math.min(place, 3)) % dataModes.length] ?? 'full');
        };
        yield imageOf((place) => (mask >> Math.min(place, 9)) % 2 === 1, modeOf);
      }
    },
  };
}

export type CrashDisk = ReturnType<typeof createCrashDisk>;

/** An image without the locks of the process that crashed: nobody else can tell it from a living one in a test. */
export function withoutLocks(image: Image): Image {
  return new Map([...image].filter(([path]) => !path.includes('.lock')));
}
