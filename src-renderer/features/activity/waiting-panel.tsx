import { Check, CircleX, Hourglass, LoaderCircle } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { WaitingWork } from '../../../src-shared/ipc/waiting-calls';
import type { AppError } from '../../../src-shared/result';
import { useClient } from '../../app/client-context';
import { useRunCommand, useShortcut } from '../../app/commands';
import { errorText } from '../../app/error-text';
import type { RoomTarget } from '../../app/room';
import { gaveText, placeOf, standingText, waitingTitle } from '../../app/waiting-words';
import { InlineError } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Hint } from '../../ui/tooltip';
import { useNow } from '../../ui/use-now';
import { whenText } from '../../ui/words';
import { firstWaiting } from './activity-view-model';

type Props = {
  readonly works: readonly WaitingWork[];
  readonly onOpenBook: (bookId: string, target: RoomTarget) => void;
};

/** What the co-writer does when its server answers, in that order, and what it has done since the start. */
export function WaitingPanel({ works, onOpenBook }: Props) {
  const run = useRunCommand();
  const keys = useShortcut('waiting.tryNow');
  const first = firstWaiting(works);
  return (
    <section className="tasks-group" aria-labelledby="tasks-waiting">
      <div className="tasks-head">
        <h2 id="tasks-waiting" className="tasks-title">
          With the co-writer
        </h2>
        {first === null ? null : (
          <Hint text="Ask the server again now" shortcut={keys}>
            <Button size="small" onPress={() => run('waiting.tryNow')}>
              Try now
            </Button>
          </Hint>
        )}
      </div>
      <ul className="tasks">
        {works.map((work) => (
          <WaitingLine key={work.id} work={work} isFirst={work.id === first} onOpenBook={onOpenBook} />
        ))}
      </ul>
    </section>
  );
}

const icons: Readonly<Record<WaitingWork['state'], ReactNode>> = {
  waiting: <Hourglass size={16} aria-hidden />,
  running: <LoaderCircle size={16} aria-hidden />,
  stopped: <CircleX size={16} aria-hidden />,
  done: <Check size={16} aria-hidden />,
};

const looks = { waiting: 'waiting', running: 'running', stopped: 'failed', done: 'done' } as const;

type LineProps = { readonly work: WaitingWork; readonly isFirst: boolean; readonly onOpenBook: Props['onOpenBook'] };

function WaitingLine({ work, isFirst, onOpenBook }: LineProps) {
  const client = useClient();
  const nowMs = useNow();
  const [error, setError] = useState<AppError | null>(null);
  const { id, state, bookId, bookTitle, about, askedAt } = work;
  const title = waitingTitle(work);
  const ask = async (name: 'waiting.runFirst' | 'waiting.retry' | 'waiting.cancel') => {
    const answer = await client.call(name, { id });
    setError(answer.ok ? null : answer.error);
  };
  return (
    <li className="task" data-state={looks[state]}>
      <span className="task-icon">{icons[state]}</span>
      <div className="task-text">
        <p className="task-title" dir="auto">
          {title}
        </p>
        <p className="task-note">{state === 'done' ? gaveText(work) : standingText(work)}</p>
        <p className="task-note" dir="auto">
          Asked for {whenText(askedAt, nowMs)}
          {about === '' ? '' : ` in “${bookTitle}”`}.
        </p>
        {error ? (
          <InlineError>
            {errorText(error).what} {errorText(error).next}
          </InlineError>
        ) : null}
      </div>
      <div className="task-actions">
        {state === 'done' ? (
          <Button size="small" aria-label={`Go to ${title}`} onPress={() => onOpenBook(bookId, placeOf(work))}>
            Go there
          </Button>
        ) : null}
        {state === 'stopped' ? (
          <Button size="small" aria-label={`Try again: ${title}`} onPress={() => void ask('waiting.retry')}>
            Try again
          </Button>
        ) : null}
        {state === 'waiting' && !isFirst ? (
          <Button size="small" aria-label={`Do first: ${title}`} onPress={() => void ask('waiting.runFirst')}>
            Do first
          </Button>
        ) : null}
        <Button
          size="small"
          variant="quiet"
          aria-label={`${state === 'done' ? 'Dismiss' : 'Cancel'}: ${title}`}
          onPress={() => void ask('waiting.cancel')}
        >
          {state === 'done' ? 'Dismiss' : 'Cancel'}
        </Button>
      </div>
    </li>
  );
}
