import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import type { BookActions } from './use-book-actions';

/** Asks before the one thing on the shelf that cannot be undone; the safe button comes first and has the focus. */
export function PurgeDialog({ actions }: { actions: BookActions }) {
  const title = actions.purging?.title ?? '';
  return (
    <Dialog
      role="alertdialog"
      size="small"
      title="Delete this book for good?"
      isOpen={actions.purging !== null}
      onClose={actions.keep}
      actions={
        <>
          {/* eslint-disable-next-line jsx-a11y/no-autofocus -- the safe answer is the default */}
          <Button autoFocus onPress={actions.keep}>
            Keep it
          </Button>
          <Button variant="danger" onPress={actions.purge}>
            Delete for good
          </Button>
        </>
      }
    >
      <p>“{title}” goes with its text, answers, snapshots and pictures. This cannot be undone.</p>
    </Dialog>
  );
}
