import { Check, CircleCheck, CircleDashed, CircleDot, History, SkipForward, Undo2 } from 'lucide-react';
import { useRef } from 'react';
import { Meter } from 'react-aria-components';
import type { Question } from '../../../src-shared/domain/interview';
import { KeepPrivate } from '../../app/keep-private';
import { useRunCommand, useShortcut } from '../../app/commands';
import { errorText } from '../../app/error-text';
import type { SaverState } from '../../app/saver';
import { Button, IconButton } from '../../ui/button';
import { TextArea } from '../../ui/field';
import { Hint } from '../../ui/tooltip';
import { measureLength, type AnswerValue } from './interview-view-model';
import { answerNames } from './interview-words';
import './answer-field.css';

const stateIcons = { empty: CircleDashed, draft: CircleDot, complete: CircleCheck } as const;

export type AnswerFieldProps = {
  readonly question: Question;
  readonly value: AnswerValue;
  readonly words: number;
  readonly status: SaverState;
  /** `pasted` is the text of the paste that made this change, or `null`. */
  readonly onText: (text: string, pasted: string | null) => void;
  readonly onReopen: () => void;
  readonly onLeave: () => void;
  readonly onRevisions: () => void;
  readonly onPrivate: (isPrivate: boolean) => void;
};

/** Where the author answers: a page that grows, its length beside the suggestion, and the ways on. */
export function AnswerField(props: AnswerFieldProps) {
  const { question, value, words, status, onText, onLeave } = props;
  const pasted = useRef<string | null>(null);
  const failed = status.state === 'failed' ? errorText(status.error) : null;
  return (
    <div className="answer">
      <TextArea
        label="Your answer"
        isLabelHidden
        look="book"
        fewestRows={6}
        placeholder="Say it as you would tell it to a friend."
        value={value.text}
        onPaste={(event) => {
          pasted.current = event.clipboardData.getData('text/plain');
        }}
        onChange={(text) => {
          onText(text, pasted.current);
          pasted.current = null;
        }}
        onBlur={onLeave}
        error={failed ? `${failed.what} ${failed.next}` : undefined}
      />
      <AnswerMeter question={question} words={words} />
      <AnswerActions {...props} />
    </div>
  );
}

function AnswerMeter({ question, words }: { question: Question; words: number }) {
  const { fraction, sentence } = measureLength(words, question.difficulty);
  return (
    <div className="answer-length">
      <Meter
        aria-label="Length of the answer"
        value={Math.round(fraction * 100)}
        valueLabel={sentence}
        className="answer-meter"
      >
        <div className="answer-meter-track">
          <div className="answer-meter-fill" style={{ width: `${Math.round(fraction * 100)}%` }} />
        </div>
      </Meter>
      <p className="answer-sentence">{sentence}</p>
    </div>
  );
}

function AnswerActions({ question, value, onReopen, onRevisions, onPrivate }: AnswerFieldProps) {
  const run = useRunCommand();
  const keys = {
    complete: useShortcut('interview.complete'),
    goOn: useShortcut('interview.completeAndNext'),
    skip: useShortcut('interview.skip'),
  };
  const StateIcon = stateIcons[value.state];
  const isEmpty = value.state === 'empty';
  return (
    <div className="answer-actions">
      <p className="answer-state" data-state={value.state}>
        <StateIcon size={16} aria-hidden />
        <span className="answer-state-name">
          {question.skipped && isEmpty ? 'Skipped' : answerNames[value.state]}
          {value.source === 'pasted' && !isEmpty ? ', pasted' : ''}
          {value.source === 'imported' && !isEmpty ? ', imported' : ''}
        </span>
      </p>
      {isEmpty ? null : (
        <IconButton
          label="Earlier versions of this answer"
          icon={<History size={16} aria-hidden />}
          onPress={onRevisions}
        />
      )}
      {isEmpty ? null : <KeepPrivate isPrivate={question.answer.isPrivate === true} onChange={onPrivate} />}
      <span className="answer-gap" />
      {isEmpty ? (
        <Hint text={question.skipped ? 'Ask it after all' : 'Skip this question'} shortcut={keys.skip}>
          <Button variant="quiet" icon={<SkipForward size={16} aria-hidden />} onPress={() => run('interview.skip')}>
            {question.skipped ? 'Ask it after all' : 'Skip'}
          </Button>
        </Hint>
      ) : null}
      {value.state === 'complete' ? (
        <Button variant="quiet" icon={<Undo2 size={16} aria-hidden />} onPress={onReopen}>
          Back to draft
        </Button>
      ) : (
        <Hint text="Complete" shortcut={keys.complete}>
          <Button icon={<Check size={16} aria-hidden />} isDisabled={isEmpty} onPress={() => run('interview.complete')}>
            Complete
          </Button>
        </Hint>
      )}
      <Hint text="Complete and go on" shortcut={keys.goOn}>
        <Button variant="primary" isDisabled={isEmpty} onPress={() => run('interview.completeAndNext')}>
          Complete and go on
        </Button>
      </Hint>
    </div>
  );
}
