import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import type { Draft } from '../../../src-shared/domain/draft';
import type { Interview } from '../../../src-shared/domain/interview';
import { useCall, whenBookChanges } from '../../app/use-call';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { useEscape } from '../../ui/use-escape';
import { DraftBar } from './draft-bar';
import { DraftCompare } from './draft-compare';
import { DraftPreview } from './draft-preview';
import { FailureNote } from './failure-note';
import type { ChapterInterviewProps } from './chapter-interview';
import { missingForDraft } from './interview-view-model';
import { MakeDraft } from './make-draft';

export type DraftViewProps = ChapterInterviewProps & { readonly interview: Interview; readonly onClose: () => void };

/** What of the drafts is on show: one of them, or two side by side. */
type Shown = { readonly id: string | null; readonly besideId: string | null };

/** The drafts of a chapter: made from its answers, looked at sentence by sentence, compared. */
export function DraftView({ bookId, chapter, interview, onClose, onNavigate }: DraftViewProps) {
  const drafts = useCall('draft.list', { bookId, chapterId: chapter.id }, whenBookChanges(bookId, 'drafts'));
  useEscape(onClose);
  const [shown, setShown] = useState<Shown>({ id: null, besideId: null });
  const back = (
    <Button variant="quiet" icon={<ArrowLeft size={16} aria-hidden />} onPress={onClose}>
      Back to the questions
    </Button>
  );
  const missing = missingForDraft(interview.answered);
  const list = drafts.value ?? [];
  const draft = list.find((one) => one.id === shown.id) ?? list[0] ?? null;
  const beside = list.find((one) => one.id === shown.besideId && one.id !== draft?.id) ?? null;
  return (
    <div className="interview-room draft-room">
      <header className="draft-head">
        {back}
        <h1 className="draft-title">Draft of “{chapter.title}”</h1>
      </header>
      {drafts.state === 'failed' ? <FailureNote error={drafts.error} /> : null}
      {missing === null ? (
        <MakeDraft
          bookId={bookId}
          chapterId={chapter.id}
          isFirst={draft === null}
          onMade={(id) => setShown({ id, besideId: null })}
        />
      ) : null}
      {draft ? (
        <>
          <DraftBar
            bookId={bookId}
            draft={draft}
            beside={beside}
            drafts={list}
            onShow={(id) => setShown((last) => ({ ...last, id }))}
            onBeside={(besideId) => setShown({ id: draft.id, besideId })}
            onOpenInWrite={() => onNavigate({ room: 'write', chapterId: chapter.id })}
          />
          <Drafts draft={draft} beside={beside} interview={interview} />
        </>
      ) : null}
      {drafts.state === 'ready' && !draft ? (
        <EmptyState title={missing === null ? 'Your words, in order' : 'Not yet'}>
          {missing ??
            'The draft arranges your answers into prose and shows where each sentence comes from. Nothing is added.'}
        </EmptyState>
      ) : null}
    </div>
  );
}

function Drafts({ draft, beside, interview }: { draft: Draft; beside: Draft | null; interview: Interview }) {
  if (beside) return <DraftCompare one={draft} other={beside} />;
  return <DraftPreview key={draft.id} draft={draft} questions={interview.questions} />;
}
