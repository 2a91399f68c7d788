import { useState } from 'react';
import type { DraftOrigin } from '../../../src-shared/domain/draft';
import type { Interview } from '../../../src-shared/domain/interview';
import { useCommand } from '../../app/commands';
import { Support } from '../../app/support';
import { useChange } from '../../app/use-change';
import { useCoWriterCommand } from '../../app/use-co-writer-command';
import { useWork } from '../../app/use-work';
import { useToast } from '../../ui/toast';
import { ChapterBar } from './chapter-bar';
import { ContradictionsDialog, type AnswerPlace } from './contradictions';
import { FirstQuestions } from './first-questions';
import type { ChapterInterviewProps } from './chapter-interview';
import {
  contradictionsSaid,
  missingForDraft,
  questionBeside,
  questionToShow,
  reorderStep,
  unansweredAfter,
} from './interview-view-model';
import { OwnQuestionDialog } from './own-question-dialog';
import { QuestionDesk } from './question-desk';
import { QuestionPanel } from './question-panel';
import { useQuestioning } from './use-questioning';

export type InterviewDeskProps = ChapterInterviewProps & {
  readonly interview: Interview;
  /** A question to show at first, which a source or a contradiction led to. */
  readonly firstId: string | null;
  readonly onDraft: (by: DraftOrigin) => void;
};

/** One question at a time, and the list of all of them beside it. */
export function InterviewDesk(props: InterviewDeskProps) {
  const { bookId, chapter, interview, language, firstId, onDraft, onNavigate } = props;
  const { questions } = interview;
  const change = useChange(bookId);
  const toast = useToast();
  const whatNext =
    missingForDraft(interview.answered) === null ? { undo: () => onDraft('built-in'), undoLabel: 'Draft from answers' } : {};
  const [wantedId, setWantedId] = useState<string | null>(firstId);
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
  useCommand('interview.draft', () => onDraft('built-in'));
  useCoWriterCommand('coWriter.draft', () => onDraft('co-writer'));
  const questioning = useQuestioning(bookId, chapter.id, questions);
  const contradictions = useWork<'contradictions'>((outcome) => contradictionsSaid(outcome.contradictions.length));
  useCoWriterCommand('coWriter.contradictions', () => void contradictions.start({ kind: 'contradictions', bookId }));
  const goToAnswer = ({ chapterId, questionId }: AnswerPlace) => {
    if (chapterId === chapter.id) setWantedId(questionId);
    else onNavigate({ room: 'interview', chapterId, questionId });
  };
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
        <FirstQuestions bookId={bookId} chapter={chapter} questioning={questioning} />
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
          questioning={questioning}
          contradictions={contradictions}
        />
      </Support>
      <ContradictionsDialog asking={contradictions} onAnswer={goToAnswer} />
    </div>
  );
}

/** Whether the arrows mean the list: there they move the question itself. */
const isInList = () => document.activeElement?.closest('.question-list') !== null && document.activeElement !== null;
