import { Eye, Feather, Square } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Work, WorkItem, WorkKind } from '../../src-shared/ipc/co-writer-calls';
import { InlineError } from '../ui/banner';
import { Button, IconButton } from '../ui/button';
import { useAnnounce } from '../ui/live-region';
import { errorText } from './error-text';
import { PreviewDialog } from './preview-dialog';
import { useCoWriter } from './use-co-writer';
import { useWork, type OutcomeOf } from './use-work';
import './co-writer-action.css';

export type CoWriterActionProps<K extends WorkKind> = {
  readonly label: string;
  /** What the work is, at the moment it begins. */
  readonly work: Extract<Work, { kind: K }>;
  readonly isDisabled?: boolean;
  readonly onDone: (outcome: OutcomeOf<K>) => void;
  /** What is said when it is done. */
  readonly said: (outcome: OutcomeOf<K>) => string;
  /** Shows what has come in so far; without it only the number of pieces is told. */
  readonly children?: (items: readonly WorkItem[]) => ReactNode;
};

/**
 * A button that asks the co-writer, beside one that shows what would be sent. While it works: what comes in, and Stop.
 * It is not there while the co-writer is off: nobody is nagged to turn it on.
 */
export function CoWriterAction<K extends WorkKind>(props: CoWriterActionProps<K>) {
  const { label, work, isDisabled = false, onDone, said, children } = props;
  const status = useCoWriter();
  const announce = useAnnounce();
  const [isLooking, setLooking] = useState(false);
  const { state, start, cancel } = useWork<K>((outcome) => {
    announce(said(outcome));
    onDone(outcome);
  });
  if (!status?.isOn) return null;
  const isWorking = state.state === 'working';
  return (
    <div className="co-writer-action" aria-busy={isWorking}>
      <div className="co-writer-action-row">
        {isWorking ? (
          <Button icon={<Square size={16} aria-hidden />} onPress={cancel}>
            Stop
          </Button>
        ) : (
          <Button icon={<Feather size={16} aria-hidden />} isDisabled={isDisabled} onPress={() => void start(work)}>
            {label}
          </Button>
        )}
        <IconButton
          label="See what would be sent"
          icon={<Eye size={16} aria-hidden />}
          onPress={() => setLooking(true)}
        />
        {isWorking ? <p className="co-writer-action-note">{progressText(state.items.length, status.model)}</p> : null}
      </div>
      {isWorking && children ? <div className="co-writer-action-items">{children(state.items)}</div> : null}
      {state.state === 'failed' ? (
        <InlineError>
          {errorText(state.error).what} {errorText(state.error).next}
        </InlineError>
      ) : null}
      {isLooking ? <PreviewDialog work={work} onClose={() => setLooking(false)} /> : null}
    </div>
  );
}

function progressText(pieces: number, model: string): string {
  return pieces === 0 ? `Waiting for ${model}` : `${model} is answering: ${pieces} so far`;
}
