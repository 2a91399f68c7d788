import { basename } from 'node:path';
import type { z } from 'zod';
import { fail } from '../failure';
import { readTextFileOf } from '../importing/import-service';

const mostIssues = 10;

/** Reads a file of JSON and checks it. Fails with `unreadable-file` or `invalid-input`. */
export async function readJsonFile<T>(file: string, schema: z.ZodType<T>): Promise<T> {
  const text = await readTextFileOf(file);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    return fail({ code: 'unreadable-file', file: basename(file), reason: `it is not JSON${placeOf(cause, text)}` }, cause);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.slice(0, mostIssues).map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`));
  return fail({ code: 'invalid-input', issues });
}

/** A field of a value of any shape; `undefined` when it has none. */
export function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
}

/** Where JSON went wrong, as far as the engine says. */
function placeOf(cause: unknown, text: string): string {
  const position = cause instanceof Error ? /position (\d+)/.exec(cause.message)?.[1] : undefined;
  if (position === undefined) return '';
  return ` (line ${text.slice(0, Number(position)).split('\n').length})`;
}
