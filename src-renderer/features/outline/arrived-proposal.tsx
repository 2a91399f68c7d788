import { useBackground } from '../../app/background-context';
import { useClient } from '../../app/client-context';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { countOf } from '../../ui/words';
import type { Proposals } from './use-proposals';

/** Says that a proposal came in that the author had asked for earlier, and shows it when they want. */
export function ArrivedProposal({ bookId, proposals }: { bookId: string; proposals: Proposals }) {
  const client = useClient();
  const { waiting } = useBackground();
  const arrived = waiting.find((work) => work.state === 'done' && work.kind === 'outline' && work.bookId === bookId);
  const newest = proposals.kept[0];
  if (!arrived || !newest) return null;
  const dismiss = () => void client.call('waiting.cancel', { id: arrived.id });
  return (
    <Banner
      title={`The outline you asked the co-writer for is here: ${countOf(newest.proposal.chapters.length, 'chapter')}.`}
      actions={
        <>
          <Button
            size="small"
            onPress={() => {
              proposals.show(newest.id);
              dismiss();
            }}
          >
            Show it
          </Button>
          <Button size="small" variant="quiet" onPress={dismiss}>
            Later
          </Button>
        </>
      }
    >
      Your outline stays as it is until you take a part of it.
    </Banner>
  );
}
