import { useCallback, useState } from 'react';
import type { Question } from '../../../src-shared/domain/interview';
import type { AppError } from '../../../src-shared/result';
import { countWords } from '../../../src-shared/domain/word-count';
import { useClient } from '../../app/client-context';
import { useCommand } from '../../app/commands';
import { useReportSaveStatus } from '../../app/save-status';
import { useChange } from '../../app/use-change';
import { useSaved, useSaveStatusOf } from '../../app/use-saved';
import { useAnnounce } from '../../ui/live-region';
import { AnswerField } from './answer-field';
import { FailureNote } from './failure-note';
import { changeText, positionOf, type AnswerValue } from './interview-view-model';
import { QuestionCoWriter } from './question-co-writer';
import { QuestionFeedback } from './question-feedback';
import { QuestionHead } from './question-head';
import { RevisionsDialog } from './revisions-dialog';
import { TidyAnswer } from './tidy-answer';

export type QuestionDeskProps = {
  readonly bookId: string;
  readonly question: Question;
  readonly questions: readonly Question[];
  readonly language: string;
  readonly onShow: (questionId: string) => void;
  readonly onGoOn: () => void;
};

/** One question and its answer, which saves itself. */
export function QuestionDesk({ bookId, question, questions, language, onShow, onGoOn }: QuestionDeskProps) {
  const announce = useAnnounce();
  const change = useChange(bookId);
  const answer = useAnswer(bookId, question);
  const [failed, setFailed] = useState<AppError | null>(null);
  const [isLooking, setLooking] = useState(false);
  const words = countWords(answer.value.text, language);
  useReportSaveStatus(useSaveStatusOf(answer.status));

  const complete = async (): Promise<boolean> => {
    if (answer.value.text.trim() === '') {
      announce('There is no answer to complete yet.');
      return false;
    }
    answer.change({ ...answer.value, state: 'complete' });
    await answer.flush();
    announce('Answer complete.');
    return true;
  };
  const completeAndGoOn = async () => {
    if (await complete()) onGoOn();
  };
  const skip = async () => {
    const skipped = !question.skipped;
    await answer.flush();
    const said = skipped ? 'Skipped. It stays in the list.' : 'Back among the questions.';
    const done = await change('interview.skip', { bookId, questionId: question.id, skipped }, said);
    if (done.ok && skipped) onGoOn();
  };
  const keepPrivate = async (isPrivate: boolean) => {
    await answer.flush();
    const said = isPrivate ? 'The co-writer does not see this answer.' : 'The co-writer may see this answer.';
    await change('answer.keepPrivate', { bookId, questionId: question.id, isPrivate }, said);
  };
  const rewrite = async () => {
    await answer.flush();
    const done = await change('interview.rewrite', { bookId, questionId: question.id }, 'Asked differently.', 'caller');
    setFailed(done.ok ? null : done.error);
    if (done.ok) onShow(done.value.id);
  };
  useCommand('interview.complete', () => void complete());
  useCommand('interview.completeAndNext', () => void completeAndGoOn());
  useCommand('interview.skip', () => void skip());
  useCommand('interview.rewrite', () => void rewrite());
  return (
    <article className="question" aria-label={`Question ${positionOf(questions, question.id)}`}>
      <QuestionHead question={question} position={positionOf(questions, question.id)} />
      {failed ? <FailureNote error={failed} /> : null}
      <AnswerField
        question={question}
        value={answer.value}
        words={words}
        status={answer.status}
        onText={(text, pasted) => answer.change(changeText(answer.value, text, pasted))}
        onReopen={() => answer.change({ ...answer.value, state: 'draft' })}
        onLeave={() => void answer.flush()}
        onRevisions={() => setLooking(true)}
        onPrivate={(isPrivate) => void keepPrivate(isPrivate)}
      />
      <QuestionCoWriter
        bookId={bookId}
        question={question}
        isAnswered={answer.value.text.trim() !== ''}
        flush={answer.flush}
      >
        <TidyAnswer
          bookId={bookId}
          questionId={question.id}
          language={language}
          text={answer.value.text}
          flush={answer.flush}
          onTake={(text) => {
            answer.change({ ...answer.value, text, keepsEarlier: true });
            void answer.flush();
          }}
        />
      </QuestionCoWriter>
      <QuestionFeedback bookId={bookId} question={question} onShow={onShow} onBusy={answer.flush} />
      <RevisionsDialog
        bookId={bookId}
        questionId={question.id}
        isOpen={isLooking}
        onClose={() => setLooking(false)}
        onBringBack={(text) => {
          answer.change({ text, state: 'draft', source: 'typed' });
          void answer.flush();
        }}
      />
    </article>
  );
}

/** `keepsEarlier`: the present text is worth keeping, however little the new one differs. */
type AnswerToSave = AnswerValue & { readonly keepsEarlier?: boolean };

/** The answer under the author's hands; it is saved 800 ms after the last key and on leaving. */
function useAnswer(bookId: string, question: Question) {
  const client = useClient();
  const questionId = question.id;
  const save = useCallback(
    (value: AnswerToSave) => client.call('answer.save', { bookId, questionId, ...value }),
    [client, bookId, questionId],
  );
  const { text, state, source } = question.answer;
  return useSaved<AnswerToSave>({ text, state, source }, save);
}
