import { join } from 'node:path';
import * as Y from 'yjs';
import { textLines, type DocumentNode } from '../../src-shared/text/document';
import { countWords } from '../../src-shared/domain/word-count';
import type { Files } from '../files/files';
import { createPace } from './pace';
import { quarantine } from '../files/state-file';
import { textOf, toDocument } from './text-document';
import { readTextFile, writeTextFile } from './text-file';

/** How much a text holds. */
export type TextCount = { readonly words: number; readonly characters: number };

/** The texts of one book: the files of the last checkpoint, and what the log has added since. */
export type TextStore = ReturnType<typeof createTextStore>;

/**
 * Reads and caches texts. `saved` names the texts that have a file, with their counts; `readHistory` reads every update
 * of a text from the logs, for a file that is missing or damaged.
 */
export function createTextStore(deps: {
  readonly files: Files;
  readonly folder: string;
  readonly quarantineFolder: string;
  readonly language: () => string;
  readonly saved: ReadonlyMap<string, TextCount>;
  readonly readHistory: (textId: string) => Promise<readonly Uint8Array[]>;
  readonly now: () => number;
  readonly readOnly: boolean;
  readonly onDamaged: (textId: string) => void;
}) {
  const { files } = deps;
  const counts = new Map(deps.saved);
  const hasFile = new Set(deps.saved.keys());
  /** Updates since the text's file was written. */
  const pending = new Map<string, Uint8Array[]>();
  let pendingBytes = 0;
  /** Damaged texts that are being read again. */
  const mending = new Map<string, Promise<void>>();
  /** Lines of texts that were read for a search; forgotten when the text changes. */
  const lines = new Map<string, readonly string[]>();
  const pathOf = (textId: string): string => join(deps.folder, textId);

  async function base(textId: string): Promise<readonly Uint8Array[]> {
    if (!hasFile.has(textId)) return [];
    const found = await readTextFile(files, pathOf(textId));
    if (typeof found !== 'string') return [found];
    const mends = mending.get(textId) ?? mend(textId, found);
    mending.set(textId, mends);
    await mends.finally(() => mending.delete(textId));
    return [];
  }

  /** Reads a text from the logs again. Until the next checkpoint writes its file, all of it counts as just added. */
  async function mend(textId: string, found: 'missing' | 'damaged'): Promise<void> {
    if (found === 'damaged' && !deps.readOnly) await quarantine(files, pathOf(textId), deps.quarantineFolder, deps.now());
    const history = await deps.readHistory(textId);
    setPending(textId, [...history, ...(pending.get(textId) ?? [])]);
    hasFile.delete(textId);
    deps.onDamaged(textId);
  }

  function setPending(textId: string, updates: Uint8Array[]): void {
    pendingBytes -= (pending.get(textId) ?? []).reduce((sum, update) => sum + update.byteLength, 0);
    pendingBytes += updates.reduce((sum, update) => sum + update.byteLength, 0);
    if (updates.length > 0) pending.set(textId, updates);
    else pending.delete(textId);
  }

  async function load(textId: string): Promise<Y.Doc> {
    const before = await base(textId);
    return textOf([...before, ...(pending.get(textId) ?? [])]);
  }

  async function use<T>(textId: string, work: (text: Y.Doc) => T): Promise<T> {
    const text = await load(textId);
    try {
      return work(text);
    } finally {
      text.destroy();
    }
  }

  async function measure(document: DocumentNode): Promise<TextCount> {
    const pace = createPace();
    let [words, characters] = [0, 0];
    for (const line of textLines(document)) {
      words += countWords(line, deps.language());
      characters += line.length;
      await pace();
    }
    return { words, characters };
  }

  return {
    /** Takes a durable update in. */
    add(textId: string, update: Uint8Array): void {
      const updates = pending.get(textId) ?? [];
      updates.push(update);
      pending.set(textId, updates);
      pendingBytes += update.byteLength;
      lines.delete(textId);
    },
    /** Lends the text as a Yjs document for the length of `work`. */
    use,
    /** The whole text as one update. */
    async read(textId: string): Promise<Uint8Array> {
      const before = await base(textId);
      const first = before[0];
      if (before.length === 1 && first && !pending.has(textId)) return first;
      return use(textId, (text) => Y.encodeStateAsUpdate(text));
    },
    document: (textId: string): Promise<DocumentNode> => use(textId, toDocument),
    /** The text's lines, kept until it changes. */
    async lines(textId: string): Promise<readonly string[]> {
      const known = lines.get(textId);
      if (known) return known;
      const updates = pending.get(textId)?.length;
      const read = textLines(await use(textId, toDocument));
      // Words that came while the file was being read are not in what was read.
      if (pending.get(textId)?.length === updates) lines.set(textId, read);
      return read;
    },
    count: (textId: string): TextCount => counts.get(textId) ?? { words: 0, characters: 0 },
    /** Notes the words that the editor counted, until the text itself is next read. */
    noteWords(textId: string, words: number): void {
      counts.set(textId, { words, characters: counts.get(textId)?.characters ?? words * 6 });
    },
    /** Counts a text again from its contents. */
    async recount(textId: string): Promise<void> {
      counts.set(textId, await measure(await use(textId, toDocument)));
    },
    /** Whether the text holds more than its file. */
    isAheadOfFile: (textId: string): boolean => pending.has(textId),
    pendingBytes: (): number => pendingBytes,
    /**
     * Writes the files of all changed texts. What comes in meanwhile stays pending. Answers the counts to keep beside
     * them; `confirm` is called once the state file that names them is on disk.
     */
    async flush(): Promise<{ counts: ReadonlyMap<string, TextCount>; confirm: () => void }> {
      const written: { textId: string; taken: number }[] = [];
      for (const [textId, updates] of [...pending]) {
        const taken = updates.length;
        const { update, document } = await use(textId, (text) => ({ update: Y.encodeStateAsUpdate(text), document: toDocument(text) }));
        await writeTextFile(files, pathOf(textId), update);
        counts.set(textId, await measure(document));
        written.push({ textId, taken });
      }
      const known = new Set([...hasFile, ...written.map(({ textId }) => textId)]);
      return {
        counts: new Map([...counts].filter(([textId]) => known.has(textId))),
        confirm: () => {
          for (const { textId, taken } of written) {
            setPending(textId, (pending.get(textId) ?? []).slice(taken));
            hasFile.add(textId);
          }
        },
      };
    },
  };
}
