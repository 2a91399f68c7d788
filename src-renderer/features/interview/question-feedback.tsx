import type { Feedback, Question } from '../../../src-shared/domain/interview';
import { useChange } from '../../app/use-change';
import { ToggleButton } from '../../ui/toggle-button';
import { feedbackNames, feedbackOrder } from './interview-words';

type QuestionFeedbackProps = {
  readonly bookId: string;
  readonly question: Question;
  readonly onShow: (questionId: string) => void;
  /** Saves what waits before the question changes under it. */
  readonly onBusy: () => Promise<void>;
};

/** What the author thinks of the question, in one click that acts at once. */
export function QuestionFeedback({ bookId, question, onShow, onBusy }: QuestionFeedbackProps) {
  const change = useChange(bookId);
  const give = async (feedback: Feedback) => {
    await onBusy();
    const answer = await change(
      'interview.giveFeedback',
      { bookId, questionId: question.id, feedback },
      ({ done }) => done,
    );
    if (answer.ok) onShow(answer.value.question.id);
  };
  return (
    <div className="question-feedback" role="group" aria-label="Your view of this question">
      <span className="question-label">This question is</span>
      {feedbackOrder.map((feedback) => (
        <ToggleButton
          key={feedback}
          label={feedbackNames[feedback]}
          isSelected={question.feedback === feedback}
          onChange={() => void give(feedback)}
        />
      ))}
    </div>
  );
}
