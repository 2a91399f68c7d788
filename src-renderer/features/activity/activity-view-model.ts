import type { OperationTiming } from '../../../src-shared/ipc/app-calls';
import type { WaitingWork } from '../../../src-shared/ipc/waiting-calls';
import type { AppError } from '../../../src-shared/result';

/** The failure of a task, when what came with it is one. */
export function taskError(error: unknown): AppError | null {
  const isError = typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string';
  return isError ? (error as AppError) : null; // the main process puts an AppError here or nothing
}

/** How an operation stands against its budget. */
export type Standing = 'not measured' | 'within' | 'over';

/** Whether the 95th percentile keeps the budget. */
export function standingOf({ p95Ms, budgetMs }: OperationTiming): Standing {
  if (p95Ms === null) return 'not measured';
  return p95Ms <= budgetMs ? 'within' : 'over';
}

/** Milliseconds as one reads them: below ten with one decimal. */
export function msText(ms: number | null): string {
  if (ms === null) return '–';
  return `${ms < 10 ? ms.toFixed(1) : Math.round(ms).toLocaleString('en-GB')} ms`;
}

/** The diagnostics as text to send along with a report; no text of a book is in it. */
export function diagnosticsText(
  lines: Readonly<Record<string, string>>,
  operations: readonly OperationTiming[],
): string {
  const facts = Object.entries(lines).map(([name, value]) => `${name}: ${value}`);
  const times = operations.map(
    (one) => `${one.operation}: p95 ${msText(one.p95Ms)} of ${msText(one.budgetMs)} (${one.samples})`,
  );
  return [...facts, '', ...times].join('\n');
}

/** Which work is done next; `null` when none waits. */
export const firstWaiting = (works: readonly WaitingWork[]): string | null =>
  works.find(({ state }) => state === 'waiting')?.id ?? null;
