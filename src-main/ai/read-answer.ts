import type { z } from 'zod';
import type { AnswerProblem } from '../../src-shared/result';

/** An answer is lines of JSON, one thing a line: each can be shown as soon as it is whole. */
export type AnswerReader<T> = {
  /** Takes the next piece in and gives what it completed. */
  readonly push: (text: string) => readonly T[];
  /** Takes the end in; then `verdict` holds for the whole. */
  readonly end: () => readonly T[];
  readonly items: () => readonly T[];
  /** Why the answer cannot be used, with words for the model where it may try again. */
  readonly verdict: () => AnswerVerdict | undefined;
};

export type AnswerVerdict = { readonly problem: AnswerProblem; readonly advice: string };

const longestLine = 100_000;
const fenceLine = /^```[a-z]*$/iu;
const declines =
  /^(?:i['’]?m sorry|i am sorry|sorry,|i can(?:['’]t|not)|i am (?:unable|not able)|i['’]m (?:unable|not able)|as an ai\b|i won['’]t)/iu;

type Line<T> = { readonly item: T } | { readonly wrong: 'prose' | 'malformed' | 'refused'; readonly why: string };

function readLine<T>(line: string, schema: z.ZodType<T>): Line<T> {
  if (!line.startsWith('{')) {
    const wrong = declines.test(line) ? 'refused' : 'prose';
    return { wrong, why: 'A line was not JSON.' };
  }
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { wrong: 'malformed', why: 'A line was not valid JSON.' };
  }
  const read = schema.safeParse(value);
  if (read.success) return { item: read.data };
  const why = read.error.issues.slice(0, 3).map(({ path, message }) => `${path.join('.')}: ${message}`);
  return { wrong: 'malformed', why: why.join('; ') };
}

/** Reads an answer as it comes in. Every line must fit `item`; what stands around the lines is a problem of its own. */
export function createAnswerReader<T>(item: z.ZodType<T>, fewest = 1): AnswerReader<T> {
  const items: T[] = [];
  let rest = '';
  let wrong: Extract<Line<T>, { wrong: unknown }> | undefined;

  function take(line: string): T[] {
    const trimmed = line.trim();
    if (trimmed === '') return [];
    // Marks around a block of code are the mildest kind of prose: they are mended without asking again.
    if (fenceLine.test(trimmed)) return [];
    const read = readLine(trimmed, item);
    if ('item' in read) {
      items.push(read.item);
      return [read.item];
    }
    // A refusal among the first words says more than what is wrong with the lines after it.
    if (wrong?.wrong !== 'refused') wrong = wrong === undefined || read.wrong === 'refused' ? read : wrong;
    return [];
  }

  return {
    push(text) {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > longestLine) {
        wrong ??= { wrong: 'malformed', why: 'A line was far too long.' };
        rest = '';
      }
      return lines.flatMap(take);
    },
    end() {
      const last = rest;
      rest = '';
      return take(last);
    },
    items: () => items,
    verdict() {
      if (wrong) return { problem: wrong.wrong, advice: wrong.why };
      if (items.length < fewest) {
        return { problem: items.length === 0 ? 'empty' : 'malformed', advice: `At least ${fewest} lines are needed.` };
      }
      return undefined;
    },
  };
}
