import { z } from 'zod';
import type { Ask, AskRequest } from './work';

const NothingLine = z.object({ nothing: z.literal(true) });

/** Asks where “nothing” is a good answer; it must be said, since an empty answer is a failure. */
export async function askOrNothing<T extends object>(ask: Ask, request: AskRequest<T>): Promise<readonly T[]> {
  const { prompt, item, wordsOf, show } = request;
  const isNothing = (line: T | z.infer<typeof NothingLine>): line is z.infer<typeof NothingLine> => 'nothing' in line;
  const lines = await ask<T | z.infer<typeof NothingLine>>({
    prompt,
    item: z.union([item, NothingLine]),
    ...(wordsOf ? { wordsOf: (line) => (isNothing(line) ? '' : wordsOf(line)) } : {}),
    show: (line) => (isNothing(line) ? undefined : show(line)),
  });
  return lines.flatMap((line) => (isNothing(line) ? [] : [line]));
}
