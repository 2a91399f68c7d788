import { useCall, whenBookChanges } from '../../app/use-call';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { FailureNote } from './failure-note';
import './revisions-dialog.css';
import { dayAndTime } from '../../ui/words';

export type RevisionsProps = {
  readonly bookId: string;
  readonly questionId: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onBringBack: (text: string) => void;
};

/** Earlier versions of an answer; one that is brought back leaves the present one among them. */
export function RevisionsDialog(props: RevisionsProps) {
  return (
    <Dialog title="Earlier versions" isOpen={props.isOpen} onClose={props.onClose}>
      <Revisions {...props} />
    </Dialog>
  );
}

function Revisions({ bookId, questionId, onClose, onBringBack }: RevisionsProps) {
  const revisions = useCall('answer.revisions', { bookId, questionId }, whenBookChanges(bookId, 'interview'));
  if (revisions.state === 'loading') return null;
  if (revisions.state === 'failed') return <FailureNote error={revisions.error} />;
  if (revisions.value.length === 0) return <p>There is no earlier version of this answer yet.</p>;
  return (
    <ol className="revisions">
      {revisions.value.map((revision, index) => (
        <li key={`${revision.savedAt} ${index}`} className="revision">
          <div className="revision-head">
            <span>
              <time dateTime={revision.savedAt}>{dayAndTime(revision.savedAt)}</time>
              {revision.isFromElsewhere ? ' · from another device' : null}
            </span>
            <Button
              size="small"
              aria-label={`Bring back the version of ${dayAndTime(revision.savedAt)}`}
              onPress={() => {
                onBringBack(revision.text);
                onClose();
              }}
            >
              Bring back
            </Button>
          </div>
          <p className="revision-text" dir="auto">
            {revision.text}
          </p>
        </li>
      ))}
    </ol>
  );
}
