import { hasText, NodeKind } from '../../src-shared/domain/outline';
import { fail } from '../failure';
import { createClock, type Clock } from './clock';
import { type Json, type Operation } from './entry';
import { traceLineage, type Lineage } from './lineage';
import type { ChainedEntry, LogEnd, LogWriter } from './log';
import { createPace } from './pace';
import type { Collection, FieldsOf } from './records';
import type { BookState } from './state';
import type { TextStore } from './text-store';
import { createUndoStack, type UndoStack } from './undo-stack';

type SetOperation = Extract<Operation, { op: 'set' }>;
type TextOperation = Extract<Operation, { op: 'text' }>;

/** What one transaction collects before it is written. */
export type Transaction = {
  /** Sets fields of a record, making it when it is missing. */
  readonly set: <C extends Collection>(collection: C, id: string, fields: FieldsOf<C>) => void;
  /** Adds a Yjs update to a text. */
  readonly text: (textId: string, update: Uint8Array) => void;
};

/** What changed, for those who show it. `remote` texts changed outside the editor that shows them. */
export type BookChange = {
  readonly bookId: string;
  readonly collections: ReadonlySet<string>;
  readonly texts: readonly { readonly textId: string; readonly update: Uint8Array }[];
  readonly cause: 'editor' | 'service';
};

/** How a transaction is remembered for undo: not at all, or under its label. */
type ChangeOptions = { readonly undoable?: boolean; readonly cause?: BookChange['cause'] };

