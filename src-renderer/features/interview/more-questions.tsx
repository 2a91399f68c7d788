import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { Question } from '../../../src-shared/domain/interview';
import { useRunCommand, useShortcut } from '../../app/commands';
import { Button } from '../../ui/button';
import { NumberField } from '../../ui/number-field';
import { Hint } from '../../ui/tooltip';
import { FailureNote } from './failure-note';
import { roomForQuestions } from './interview-view-model';
import { useGenerate } from './use-generate';

export type MoreQuestionsProps = {
  readonly bookId: string;
  readonly chapterId: string;
  readonly questions: readonly Question[];
};

/** Asks for more questions, or writes one. Those that are there stay as they are. */
export function MoreQuestions({ bookId, chapterId, questions }: MoreQuestionsProps) {
  const run = useRunCommand();
  const keys = useShortcut('interview.addOwn');
  const most = roomForQuestions(questions);
  const [count, setCount] = useState(3);
  const { state, generate } = useGenerate(bookId, chapterId);
  const wanted = Math.min(count, most);
  return (
    <div className="more-questions">
      <div className="more-questions-row">
        <NumberField label="How many more" isLabelHidden value={wanted} onChange={setCount} least={1} most={most} />
        <Button isDisabled={state.state === 'asking'} onPress={() => void generate(wanted)}>
          Ask me more
        </Button>
      </div>
      <Hint text="Write your own question" shortcut={keys}>
        <Button variant="quiet" icon={<Plus size={16} aria-hidden />} onPress={() => run('interview.addOwn')}>
          Write your own
        </Button>
      </Hint>
      {state.state === 'failed' ? <FailureNote error={state.error} /> : null}
    </div>
  );
}
