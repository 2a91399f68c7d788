import type { Draft, DraftOrigin } from '../../../src-shared/domain/draft';
import { CoWriterDraft } from '../../app/co-writer-draft';
import { useCoWriter } from '../../app/use-co-writer';
import type { Asking } from '../../app/use-work';
import { Segments } from '../../ui/toggle-button';
import { MakeDraft } from './make-draft';

type Props = {
  readonly bookId: string;
  readonly chapterId: string;
  readonly drafts: readonly Draft[];
  readonly by: DraftOrigin;
  readonly onBy: (by: DraftOrigin) => void;
  readonly asking: Asking<'draft'>;
  readonly onMade: (draftId: string) => void;
};

const drafters = [
  { id: 'built-in', name: 'Only my words' },
  { id: 'co-writer', name: 'The co-writer' },
] as const;

/** Makes a draft: from the author’s words alone, or with the co-writer while it is on. */
export function DraftingDesk({ bookId, chapterId, drafts, by, onBy, asking, onMade }: Props) {
  const status = useCoWriter();
  const isFirst = drafts.length === 0;
  const isCoWriter = status?.isOn === true && (by === 'co-writer' || asking.state.state === 'working');
  return (
    <section aria-label="Make a draft" className="make-draft">
      {status?.isOn ? <Segments label="Who drafts" options={drafters} value={by} onChange={onBy} /> : null}
      {isCoWriter ? (
        <CoWriterDraft
          bookId={bookId}
          chapterId={chapterId}
          drafts={drafts}
          asking={asking}
          isMain={isFirst}
          without={{ label: 'Draft with only my words', onPress: () => onBy('built-in') }}
        >
          {null}
        </CoWriterDraft>
      ) : (
        <MakeDraft bookId={bookId} chapterId={chapterId} isFirst={isFirst} onMade={onMade} />
      )}
    </section>
  );
}
