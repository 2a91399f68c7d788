import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import type { Draft, DraftOrigin } from '../../../src-shared/domain/draft';
import type { Interview } from '../../../src-shared/domain/interview';
import type { WorkItem } from '../../../src-shared/ipc/co-writer-calls';
import { IncomingDraft } from '../../app/draft-facts';
import { draftSaid, incomingParagraphs } from '../../app/draft-wish';
import { useCall, whenBookChanges } from '../../app/use-call';
import { useCoWriterCommand } from '../../app/use-co-writer-command';
import { useWork } from '../../app/use-work';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { useEscape } from '../../ui/use-escape';
import { DraftBar } from './draft-bar';
import { DraftCompare } from './draft-compare';
import { DraftPreview } from './draft-preview';
import { DraftingDesk } from './drafting-desk';
import { FailureNote } from './failure-note';
import type { ChapterInterviewProps } from './chapter-interview';
import { missingForDraft } from './interview-view-model';

export type DraftViewProps = ChapterInterviewProps & {
  readonly interview: Interview;
  /** Who drafts unless the author says otherwise. */
  readonly by: DraftOrigin;
  readonly onQuestion: (questionId: string) => void;
  readonly onClose: () => void;
};

/** What of the drafts is on show: one of them, or two side by side. */
type Shown = { readonly id: string | null; readonly besideId: string | null };

/** The drafts of a chapter: made from its answers, looked at sentence by sentence, compared. */
export function DraftView(props: DraftViewProps) {
  const { bookId, chapter, interview, by, onQuestion, onClose, onNavigate } = props;
  const drafts = useCall('draft.list', { bookId, chapterId: chapter.id }, whenBookChanges(bookId, 'drafts'));
  useEscape(onClose);
  const [shown, setShown] = useState<Shown>({ id: null, besideId: null });
  const show = (id: string) => setShown({ id, besideId: null });
  const asking = useWork<'draft'>(draftSaid, ({ draft }) => show(draft.id), `draft ${bookId} ${chapter.id}`);
  const [chosenBy, setBy] = useState<DraftOrigin>(asking.state.state === 'idle' ? by : 'co-writer');
  useCoWriterCommand('coWriter.draft', () => setBy('co-writer'));
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
        <DraftingDesk
          bookId={bookId}
          chapterId={chapter.id}
          drafts={list}
          by={chosenBy}
          onBy={setBy}
          asking={asking}
          onMade={show}
        />
      ) : null}
      {asking.state.state === 'working' ? (
        <IncomingPage items={asking.state.items} />
      ) : draft ? (
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
          <Drafts draft={draft} beside={beside} interview={interview} onQuestion={onQuestion} />
        </>
      ) : null}
      {drafts.state === 'ready' && !draft && asking.state.state !== 'working' ? (
        <EmptyState title={missing === null ? 'Your words, in order' : 'Not yet'}>
          {missing ?? promises[chosenBy]}
        </EmptyState>
      ) : null}
    </div>
  );
}

/** What a draft is before there is one. */
const promises: Readonly<Record<DraftOrigin, string>> = {
  'built-in': 'The draft arranges your answers into prose and shows where each sentence comes from. Nothing is added.',
  'co-writer': 'The co-writer makes prose of your answers. What they do not carry is marked, sentence by sentence.',
};

type DraftsProps = Pick<DraftViewProps, 'interview' | 'onQuestion'> & {
  readonly draft: Draft;
  readonly beside: Draft | null;
};

function Drafts({ draft, beside, interview, onQuestion }: DraftsProps) {
  if (beside) return <DraftCompare one={draft} other={beside} />;
  return <DraftPreview key={draft.id} draft={draft} questions={interview.questions} onQuestion={onQuestion} />;
}

/** The page on which the co-writer’s draft appears, sentence by sentence. */
function IncomingPage({ items }: { items: readonly WorkItem[] }) {
  return (
    <section className="draft-page" aria-label="The draft as it comes in">
      <div className="draft-text">
        <IncomingDraft paragraphs={incomingParagraphs(items)} />
      </div>
    </section>
  );
}
