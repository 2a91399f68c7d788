import { ListTree } from 'lucide-react';
import { useState } from 'react';
import type { DraftOrigin } from '../../../src-shared/domain/draft';
import { errorText } from '../../app/error-text';
import type { RoomProps } from '../../app/room';
import { useCall, whenBookChanges } from '../../app/use-call';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import type { ChapterInterviewProps } from './chapter-interview';
import { DraftView } from './draft-view';
import { InterviewDesk } from './interview-desk';
import { chaptersToAsk, chapterToShow } from './interview-view-model';
import './interview.css';
import './draft.css';

/** The interview of a book, chapter by chapter, and the drafts made from its answers. */
export function InterviewRoom({ bookId, chapterId = null, questionId = null, onNavigate }: RoomProps) {
  const outline = useCall('outline.read', { bookId }, whenBookChanges(bookId, 'outline'));
  const brief = useCall('brief.read', { bookId }, whenBookChanges(bookId, 'brief'));
  if (outline.state === 'loading') return <div className="interview-room" aria-busy="true" />;
  if (outline.state === 'failed') {
    const { what, next } = errorText(outline.error);
    return (
      <div className="interview-room">
        <Banner tone="problem" title={what} actions={<Button onPress={outline.refresh}>Try again</Button>}>
          {next}
        </Banner>
      </div>
    );
  }
  const chapter = chapterToShow(outline.value.nodes, chapterId);
  if (!chapter) {
    return (
      <div className="interview-room">
        <h1 className="ui-visually-hidden">Interview</h1>
        <EmptyState
          icon={<ListTree size={20} aria-hidden />}
          title="Questions belong to a chapter"
          action={
            <Button variant="primary" size="large" onPress={() => onNavigate({ room: 'outline' })}>
              Go to the outline
            </Button>
          }
        >
          Make an outline first: each chapter in it gets an interview of its own.
        </EmptyState>
      </div>
    );
  }
  return (
    <ChapterInterview
      key={`${chapter.id} ${questionId ?? ''}`}
      questionId={chapter.id === chapterId ? questionId : null}
      bookId={bookId}
      chapter={chapter}
      chapters={chaptersToAsk(outline.value.nodes)}
      language={brief.value?.brief.language ?? 'en'}
      onNavigate={onNavigate}
    />
  );
}

/** What of a chapter’s interview is on show: its questions, one of them first, or its drafts. */
type Shown =
  | { readonly view: 'questions'; readonly firstId: string | null }
  | { readonly view: 'drafts'; readonly by: DraftOrigin };

function ChapterInterview({ questionId, ...props }: ChapterInterviewProps & { readonly questionId: string | null }) {
  const { bookId, chapter } = props;
  const interview = useCall('interview.read', { bookId, chapterId: chapter.id }, whenBookChanges(bookId, 'interview'));
  const [shown, setShown] = useState<Shown>({ view: 'questions', firstId: questionId });
  const showQuestion = (firstId: string | null) => setShown({ view: 'questions', firstId });
  if (interview.state === 'loading') return <div className="interview-room" aria-busy="true" />;
  if (interview.state === 'failed') {
    const { what, next } = errorText(interview.error);
    return (
      <div className="interview-room">
        <Banner tone="problem" title={what} actions={<Button onPress={interview.refresh}>Try again</Button>}>
          {next}
        </Banner>
      </div>
    );
  }
  return shown.view === 'drafts' ? (
    <DraftView
      {...props}
      interview={interview.value}
      by={shown.by}
      onQuestion={showQuestion}
      onClose={() => showQuestion(null)}
    />
  ) : (
    <InterviewDesk
      {...props}
      interview={interview.value}
      firstId={shown.firstId}
      onDraft={(by) => setShown({ view: 'drafts', by })}
    />
  );
}
