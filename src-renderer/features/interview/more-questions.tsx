import { Plus } from 'lucide-react';
import { CoWriterAction } from '../../app/co-writer-action';
import { useRunCommand, useShortcut } from '../../app/commands';
import { Button } from '../../ui/button';
import { NumberField } from '../../ui/number-field';
import { Hint } from '../../ui/tooltip';
import { FailureNote } from './failure-note';
import type { Questioning } from './use-questioning';

export type MoreQuestionsProps = {
  readonly bookId: string;
  readonly chapterId: string;
  readonly questioning: Questioning;
};

/** Asks for more questions, or writes one. Those that are there stay as they are. */
export function MoreQuestions({ bookId, chapterId, questioning }: MoreQuestionsProps) {
  const run = useRunCommand();
  const keys = useShortcut('interview.addOwn');
  const coWriterKeys = useShortcut('coWriter.questions');
  const { wanted, least, most, setCount, isAsking, failed, generate, asking } = questioning;
  return (
    <div className="more-questions">
      <div className="more-questions-row">
        <NumberField label="How many more" isLabelHidden value={wanted} onChange={setCount} least={least} most={most} />
        <Button isDisabled={isAsking} onPress={generate}>
          Ask me more
        </Button>
      </div>
      <CoWriterAction
        label="Ask the co-writer"
        asking={asking}
        work={{ kind: 'questions', bookId, chapterId, count: wanted }}
        shortcut={coWriterKeys}
        without={{ label: 'Ask me more', onPress: generate }}
      />
      <Hint text="Write your own question" shortcut={keys}>
        <Button variant="quiet" icon={<Plus size={16} aria-hidden />} onPress={() => run('interview.addOwn')}>
          Write your own
        </Button>
      </Hint>
      {failed ? <FailureNote error={failed} /> : null}
    </div>
  );
}
