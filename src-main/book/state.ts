import { z } from 'zod';
import { Json, type Operation } from './entry';
import { collections, isCollection, type Collection, type RecordOf } from './records';

/** A field with the stamp of the transaction that set it. */
const Field = z.tuple([Json, z.string()]);
const StoredRecord = z.record(z.string(), Field);
/** All records as the state file holds them: collection, id, field, [value, stamp]. */
export const StoredRecords = z.record(z.string(), z.record(z.string(), StoredRecord));
export type StoredRecords = z.infer<typeof StoredRecords>;

/** The records of one book, each field the last that was written by stamp, whatever order they came in. */
export type BookState = ReturnType<typeof createBookState>;

/** Starts from what a state file held, or from nothing. */
export function createBookState(stored: StoredRecords = {}) {
  const records = new Map<string, Map<string, Map<string, [Json, string]>>>();
  const typed = new Map<Collection, Map<string, unknown>>();
  for (const [name, byId] of Object.entries(stored)) {
    records.set(name, new Map(Object.entries(byId).map(([id, fields]) => [id, new Map(Object.entries(fields))])));
  }

  function fieldsOf(name: string, id: string): Map<string, [Json, string]> {
    const byId = records.get(name) ?? new Map<string, Map<string, [Json, string]>>();
    records.set(name, byId);
    const fields = byId.get(id) ?? new Map<string, [Json, string]>();
    byId.set(id, fields);
    return fields;
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
    /** Applies one `set` of a transaction with that stamp. Later stamps win; repeating it changes nothing. */
    apply(operation: Extract<Operation, { op: 'set' }>, at: string): void {
      const fields = fieldsOf(operation.in, operation.id);
      for (const [field, value] of Object.entries(operation.fields)) {
        if ((fields.get(field)?.[1] ?? '') <= at) fields.set(field, [value, at]);
      }
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
