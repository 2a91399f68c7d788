import { fail } from '../failure';
import { createClock, type Clock } from './clock';
import { type Json, type Operation } from './entry';
import { traceLineage, type Lineage } from './lineage';
import type { ChainedEntry, LogEnd, LogWriter } from './log';
import type { Collection, FieldsOf } from './records';
import type { BookState } from './state';
import type { TextStore } from './text-store';
import { createUndoStack, type UndoStack } from './undo-stack';

type SetOperation = Extract<Operation, { op: 'set' }>;

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
}): Book {
  const { id, state, texts, log } = parts;
  const clock: Clock = createClock({ now: parts.now, device: parts.device });
  if (parts.lastStamp !== '') clock.see(parts.lastStamp);
  const undoStack = createUndoStack();
  let adopted = parts.adopted;
  let mustNameAdopted = parts.unnamed;
  let lineage: Lineage | undefined;
  let queue: Promise<unknown> = Promise.resolve();

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
      if (operation.op === 'text') texts.add(operation.id, Buffer.from(operation.update, 'base64'));
    }
  }

  async function write(label: string, ops: Operation[]): Promise<void> {
    if (!log) fail({ code: 'read-only' });
    const named: Operation[] = mustNameAdopted ? [{ op: 'adopt', upTo: { ...adopted } }, ...ops] : ops;
    const { entry } = await log.append({ at: clock.tick(), label, ops: named });
    mustNameAdopted = false;
    apply(entry.ops, entry.at);
  }

  function announce(ops: readonly Operation[], cause: BookChange['cause']): void {
    parts.onChange({
      bookId: id,
      collections: new Set(ops.flatMap((operation) => (operation.op === 'set' ? [operation.in] : []))),
      texts: ops.flatMap((operation) =>
        operation.op === 'text' ? [{ textId: operation.id, update: Buffer.from(operation.update, 'base64') }] : [],
      ),
      cause,
    });
  }

  function inverseOf(ops: readonly SetOperation[]): SetOperation[] {
    return ops.map((operation) => {
      const isNew = !state.has(operation.in, operation.id);
      const before = (field: string): Json => state.raw(operation.in, operation.id, field) ?? null;
      // A field that was never set goes back to null, which its schema reads as the default.
      const fields = isNew ? { gone: true } : Object.fromEntries(Object.keys(operation.fields).map((field) => [field, before(field)]));
      return { op: 'set', in: operation.in, id: operation.id, fields };
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
        set: (collection, recordId, fields) => ops.push({ op: 'set', in: collection, id: recordId, fields: fields as Record<string, Json> }),
        text: (textId, update) => ops.push({ op: 'text', id: textId, update: Buffer.from(update).toString('base64') }),
      });
      if (ops.length === 0) return value;
      const sets = ops.filter((operation) => operation.op === 'set');
      const undo = undoable ? inverseOf(sets) : [];
      await write(label, ops);
      if (undo.length > 0) undoStack.push({ label, undo, redo: sets.map((set) => ({ ...set, fields: { ...set.fields, gone: false } })) });
      announce(ops, cause);
      return value;
    });
  }

  async function step(direction: 'undo' | 'redo'): Promise<void> {
    await alone(async () => {
      const taken = undoStack.peek(direction);
      if (!taken) fail({ code: 'nothing-to-undo' });
      await write(`${direction} ${taken.label}`, taken[direction]);
      undoStack.move(direction);
      announce(taken[direction], 'service');
    });
  }

  return {
    id,
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
        for (const { entry } of entries) {
          clock.see(entry.at);
          apply(entry.ops, entry.at);
        }
        announce(entries.flatMap(({ entry }) => entry.ops), 'service');
      }),
    adopted: () => adopted,
    logEnd: () => log?.end() ?? parts.end,
    lastStamp: clock.last,
  };
}
