import { createHash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { Low, type Adapter } from 'lowdb';
import { z } from 'zod';
import { fail } from '../failure';
import type { Files } from './files';

/** How a state file came to its data. `damaged` means that it now lies in quarantine. */
export type StateSource = 'file' | 'missing' | 'damaged';

type Upgrade = (old: Record<string, unknown>) => Record<string, unknown>;

const Envelope = z.strictObject({ version: z.int().min(1), sha256: z.string(), data: z.record(z.string(), z.unknown()) });

const digest = (json: string): string => createHash('sha256').update(json).digest('hex');

const nameAside = (path: string, mark: string): string => `${basename(dirname(path))}-${basename(path)}-${mark}`;

/** Moves a file aside, byte for byte, so that nothing overwrites it. */
export async function quarantine(files: Files, path: string, folder: string, now: number): Promise<void> {
  await files.makeFolder(folder);
  const place = join(folder, nameAside(path, new Date(now).toISOString().replaceAll(':', '-')));
  for (let count = 1; ; count += 1) {
    const free = count === 1 ? place : `${place}-${count}`;
    if (!(await files.look(free))) return files.move(path, free);
  }
}

/** Keeps a copy, once, of a damaged file that is still of use where it is: a log is good up to its damage. */
export async function quarantineCopy(files: Files, path: string, folder: string): Promise<void> {
  const bytes = await files.read(path);
  if (!bytes) return;
  const copy = join(folder, nameAside(path, createHash('sha256').update(bytes).digest('hex').slice(0, 12)));
  await files.makeFolder(folder);
  if (!(await files.look(copy))) await files.replace(copy, bytes);
}

/**
 * A lowdb database whose file is replaced whole and durably, and is checked by checksum and schema when read.
 * `upgrades[0]` lifts version 1 to 2 and so on; the present version is `upgrades.length + 1`. A newer file is left as it
 * is (`library-newer`); a damaged one goes to quarantine and `source` says so: what it held is rebuilt from the log.
 */
export async function openStateFile<T extends object>(options: {
  readonly files: Files;
  readonly path: string;
  readonly schema: z.ZodType<T>;
  readonly upgrades: readonly Upgrade[];
  readonly initial: T;
  readonly quarantineFolder: string;
  readonly now: () => number;
  readonly readOnly: boolean;
}): Promise<{ db: Low<T>; source: StateSource }> {
  const { files, path, schema, upgrades } = options;
  const version = upgrades.length + 1;
  let source: StateSource = 'missing';

  function parse(bytes: Uint8Array): T | undefined {
    const envelope = Envelope.safeParse(parseJson(bytes));
    if (!envelope.success) return undefined;
    const { version: found, sha256, data } = envelope.data;
    if (found > version) fail({ code: 'library-newer', file: basename(path), found, supported: version });
    if (digest(JSON.stringify(data)) !== sha256) return undefined;
    const lifted = upgrades.slice(found - 1).reduce((old, upgrade) => upgrade(old), data);
    const read = schema.safeParse(lifted);
    return read.success ? read.data : undefined;
  }

  const adapter: Adapter<T> = {
    async read() {
      const bytes = await files.read(path);
      if (!bytes) return null;
      const data = parse(bytes);
      source = data ? 'file' : 'damaged';
      if (!data && !options.readOnly) await quarantine(files, path, options.quarantineFolder, options.now());
      return data ?? null;
    },
    async write(data) {
      const json = JSON.stringify(data);
      await files.replace(path, new TextEncoder().encode(`{"version":${version},"sha256":"${digest(json)}","data":${json}}\n`));
    },
  };
  const db = new Low<T>(adapter, options.initial);
  await db.read();
  return { db, source };
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined; // not JSON is one way of being damaged
  }
}
