import type { Problem } from '../../src-shared/ipc/app-calls';
import type { Publish } from '../../src-shared/ipc/contract';
import { err, ok, type Result } from '../../src-shared/result';

/** The most problems kept; the oldest of the mildest go first. */
const mostProblems = 100;
const longestMessage = 1_000;

/** Tells the author of a problem: what happened, what is safe, what to do. Never with text of a book. */
export type ReportProblem = (severity: Problem['severity'], message: string) => void;

/** The problems panel's list: bounded, and the same problem twice is one with a count. */
export type Problems = {
  readonly report: ReportProblem;
  readonly list: () => readonly Problem[];
  readonly dismiss: (id: string) => Result<null>;
};

/** Keeps what the author should know of; the newest is first. */
export function createProblems({
  publish,
  now,
  newId,
}: {
  readonly publish: Publish;
  readonly now: () => number;
  readonly newId: () => string;
}): Problems {
  let problems: readonly Problem[] = [];

  function replace(next: readonly Problem[]): void {
    problems = next;
    publish('app.problemsChanged', [...problems]);
  }

  return {
    report(severity, text) {
      const message = text.slice(0, longestMessage);
      const same = problems.find((problem) => problem.message === message && problem.severity === severity);
      const at = new Date(now()).toISOString();
      const newest = { id: same?.id ?? newId(), at, severity, message, count: (same?.count ?? 0) + 1 };
      replace(dropOne([newest, ...problems.filter((problem) => problem !== same)]));
    },
    list: () => problems,
    dismiss(id) {
      if (!problems.some((problem) => problem.id === id)) return err({ code: 'not-found', what: 'task', id });
      replace(problems.filter((problem) => problem.id !== id));
      return ok(null);
    },
  };
}

function dropOne(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length <= mostProblems) return problems;
  const victim =
    problems.findLast((problem) => problem.severity === 'notice') ??
    problems.findLast((problem) => problem.severity === 'warning') ??
    problems.at(-1);
  return problems.filter((problem) => problem !== victim);
}
