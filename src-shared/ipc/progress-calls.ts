import { z } from 'zod';
import { call, Nothing } from './call';

/** Words that the author wrote on one day of this machine, all books together; below 0 when more was cut than written. */
export const DayProgress = z.strictObject({ words: z.int() });
export type DayProgress = z.infer<typeof DayProgress>;

export const progressCalls = {
  /** What was written today: typed, dictated or pasted, in chapters and answers. */
  'progress.today': call(Nothing, DayProgress),
};

export const progressEvents = { 'progress.changed': DayProgress };
