import { useState } from 'react';
import type { Interview } from '../../../src-shared/domain/interview';
import { useCommand } from '../../app/commands';
import { Support } from '../../app/support';
import { useChange } from '../../app/use-change';
import { useToast } from '../../ui/toast';
import { ChapterBar } from './chapter-bar';
import { FirstQuestions } from './first-questions';
import type { ChapterInterviewProps } from './chapter-interview';
import { missingForDraft, questionBeside, questionToShow, reorderStep, unansweredAfter } from './interview-view-model';
import { OwnQuestionDialog } from './own-question-dialog';
import { QuestionDesk } from './question-desk';
import { QuestionPanel } from './question-panel';

export type InterviewDeskProps = ChapterInterviewProps & {
  readonly interview: Interview;
  readonly onDraft: () => void;
};

/** One question at a time, and the list of all of them beside it. */
export function InterviewDesk(props: InterviewDeskProps) {
  const { bookId, chapter, interview, language, onDraft } = props;
  const { questions } = interview;
  const change = useChange(bookId);
  const toast = useToast();
  const whatNext =
    missingForDraft(interview.answered) === null ? { undo: onDraft, undoLabel: 'Draft from answers' } : {};
  const [wantedId, setWantedId] = useState<string | null>(null);
  const [isWriting, setWriting] = useState(false);
  const [shownId, setShownId] = useState<string | null>(null);
  // A question that was just added is wanted a moment before it is in the list; until then the one on show stays.
  const question = questions.find((one) => one.id === wantedId) ?? questionToShow(interview, shownId);
  // The question that is shown stays, also when answering it makes another one the next unanswered.
  if (question && question.id !== shownId) setShownId(question.id);
  const step = (by: 1 | -1) => {
    if (!question) return;
    if (isInList()) {
      const beforeId = reorderStep(questions, question.id, by);
      if (beforeId !== undefined)
        void change('interview.reorder', { bookId, questionId: question.id, beforeId }, 'Moved the question.');
      return;
    }
    const next = questionBeside(questions, question.id, by);
    if (next) setWantedId(next.id);
  };
  const goToUnanswered = (isThisDone: boolean) => {
    const next = question ? unansweredAfter(questions, question.id) : null;
    if (next) setWantedId(next.id);
    else if (isThisDone) toast({ text: 'Every question here is answered or skipped.', ...whatNext });
    else toast({ text: 'This is the last question without an answer.' });
  };
  useCommand('interview.next', () => step(1), { enabled: question !== null });
  useCommand('interview.previous', () => step(-1), { enabled: question !== null });
  const isDone = question !== null && (question.skipped || question.answer.state !== 'empty');
  useCommand('interview.nextUnanswered', () => goToUnanswered(isDone), { enabled: question !== null });
  useCommand('interview.addOwn', () => setWriting(true));
  useCommand('interview.draft', onDraft);
  return (
    <div className="interview-room">
      <ChapterBar {...props} question={question} />
      {question ? (
        <QuestionDesk
          key={question.id}
          bookId={bookId}
          question={question}
          questions={questions}
          language={language}
          onShow={setWantedId}
          onGoOn={() => goToUnanswered(true)}
        />
      ) : (
        <FirstQuestions bookId={bookId} chapter={chapter} />
      )}
      <OwnQuestionDialog
        bookId={bookId}
        chapterId={chapter.id}
        isOpen={isWriting}
        onClose={() => setWriting(false)}
        onAdded={setWantedId}
      />
      <Support label="Questions">
        <QuestionPanel
          bookId={bookId}
          chapterId={chapter.id}
          questions={questions}
          shownId={question?.id ?? null}
          onShow={setWantedId}
        />
      </Support>
    </div>
  );
}

/** Whether the arrows mean the list: there they move the question itself. */
const isInList = () => document.activeElement?.closest('.question-list') !== null && document.activeElement !== null;