/** One open book: its records, its texts, and the one way to change them. */
export type Book = {
  readonly id: string;
  /** Whose log this book is written to here. */
  readonly device: string;
  readonly state: BookState;
  readonly texts: TextStore;
  readonly lineage: () => Lineage;
  /** The live text of a chapter; `not-found` when there is none. */
  readonly liveText: (chapterId: string) => string;
  /**
   * Runs `build` alone, then writes what it collected as one transaction. Resolves when it is on disk; when writing
   * fails nothing has changed. A transaction without a change writes nothing.
   */
  readonly change: <T>(label: string, build: (tx: Transaction) => T | Promise<T>, options?: ChangeOptions) => Promise<T>;
  /** Takes the last undoable transaction back, or does it again; `nothing-to-undo` when there is none. */
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
  readonly undoState: UndoStack['view'];
  /** Takes entries of other devices in: the adoption is one transaction of ours, and the commit of the merge. */
  readonly adopt: (entries: readonly ChainedEntry[], upTo: Readonly<Record<string, number>>) => Promise<void>;
  /** Runs work between transactions. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
  readonly adopted: () => Readonly<Record<string, number>>;
  readonly logEnd: () => LogEnd;
  readonly lastStamp: () => string;
};

/**
 * What takes the making of a record back. Texts stay known, because another device may have typed into them: the move
 * that made them no longer counts, or their chapter is in the trash.
 */
function unmade({ in: collection, fields }: SetOperation, now: number): Record<string, Json> | undefined {
  if (collection === 'texts') return undefined;
  if (collection === 'moves') return { takenBack: true };
  const kind = NodeKind.safeParse(fields['kind']);
  const isChapter = collection === 'nodes' && kind.success && hasText(kind.data);
  return isChapter ? { takenBack: true, trashedAt: new Date(now).toISOString() } : { gone: true };
}

/** What does a step again. A move keeps the place in the order of moves that it had when it was made. */
function redoOf(sets: readonly SetOperation[], isNew: ReadonlySet<string>): SetOperation[] {
  return sets.map((set) => {
    if (!isNew.has(set.id)) return set;
    if (set.in === 'moves') return { ...set, fields: { takenBack: false } };
    return { ...set, fields: { ...set.fields, gone: false, ...(set.in === 'nodes' ? { takenBack: false } : {}) } };
  });
}

/** Joins a book's parts. Everything that changes it goes through one queue. */
export function createBook(parts: {
  readonly id: string;
  readonly device: string;
  readonly now: () => number;
  readonly state: BookState;
  readonly texts: TextStore;
  /** `undefined` for a library that is open for reading only. */
  readonly log: LogWriter | undefined;
  readonly end: LogEnd;
  readonly adopted: Readonly<Record<string, number>>;
  /** Adopted entries that no entry of ours has named yet: the next transaction does. */
  readonly unnamed: boolean;
  readonly lastStamp: string;
  readonly onChange: (change: BookChange) => void;
  /** Hears of operations that can leave words without a place or give them one back: undone moves, another device's. */
  readonly onDoubt: (ops: readonly Operation[]) => void;
}): Book {
  const { id, state, texts, log } = parts;
  const clock: Clock = createClock({ now: parts.now, device: parts.device });
  if (parts.lastStamp !== '') clock.see(parts.lastStamp);
  const undoStack = createUndoStack();
  let adopted = parts.adopted;
  let mustNameAdopted = parts.unnamed;
  let lineage: Lineage | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  /** Updates as they were given: a manuscript is megabytes, which need not be decoded again. */
  const given = new WeakMap<TextOperation, Uint8Array>();

  const bytesOf = (operation: TextOperation): Uint8Array => given.get(operation) ?? Buffer.from(operation.update, 'base64');

  function alone<T>(work: () => Promise<T>): Promise<T> {
    const done = queue.then(work);
    queue = done.catch(() => undefined); // the caller gets the failure; the next in line must still run
    return done;
  }

  function apply(ops: readonly Operation[], at: string): void {
    for (const operation of ops) {
      if (operation.op === 'set') {
        state.apply(operation, at);
        if (operation.in === 'moves' || operation.in === 'texts') lineage = undefined;
      }
      if (operation.op === 'text') texts.add(operation.id, bytesOf(operation));
    }
  }

  async function write(label: string, ops: Operation[]): Promise<void> {
    if (!log) fail({ code: 'read-only' });
    const lined = ops.map((operation) => (operation.op === 'set' ? state.onLine(operation, parts.device) : operation));
    const named: Operation[] = mustNameAdopted ? [{ op: 'adopt', upTo: { ...adopted } }, ...lined] : lined;
    const { entry } = await log.append({ at: clock.tick(), label, ops: named });
    mustNameAdopted = false;
    apply(entry.ops, entry.at);
  }

  function announce(ops: readonly Operation[], cause: BookChange['cause']): void {
    parts.onChange({
      bookId: id,
      collections: new Set(ops.flatMap((operation) => (operation.op === 'set' ? [operation.in] : []))),
      texts: ops.flatMap((operation) =>
        operation.op === 'text' ? [{ textId: operation.id, update: bytesOf(operation) }] : [],
      ),
      cause,
    });
  }

  function inverseOf(ops: readonly SetOperation[]): SetOperation[] {
    return ops.flatMap((operation): SetOperation[] => {
      const isNew = !state.has(operation.in, operation.id);
      const before = (field: string): Json => state.raw(operation.in, operation.id, field) ?? null;
      // A field that was never set goes back to null, which its schema reads as the default.
      const present = Object.fromEntries(Object.keys(operation.fields).map((field) => [field, before(field)]));
      const fields = isNew ? unmade(operation, parts.now()) : present;
      return fields ? [{ op: 'set', in: operation.in, id: operation.id, fields }] : [];
    });
  }

  async function change<T>(
    label: string,
    build: (tx: Transaction) => T | Promise<T>,
    { undoable = true, cause = 'service' }: ChangeOptions = {},
  ): Promise<T> {
    return alone(async () => {
      const ops: Operation[] = [];
      const value = await build({
        set: (collection, recordId, fields) => ops.push({ op: 'set', in: collection, id: recordId, fields }),
        text(textId, update) {
          const operation: TextOperation = { op: 'text', id: textId, update: Buffer.from(update).toString('base64') };
          given.set(operation, update);
          ops.push(operation);
        },
      });
      if (ops.length === 0) return value;
      const sets = ops.filter((operation) => operation.op === 'set');
      const undo = undoable ? inverseOf(sets) : [];
      const isNew = new Set(sets.filter((set) => !state.has(set.in, set.id)).map((set) => set.id));
      await write(label, ops);
      // The editor counts its own words; what services write is counted here.
      const pace = createPace();
      for (const textId of cause === 'service' ? textsIn(ops) : []) {
        await texts.recount(textId);
        await pace();
      }
      if (undo.length > 0) undoStack.push({ label, undo, redo: redoOf(sets, isNew) });
      announce(ops, cause);
      return value;
    });
  }

  const textsIn = (ops: readonly Operation[]) => new Set(ops.flatMap((operation) => (operation.op === 'text' ? [operation.id] : [])));

  async function step(direction: 'undo' | 'redo'): Promise<void> {
    await alone(async () => {
      const taken = undoStack.peek(direction);
      if (!taken) fail({ code: 'nothing-to-undo' });
      await write(`${direction} ${taken.label}`, taken[direction]);
      undoStack.move(direction);
      parts.onDoubt(taken[direction]);
      announce(taken[direction], 'service');
    });
  }

  return {
    id,
    device: parts.device,
    state,
    texts,
    lineage: () => (lineage ??= traceLineage(state)),
    liveText(chapterId) {
      lineage ??= traceLineage(state);
      return lineage.liveTextOf.get(chapterId) ?? fail({ code: 'not-found', what: 'chapter', id: chapterId });
    },
    change,
    undo: () => step('undo'),
    redo: () => step('redo'),
    undoState: undoStack.view,
    alone,
    adopt: (entries, upTo) =>
      alone(async () => {
        await write('merge', [{ op: 'adopt', upTo: { ...upTo } }]);
        adopted = upTo;
        const pace = createPace();
        for (const { entry } of entries) {
          clock.see(entry.at);
          apply(entry.ops, entry.at);
          await pace();
        }
        const ops = entries.flatMap(({ entry }) => entry.ops);
        parts.onDoubt(ops);
        announce(ops, 'service');
      }),
    adopted: () => adopted,
    logEnd: () => log?.end() ?? parts.end,
    lastStamp: clock.last,
  };
}
