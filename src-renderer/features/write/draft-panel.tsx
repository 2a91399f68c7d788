import { Columns2 } from 'lucide-react';
import { useState } from 'react';
import type { DraftOrigin } from '../../../src-shared/domain/draft';
import { CoWriterDraft } from '../../app/co-writer-draft';
import { IncomingDraft } from '../../app/draft-facts';
import { draftSaid, incomingParagraphs } from '../../app/draft-wish';
import { useCall, whenBookChanges } from '../../app/use-call';
import { useCoWriter } from '../../app/use-co-writer';
import { useWork } from '../../app/use-work';
import { Button } from '../../ui/button';
import { Segments } from '../../ui/toggle-button';
import type { SupportProps } from './chapter-props';
import { DraftCard } from './draft-card';
import { DraftsDialog } from './drafts-dialog';
import { MakeBuiltInDraft } from './make-built-in-draft';

const drafters = [
  { id: 'built-in', name: 'Only my words' },
  { id: 'co-writer', name: 'The co-writer' },
] as const;

/** Drafts made of the author's own answers. Nothing enters the chapter without a click. */
export function DraftPanel(props: SupportProps) {
  const { bookId, chapterId, session } = props;
  const drafts = useCall('draft.list', { bookId, chapterId }, whenBookChanges(bookId, 'drafts'));
  const status = useCoWriter();
  const asking = useWork<'draft'>(draftSaid, drafts.refresh, `draft ${bookId} ${chapterId}`);
  const [by, setBy] = useState<DraftOrigin>(asking.state.state === 'idle' ? 'built-in' : 'co-writer');
  const [isComparing, setComparing] = useState(false);
  const list = [...(drafts.value ?? [])].sort((one, other) => other.createdAt.localeCompare(one.createdAt));
  const isCoWriter = status?.isOn === true && (by === 'co-writer' || asking.state.state === 'working');
  return (
    <div className="support-stack">
      {status?.isOn ? <Segments label="Who drafts" options={drafters} value={by} onChange={setBy} /> : null}
      {isCoWriter ? (
        <CoWriterDraft
          bookId={bookId}
          chapterId={chapterId}
          drafts={list}
          asking={asking}
          isMain={list.length === 0}
          without={{ label: 'Draft with only my words', onPress: () => setBy('built-in') }}
        >
          {(items) => (
            <div className="support-incoming">
              <IncomingDraft paragraphs={incomingParagraphs(items)} />
            </div>
          )}
        </CoWriterDraft>
      ) : (
        <MakeBuiltInDraft bookId={bookId} chapterId={chapterId} isFirst={list.length === 0} onMade={drafts.refresh} />
      )}
      {list.length > 1 ? (
        <Button
          size="small"
          variant="quiet"
          icon={<Columns2 size={16} aria-hidden />}
          onPress={() => setComparing(true)}
        >
          Drafts side by side
        </Button>
      ) : null}
      {list.map((draft, index) => (
        <DraftCard key={draft.id} {...props} draft={draft} isOpen={index === 0} onDiscarded={drafts.refresh} />
      ))}
      {isComparing ? (
        <DraftsDialog bookId={bookId} session={session} drafts={list} onClose={() => setComparing(false)} />
      ) : null}
    </div>
  );
}
