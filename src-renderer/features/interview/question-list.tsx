import { CircleCheck, CircleDashed, CircleDot, CircleSlash, GripVertical, Trash2 } from 'lucide-react';
import { Button, DropIndicator, GridList, GridListItem, useDragAndDrop } from 'react-aria-components';
import type { Question } from '../../../src-shared/domain/interview';
import { useChange } from '../../app/use-change';
import { IconButton } from '../../ui/button';
import { reorderDrop } from './interview-view-model';
import { answerNames } from './interview-words';
import './question-list.css';

export type QuestionListProps = {
  readonly bookId: string;
  readonly chapterId: string;
  readonly questions: readonly Question[];
  readonly shownId: string | null;
  readonly onShow: (questionId: string) => void;
};

/** The questions of a chapter in order; they can be dragged, or moved with Alt and the arrows. */
export function QuestionList({ bookId, questions, shownId, onShow }: QuestionListProps) {
  const change = useChange(bookId);
  const { dragAndDropHooks } = useDragAndDrop<Question>({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': questions.find((one) => one.id === key)?.text ?? '' })),
    onReorder: ({ keys, target }) => {
      const [questionId] = [...keys].map(String);
      if (questionId === undefined || target.dropPosition === 'on') return;
      const beforeId = reorderDrop(questions, questionId, String(target.key), target.dropPosition);
      void change('interview.reorder', { bookId, questionId, beforeId }, 'Moved the question.');
    },
    renderDropIndicator: (target) => <DropIndicator target={target} className="question-drop" />,
  });
  const trash = (question: Question) =>
    void change(
      'interview.trash',
      { bookId, questionId: question.id },
      'The question and its answer are in the trash.',
    );
  return (
    <GridList
      aria-label="Questions of this chapter"
      className="question-list"
      items={questions}
      selectionMode="single"
      selectionBehavior="replace"
      keyboardNavigationBehavior="tab"
      selectedKeys={shownId === null ? [] : [shownId]}
      onSelectionChange={(keys) => {
        const [id] = keys === 'all' ? [] : [...keys].map(String);
        if (id !== undefined) onShow(id);
      }}
      dragAndDropHooks={dragAndDropHooks}
      renderEmptyState={() => <p className="question-none">No questions yet.</p>}
    >
      {(question) => (
        <GridListItem id={question.id} textValue={`${question.text}, ${stateOf(question)}`} className="question-item">
          <Button slot="drag" className="question-grip">
            <GripVertical size={16} aria-hidden />
          </Button>
          <StateMark question={question} />
          <span className="question-item-text" dir="auto">
            {question.text}
          </span>
          <IconButton
            label="Move to trash"
            size="small"
            icon={<Trash2 size={16} aria-hidden />}
            onPress={() => trash(question)}
          />
        </GridListItem>
      )}
    </GridList>
  );
}

const stateOf = (question: Question) =>
  question.skipped && question.answer.state === 'empty' ? 'Skipped' : answerNames[question.answer.state];

const marks = { empty: CircleDashed, draft: CircleDot, complete: CircleCheck } as const;

function StateMark({ question }: { question: Question }) {
  const isSkipped = question.skipped && question.answer.state === 'empty';
  const Mark = isSkipped ? CircleSlash : marks[question.answer.state];
  return (
    <Mark
      size={16}
      role="img"
      aria-label={stateOf(question)}
      className="question-mark"
      data-state={question.answer.state}
    />
  );
}
