import { useCall, whenBookChanges } from '../../app/use-call';
import { errorText } from '../../app/error-text';
import { blocksOfAnswer, insertAtCursor } from '../../editor-kit/insertion';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { countOf } from '../../ui/words';
import type { SupportProps } from './chapter-props';
import { useAnswerPlaces } from './use-answer-places';

/** The chapter's answers, at hand while writing; each can come into the text and stays known as an answer. */
export function AnswersPanel({ bookId, chapterId, session, onNavigate }: SupportProps) {
  const interview = useCall('interview.read', { bookId, chapterId }, whenBookChanges(bookId, 'interview'));
  const showUse = useAnswerPlaces(session);
  if (interview.state === 'loading') return null;
  if (interview.state === 'failed') {
    const { what, next } = errorText(interview.error);
    return (
      <Banner tone="problem" title={what}>
        {next}
      </Banner>
    );
  }
  const answered = interview.value.questions.filter((question) => question.answer.text.trim() !== '');
  const toInterview = () => onNavigate({ room: 'interview', chapterId });
  if (answered.length === 0) {
    return (
      <EmptyState title="No answers yet" action={<Button onPress={toInterview}>Answer questions</Button>}>
        What you answer about this chapter appears here, to read and to use.
      </EmptyState>
    );
  }
  return (
    <ul className="support-list">
      {answered.map(({ id, text, answer }) => (
        <li key={id} className="support-card">
          <p className="support-question" dir="auto">
            {text}
          </p>
          <p className="support-text" dir="auto">
            {answer.text}
          </p>
          <div className="support-actions">
            <span className="support-note">{countOf(answer.words, 'word')}</span>
            <Button
              size="small"
              variant="quiet"
              aria-label={`Show where the answer to “${text}” is used`}
              onPress={() => showUse(id)}
            >
              Where used
            </Button>
            <Button
              size="small"
              aria-label={`Insert the answer to “${text}”`}
              onPress={() => {
                insertAtCursor(session.editor.view, blocksOfAnswer(answer.text, id, answer.isPrivate));
                session.editor.view.focus();
              }}
            >
              Insert
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
}
