import { Check, CircleSlash, CircleX, LoaderCircle } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Task } from '../../../src-shared/ipc/export-calls';
import type { WaitingWork } from '../../../src-shared/ipc/waiting-calls';
import type { AppError } from '../../../src-shared/result';
import { useClient } from '../../app/client-context';
import { errorText } from '../../app/error-text';
import type { RoomTarget } from '../../app/room';
import { InlineError } from '../../ui/banner';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { ProgressBar } from '../../ui/progress-bar';
import { useNow } from '../../ui/use-now';
import { countOf, whenText } from '../../ui/words';
import { taskError } from './activity-view-model';
import { WaitingPanel } from './waiting-panel';

type Props = {
  readonly tasks: readonly Task[];
  readonly waiting: readonly WaitingWork[];
  readonly onOpenBook: (bookId: string, target: RoomTarget) => void;
};

/** Work in the background: what waits for the co-writer, progress and cancel of what runs, the result when it is done. */
export function TasksPanel({ tasks, waiting, onOpenBook }: Props) {
  if (tasks.length === 0 && waiting.length === 0)
    return (
      <EmptyState title="Nothing is running">
        Exports, what waits for the co-writer, and other long work are listed here, and can be left alone.
      </EmptyState>
    );
  return (
    <div className="tasks-groups">
      {waiting.length > 0 ? <WaitingPanel works={waiting} onOpenBook={onOpenBook} /> : null}
      {tasks.length > 0 ? (
        <section className="tasks-group" aria-labelledby="tasks-running">
          <h2 id="tasks-running" className="tasks-title">
            On this computer
          </h2>
          <ul className="tasks">
            {tasks.map((task) => (
              <TaskLine key={task.id} task={task} />
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

const icons: Readonly<Record<Task['state'], ReactNode>> = {
  running: <LoaderCircle size={16} aria-hidden />,
  done: <Check size={16} aria-hidden />,
  failed: <CircleX size={16} aria-hidden />,
  cancelled: <CircleSlash size={16} aria-hidden />,
};

function TaskLine({ task }: { task: Task }) {
  const client = useClient();
  const [error, setError] = useState<AppError | null>(null);
  const ask = async (name: 'task.cancel' | 'task.openResult' | 'task.showResult') => {
    const answer = await client.call(name, { taskId: task.id });
    setError(answer.ok ? null : answer.error);
  };
  return (
    <li className="task" data-state={task.state}>
      <span className="task-icon">{icons[task.state]}</span>
      <div className="task-text">
        <p className="task-title" dir="auto">
          {task.title}
        </p>
        {task.state === 'running' ? (
          <ProgressBar label={`${task.doing} · ${Math.round(task.progress * 100)} %`} value={task.progress} />
        ) : (
          <Outcome task={task} />
        )}
        {error ? (
          <InlineError>
            {errorText(error).what} {errorText(error).next}
          </InlineError>
        ) : null}
      </div>
      <div className="task-actions">
        {task.state === 'running' ? (
          <Button size="small" aria-label={`Cancel ${task.title}`} onPress={() => void ask('task.cancel')}>
            Cancel
          </Button>
        ) : null}
        {task.state === 'done' && task.receipt ? (
          <>
            <Button size="small" aria-label={`Open ${task.title}`} onPress={() => void ask('task.openResult')}>
              Open
            </Button>
            <Button
              size="small"
              variant="quiet"
              aria-label={`Show ${task.title} in its folder`}
              onPress={() => void ask('task.showResult')}
            >
              Show in folder
            </Button>
          </>
        ) : null}
      </div>
    </li>
  );
}

function Outcome({ task }: { task: Task }) {
  const nowMs = useNow();
  if (task.state === 'cancelled') return <p className="task-note">Stopped, as you asked. No file was left behind.</p>;
  if (task.state === 'failed') {
    const error = taskError(task.error);
    const text = error ? errorText(error) : null;
    return (
      <p className="task-note">{text ? `${text.what} ${text.next}` : 'It did not finish. The log has the details.'}</p>
    );
  }
  if (!task.receipt) return <p className="task-note">Done.</p>;
  const { file, words, chapters, finishedAt, notes } = task.receipt;
  return (
    <>
      <p className="task-note">
        {countOf(chapters, 'chapter')}, {countOf(words, 'word')}, {whenText(finishedAt, nowMs)}. {file}
      </p>
      {notes.map((note) => (
        <p key={note} className="task-note">
          {note}
        </p>
      ))}
    </>
  );
}
