import { Eye, Feather, Hourglass, Square } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import type { WorkItem, WorkKind, WorkOf } from '../../src-shared/ipc/co-writer-calls';
import { hopeAfter } from '../../src-shared/domain/waiting';
import type { WaitingWork } from '../../src-shared/ipc/waiting-calls';
import { Button, IconButton } from '../ui/button';
import { Hint } from '../ui/tooltip';
import { countOf } from '../ui/words';
import { CoWriterFailure, type Later, type WithoutModel } from './co-writer-failure';
import { useRunCommand } from './commands';
import { incomingLines } from './incoming-lines';
import { PreviewDialog } from './preview-dialog';
import { useCoWriter } from './use-co-writer';
import { useWait } from './use-wait';
import type { Asking } from './use-work';
import './co-writer-action.css';

export type CoWriterActionProps<K extends WorkKind> = {
  readonly label: string;
  readonly asking: Asking<K>;
  /** What the work is, at the moment it begins. */
  readonly work: WorkOf<K>;
  readonly isDisabled?: boolean;
  /** The keys of the command that does the same. */
  readonly shortcut?: string | undefined;
  readonly isMain?: boolean;
  /** Saves what waits, so that it is known what would be sent. */
  readonly before?: () => Promise<unknown>;
  /** How the same is done without a model; offered beside a failure. */
  readonly without?: WithoutModel;
  /** Runs when the author has let it wait for the server. */
  readonly onWaiting?: () => void;
  /** Shows what has come in so far; without it each piece is a line. `null` is for a page that shows it itself. */
  readonly children?: ((items: readonly WorkItem[]) => ReactNode) | null;
};

/**
 * A button that asks the co-writer, beside one that shows what would be sent. While it works: what comes in, and Stop.
 * It is not there while the co-writer is off: nobody is nagged to turn it on.
 */
export function CoWriterAction<K extends WorkKind>(props: CoWriterActionProps<K>) {
  const { label, asking, work, isDisabled = false, shortcut, isMain = false, before, without, onWaiting } = props;
  const { children = showLines } = props;
  const status = useCoWriter();
  const wait = useWait(work);
  const place = useRef<HTMLDivElement>(null);
  const [isLooking, setLooking] = useState(false);
  if (!status?.isOn) return null;
  const { state, said, start, cancel, forget } = asking;
  const isWorking = state.state === 'working';
  const model = work.kind === 'cover-picture' ? status.imageModel || 'A model for pictures' : status.model;
  const ask = async (): Promise<void> => {
    await before?.();
    await start(work);
  };
  const look = async (): Promise<void> => {
    await before?.();
    setLooking(true);
  };
  const { add } = wait;
  const later = async (letWait: Later): ReturnType<Later> => {
    await before?.();
    const answer = await letWait();
    if (answer.ok) {
      forget();
      onWaiting?.();
      // The button that was pressed goes; the keyboard stays where the work was asked for.
      place.current?.querySelector('button')?.focus();
    }
    return answer;
  };
  return (
    <div ref={place} className="co-writer-action" aria-busy={isWorking}>
      <div className="co-writer-action-row">
        {/* One button whose words change: the keyboard stays on it. */}
        <Hint text={isWorking ? 'Stop it' : `${model} is asked, and nobody else`} shortcut={shortcut}>
          <Button
            variant={isMain && !isWorking ? 'primary' : 'secondary'}
            icon={isWorking ? <Square size={16} aria-hidden /> : <Feather size={16} aria-hidden />}
            isDisabled={isDisabled && !isWorking}
            onPress={isWorking ? cancel : () => void ask()}
          >
            {isWorking ? 'Stop' : label}
          </Button>
        </Hint>
        <IconButton
          label={`See what would be sent: ${label}`}
          isDisabled={isDisabled}
          icon={<Eye size={16} aria-hidden />}
          onPress={() => void look()}
        />
        {isWorking ? <p className="co-writer-action-note">{progressText(state.items.length, model)}</p> : null}
        {said === null ? null : <p className="co-writer-action-note">{said}</p>}
      </div>
      {isWorking && children && state.items.length > 0 ? (
        <div className="co-writer-action-items" {...scrollable} aria-label="What has come in so far">
          {children(state.items)}
        </div>
      ) : null}
      {state.state === 'failed' ? (
        <CoWriterFailure
          error={state.error}
          {...(without ? { without } : {})}
          {...(add && hopeAfter(state.error) === 'server' ? { later: () => later(add) } : {})}
        />
      ) : null}
      {wait.waiting ? <WaitingNote work={wait.waiting} /> : null}
      {isLooking ? <PreviewDialog work={work} onClose={() => setLooking(false)} /> : null}
    </div>
  );
}

/** Says that it was asked for here before, and where it waits. */
function WaitingNote({ work }: { work: WaitingWork }) {
  const run = useRunCommand();
  return (
    <div className="co-writer-action-waiting">
      <Hourglass size={16} aria-hidden />
      <p>
        {work.state === 'running'
          ? 'What you asked for earlier is being answered.'
          : 'It waits for the server, and is done when that answers.'}
      </p>
      <Button size="small" variant="quiet" onPress={() => void run('go.activity')}>
        Show in Activity
      </Button>
    </div>
  );
}

/** What scrolls must be reached by the keyboard. */
const scrollable = { tabIndex: 0, role: 'region' } as const;

const showLines = (items: readonly WorkItem[]) => <Lines items={items} />;

function Lines({ items }: { items: readonly WorkItem[] }) {
  return (
    <ul className="co-writer-action-lines">
      {incomingLines(items).map((line, index) => (
        <li key={index} dir="auto">
          {line}
        </li>
      ))}
    </ul>
  );
}

function progressText(pieces: number, model: string): string {
  return pieces === 0 ? `Waiting for ${model}` : `${model} is answering, ${countOf(pieces, 'piece')} so far`;
}
