import { CircleCheck, CircleDashed, CircleDot, CircleSlash, GripVertical, Trash2 } from 'lucide-react';
import { useState, type KeyboardEvent, type MouseEvent } from 'react';
import { Button, DropIndicator, GridList, GridListItem, useDragAndDrop } from 'react-aria-components';
import type { Question } from '../../../src-shared/domain/interview';
import { useShortcut } from '../../app/commands';
import { useChange } from '../../app/use-change';
import { IconButton } from '../../ui/button';
import { ContextMenu, type MenuPlace } from '../../ui/menu';
import { reorderDrop, reorderStep } from './interview-view-model';
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
  const { dragAndDropHooks, step, trash } = useQuestionActions(bookId, questions);
  const [asked, setAsked] = useState<Asked | null>(null);
  const questionAt = (target: EventTarget) => {
    const row = target instanceof Element ? target.closest('[data-key]') : null;
    return questions.find((one) => one.id === row?.getAttribute('data-key'));
  };
  // A right click, and the menu key on the question that has the focus.
  const openMenu = (event: MouseEvent) => {
    const question = questionAt(event.target);
    if (!question) return;
    event.preventDefault();
    setAsked({ question, place: { x: event.clientX, y: event.clientY } });
  };
  const press = (event: KeyboardEvent) => {
    const question = event.key === 'Delete' ? questionAt(event.target) : undefined;
    if (question) trash(question);
  };
  return (
    <div role="presentation" onKeyDownCapture={press} onContextMenu={openMenu}>
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
        {(question) => <QuestionItem question={question} onTrash={() => trash(question)} />}
      </GridList>
      <QuestionMenu asked={asked} onClose={() => setAsked(null)} onStep={step} onTrash={trash} />
    </div>
  );
}

/** What can be done with a question of the list; each change has its Undo. */
function useQuestionActions(bookId: string, questions: readonly Question[]) {
  const change = useChange(bookId);
  const move = (questionId: string, beforeId: string | null) =>
    void change('interview.reorder', { bookId, questionId, beforeId }, 'Moved the question.');
  const { dragAndDropHooks } = useDragAndDrop<Question>({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': questions.find((one) => one.id === key)?.text ?? '' })),
    onReorder: ({ keys, target }) => {
      const [questionId] = [...keys].map(String);
      if (questionId === undefined || target.dropPosition === 'on') return;
      move(questionId, reorderDrop(questions, questionId, String(target.key), target.dropPosition));
    },
    renderDropIndicator: (target) => <DropIndicator target={target} className="question-drop" />,
  });
  return {
    dragAndDropHooks,
    step: (question: Question, by: 1 | -1) => {
      const beforeId = reorderStep(questions, question.id, by);
      if (beforeId !== undefined) move(question.id, beforeId);
    },
    trash: (question: Question) =>
      void change(
        'interview.trash',
        { bookId, questionId: question.id },
        'The question and its answer are in the trash.',
      ),
  };
}

function QuestionItem({ question, onTrash }: { question: Question; onTrash: () => void }) {
  return (
    <GridListItem id={question.id} textValue={`${question.text}, ${stateOf(question)}`} className="question-item">
      <Button slot="drag" className="question-grip">
        <GripVertical size={16} aria-hidden />
      </Button>
      <StateMark question={question} />
      <span className="question-item-text" dir="auto">
        {question.text}
      </span>
      <IconButton label="Move to trash" size="small" icon={<Trash2 size={16} aria-hidden />} onPress={onTrash} />
    </GridListItem>
  );
}

/** A question whose menu is open, and where. */
type Asked = { readonly question: Question; readonly place: NonNullable<MenuPlace> };

type QuestionMenuProps = {
  readonly asked: Asked | null;
  readonly onClose: () => void;
  readonly onStep: (question: Question, by: 1 | -1) => void;
  readonly onTrash: (question: Question) => void;
};

function QuestionMenu({ asked, onClose, onStep, onTrash }: QuestionMenuProps) {
  const [up, down] = [useShortcut('interview.previous'), useShortcut('interview.next')];
  const on = (act: (question: Question) => void) => () => {
    if (asked) act(asked.question);
  };
  return (
    <ContextMenu
      label="Actions for this question"
      place={asked?.place ?? null}
      onClose={onClose}
      entries={[
        { id: 'up', label: 'Move up', shortcut: up, onAction: on((question) => onStep(question, -1)) },
        { id: 'down', label: 'Move down', shortcut: down, onAction: on((question) => onStep(question, 1)) },
        { id: 'rule', separator: true },
        {
          id: 'trash',
          label: 'Move to trash',
          shortcut: 'Delete',
          icon: <Trash2 size={16} aria-hidden />,
          onAction: on(onTrash),
        },
      ]}
    />
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
