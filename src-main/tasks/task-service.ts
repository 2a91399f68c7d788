import type { Handlers, Publish } from '../../src-shared/ipc/contract';
import type { ExportReceipt, Task } from '../../src-shared/ipc/export-calls';
import { ok, type AppError, type Result } from '../../src-shared/result';
import { fail } from '../failure';
import type { Opener } from '../shell-ports';

/** Finished tasks that are remembered until the application ends. */
const mostFinished = 50;

/** What a running task is given: where to say how far it is, and how it hears that it is to stop. */
export type TaskControl = { readonly report: (progress: number, doing: string) => void; readonly signal: AbortSignal };

export type TaskService = Pick<Handlers, 'task.list' | 'task.cancel' | 'task.openResult' | 'task.showResult'> & {
  /** Starts work in the background and answers its id at once. */
  readonly start: (task: { bookId: string; title: string }, work: (control: TaskControl) => Promise<Result<ExportReceipt>>) => string;
  /** Cancels what runs and waits until it has stopped. */
  readonly shutdown: () => Promise<void>;
};

/** Runs long work in the background, tells of its progress, and stops it when the author says so. */
export function createTaskService(deps: { readonly publish: Publish; readonly newId: () => string; readonly opener: Opener }): TaskService {
  const tasks = new Map<string, Task>();
  const running = new Map<string, { controller: AbortController; done: Promise<void> }>();

  function update(id: string, fields: Partial<Task>): void {
    const task = tasks.get(id);
    if (!task) return;
    const next = { ...task, ...fields };
    tasks.set(id, next);
    deps.publish('task.changed', next);
  }

  function finish(id: string, result: Result<ExportReceipt>): void {
    running.delete(id);
    if (result.ok) update(id, { state: 'done', progress: 1, receipt: result.value });
    else update(id, { state: result.error.code === 'cancelled' ? 'cancelled' : 'failed', error: result.error });
    const finished = [...tasks.values()].filter(({ state }) => state !== 'running');
    for (const old of finished.slice(0, Math.max(0, finished.length - mostFinished))) tasks.delete(old.id);
  }

  function fileOf(taskId: string): string {
    const receipt = tasks.get(taskId)?.receipt ?? fail({ code: 'not-found', what: 'task', id: taskId });
    return receipt.file;
  }

  return {
    start({ bookId, title }, work) {
      const id = deps.newId();
      const controller = new AbortController();
      tasks.set(id, { id, bookId, title, doing: 'Preparing', progress: 0, state: 'running', receipt: null });
      const crashed: AppError = { code: 'internal', message: 'The work stopped because of a mistake in Longhand. Your book is safe.' };
      const report = (progress: number, doing: string) => update(id, { progress, doing });
      const done = work({ report, signal: controller.signal }).then(
        (result) => finish(id, result),
        () => finish(id, { ok: false, error: crashed }),
      );
      running.set(id, { controller, done });
      update(id, {});
      return id;
    },
    'task.list': async () => ok([...tasks.values()]),
    async 'task.cancel'({ taskId }) {
      if (!tasks.has(taskId)) fail({ code: 'not-found', what: 'task', id: taskId });
      running.get(taskId)?.controller.abort();
      return ok(null);
    },
    async 'task.openResult'({ taskId }) {
      await deps.opener.openFile(fileOf(taskId));
      return ok(null);
    },
    async 'task.showResult'({ taskId }) {
      await deps.opener.showFile(fileOf(taskId));
      return ok(null);
    },
    async shutdown() {
      for (const { controller } of running.values()) controller.abort();
      await Promise.all([...running.values()].map(({ done }) => done));
    },
  };
}
