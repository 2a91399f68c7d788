import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Problem } from '../../src-shared/ipc/app-calls';
import type { Task } from '../../src-shared/ipc/export-calls';
import type { WaitingWork } from '../../src-shared/ipc/waiting-calls';
import { useClient, useEvent } from './client-context';

type Background = {
  readonly tasks: readonly Task[];
  readonly problems: readonly Problem[];
  readonly waiting: readonly WaitingWork[];
};

const BackgroundContext = createContext<Background>({ tasks: [], problems: [], waiting: [] });

/** Follows the tasks and problems of the application, and what waits for the co-writer. */
export function BackgroundProvider({ children }: { children: ReactNode }) {
  const client = useClient();
  const [tasks, setTasks] = useState<readonly Task[]>([]);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [waiting, setWaiting] = useState<readonly WaitingWork[]>([]);
  useEffect(() => {
    void client.call('task.list', null).then((answer) => {
      if (answer.ok) setTasks(answer.value);
    });
    void client.call('app.problems', null).then((answer) => {
      if (answer.ok) setProblems(answer.value);
    });
    void client.call('waiting.list', null).then((answer) => {
      if (answer.ok) setWaiting(answer.value);
    });
  }, [client]);
  useEvent('task.changed', (task) => setTasks((known) => withTask(known, task)));
  useEvent('app.problemsChanged', setProblems);
  useEvent('waiting.changed', setWaiting);
  const background = useMemo(() => ({ tasks, problems, waiting }), [tasks, problems, waiting]);
  return <BackgroundContext value={background}>{children}</BackgroundContext>;
}

/** The list with this task's newest state, newest task first. */
function withTask(tasks: readonly Task[], task: Task): readonly Task[] {
  const isKnown = tasks.some((known) => known.id === task.id);
  return isKnown ? tasks.map((known) => (known.id === task.id ? task : known)) : [task, ...tasks];
}

/** Tasks (newest first), problems, and what waits for the co-writer, as they are now. */
export const useBackground = (): Background => use(BackgroundContext);
