import { z } from 'zod';
import { stampDevice } from './clock';
import { Json, type Operation } from './entry';
import { collections, isCollection, proseFields, type Collection, type RecordOf } from './records';

/** A field with the stamp of the transaction that set it. */
const Field = z.tuple([Json, z.string()]);
const StoredRecord = z.record(z.string(), Field);
/** All records as the state file holds them: collection, id, field, [value, stamp]. */
export const StoredRecords = z.record(z.string(), z.record(z.string(), StoredRecord));
export type StoredRecords = z.infer<typeof StoredRecords>;

type Set = Extract<Operation, { op: 'set' }>;
type Fields = Map<string, [Json, string]>;

/** Where prose lies that another device's later words overtook: by record, a field for each line of writing. */
const overtaken = 'overtaken';
const overtakenId = (collection: string, id: string): string => `${collection}/${id}`;

/** Named by prose that a device writes over another's: the stamp of what it goes on from, which begins a new line. */
const goesOnFrom = 'goesOnFrom';

/** A line of writing: what one device made of one text, each save over its last. Of every line the last words are kept. */
const lineOf = (stamp: string, from: Json | undefined): string => `${stampDevice(stamp)} ${typeof from === 'string' ? from : ''}`;

function setLater(fields: Fields, field: string, [value, at]: [Json, string]): void {
  if ((fields.get(field)?.[1] ?? '') <= at) fields.set(field, [value, at]);
}

/** The records of one book, each field the last that was written by stamp, whatever order they came in. */
export type BookState = ReturnType<typeof createBookState>;

/** Starts from what a state file held, or from nothing. */
export function createBookState(stored: StoredRecords = {}) {
  const records = new Map<string, Map<string, Fields>>();
  const typed = new Map<Collection, Map<string, unknown>>();
  for (const [name, byId] of Object.entries(stored)) {
    records.set(name, new Map(Object.entries(byId).map(([id, fields]) => [id, new Map(Object.entries(fields))])));
  }

  function fieldsOf(name: string, id: string): Fields {
    const byId = records.get(name) ?? new Map<string, Fields>();
    records.set(name, byId);
    const fields: Fields = byId.get(id) ?? new Map<string, [Json, string]>();
    byId.set(id, fields);
    return fields;
  }

  /** The stamp that present prose says it goes on from. */
  function originOf(fields: Fields | undefined, stamp: string): Json | undefined {
    const from = fields?.get(goesOnFrom);
    return from?.[1] === stamp ? from[0] : undefined;
  }

  /** Before prose changes: of two lines the one that stands no longer is kept. Follows from the set of changes alone. */
  function keepOvertaken(operation: Set, prose: string, at: string): void {
    const fields = records.get(operation.in)?.get(operation.id);
    const present = fields?.get(prose);
    if (!present) return;
    const [presentLine, line] = [lineOf(present[1], originOf(fields, present[1])), lineOf(at, operation.fields[goesOnFrom])];
    if (presentLine === line) return;
    const kept = fieldsOf(overtaken, overtakenId(operation.in, operation.id));
    if (at < present[1]) setLater(kept, line, [operation.fields[prose] ?? null, at]);
    else {
      setLater(kept, presentLine, present);
      kept.delete(line);
    }
  }

  function readInto(made: Map<string, unknown>, name: Collection, id: string): void {
    const fields = records.get(name)?.get(id);
    if (!fields || fields.get('gone')?.[0] === true) {
      made.delete(id);
      return;
    }
    const plain = Object.fromEntries([...fields].map(([field, [value]]) => [field, value]));
    const read = collections[name].safeParse(plain);
    // A value that this version does not understand falls back to its default; the log keeps it.
    made.set(id, { ...(read.success ? read.data : collections[name].parse(withoutBadFields(plain, read.error))), id });
  }

  function all<C extends Collection>(name: C): ReadonlyMap<string, RecordOf<C>> {
    let made = typed.get(name);
    if (!made) {
      made = new Map();
      for (const id of records.get(name)?.keys() ?? []) readInto(made, name, id);
      typed.set(name, made);
    }
    return made as ReadonlyMap<string, RecordOf<C>>;
  }

  return {
    /** Every record of a collection that was not taken back, by id. The map is shared: treat it as read-only. */
    all,
    one: <C extends Collection>(name: C, id: string): RecordOf<C> | undefined => all(name).get(id),
    /** The present raw value of a field; `undefined` when it was never set. */
    raw: (name: string, id: string, field: string): Json | undefined => records.get(name)?.get(id)?.get(field)?.[0],
    /** Whether a record has ever been written. */
    has: (name: string, id: string): boolean => records.get(name)?.has(id) ?? false,
    /** When a field was last set. */
    stampOf: (name: string, id: string, field: string): string => records.get(name)?.get(id)?.get(field)?.[1] ?? '',
    /** The last words of each line of writing but the present one, newest first. */
    overtaken(name: string, id: string): { readonly text: string; readonly stamp: string }[] {
      const lines = records.get(overtaken)?.get(overtakenId(name, id))?.values() ?? [];
      return [...lines].flatMap(([text, stamp]) => (typeof text === 'string' ? [{ text, stamp }] : [])).sort((a, b) => (a.stamp < b.stamp ? 1 : -1));
    },
    /** The change as this device writes it down: prose that it writes over another line's words names them. */
    onLine(operation: Set, device: string): Set {
      const prose = proseFields[operation.in];
      const fields = records.get(operation.in)?.get(operation.id);
      const stamp = prose !== undefined && prose in operation.fields ? fields?.get(prose)?.[1] : undefined;
      if (stamp === undefined) return operation;
      const kept = records.get(overtaken)?.get(overtakenId(operation.in, operation.id));
      // Taking up what was overtaken leaves the present words among those that are kept.
      const takesUp = [...(kept?.values() ?? [])].some(([value]) => value === operation.fields[prose ?? '']);
      const from = stampDevice(stamp) === device && !takesUp ? originOf(fields, stamp) : stamp;
      return from === undefined ? operation : { ...operation, fields: { ...operation.fields, [goesOnFrom]: from } };
    },
    /** Applies one `set` of a transaction with that stamp. Later stamps win; repeating it changes nothing. */
    apply(operation: Set, at: string): void {
      const prose = proseFields[operation.in];
      if (prose !== undefined && prose in operation.fields) keepOvertaken(operation, prose, at);
      const fields = fieldsOf(operation.in, operation.id);
      for (const [field, value] of Object.entries(operation.fields)) setLater(fields, field, [value, at]);
      const made = isCollection(operation.in) ? typed.get(operation.in) : undefined;
      if (made && isCollection(operation.in)) readInto(made, operation.in, operation.id);
    },
    /** The records for the state file, sorted, so that equal states are equal bytes. */
    store(): StoredRecords {
      const sorted = <V>(map: ReadonlyMap<string, V>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
      return Object.fromEntries(
        sorted(records).map(([name, byId]) => [
          name,
          Object.fromEntries(sorted(byId).map(([id, fields]) => [id, Object.fromEntries(sorted(fields))])),
        ]),
      );
    },
  };
}

function withoutBadFields(plain: Record<string, unknown>, error: z.ZodError): Record<string, unknown> {
  const bad = new Set(error.issues.map((issue) => String(issue.path[0])));
  return Object.fromEntries(Object.entries(plain).filter(([field]) => !bad.has(field)));
}
