import { z } from 'zod';
import { Settings, SettingsPatch } from '../domain/settings';
import { call, Nothing } from './call';

/** A problem the author should know of, with what to do. Never holds text of a book. */
export const Problem = z.strictObject({
  id: z.string(),
  at: z.string(),
  severity: z.enum(['notice', 'warning', 'error']),
  /** What happened, what is safe, what to do: sentences. */
  message: z.string(),
  count: z.int(),
});
export type Problem = z.infer<typeof Problem>;

/** One measured operation against its budget, in milliseconds at the 95th percentile. */
export const OperationTiming = z.strictObject({
  operation: z.string(),
  budgetMs: z.number(),
  medianMs: z.number().nullable(),
  p95Ms: z.number().nullable(),
  samples: z.int(),
});
export type OperationTiming = z.infer<typeof OperationTiming>;

export const Diagnostics = z.strictObject({
  version: z.string(),
  platform: z.string(),
  runtime: z.string(),
  libraryFolder: z.string(),
  logFolder: z.string(),
  operations: z.array(OperationTiming),
});
export type Diagnostics = z.infer<typeof Diagnostics>;

export const appCalls = {
  'app.info': call(Nothing, z.strictObject({ version: z.string(), platform: z.enum(['mac', 'windows', 'linux']) })),
  'app.problems': call(Nothing, z.array(Problem)),
  'app.dismissProblem': call(z.strictObject({ id: z.string() }), Nothing),
  'app.diagnostics': call(Nothing, Diagnostics),
  /** The page reports a bug of its own; no text of a book may be in it. */
  'app.reportError': call(z.strictObject({ name: z.string().max(200), stack: z.string().max(4_000) }), Nothing),
  /** Closes the window, with everything saved first. */
  'app.quit': call(Nothing, Nothing),
  'app.toggleFullScreen': call(Nothing, Nothing),
  'settings.read': call(Nothing, Settings),
  'settings.update': call(SettingsPatch, Settings),
};

export const appEvents = {
  'app.problemsChanged': z.array(Problem),
  'settings.changed': Settings,
  /** A menu entry was chosen: run the command of that id. */
  'command.chosen': z.strictObject({ id: z.string() }),
  /** The window is about to close: send what is unsaved, then answer with `app.quit`. */
  'app.closing': z.null(),
};
