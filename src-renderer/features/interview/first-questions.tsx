import { MessagesSquare } from 'lucide-react';
import { useState } from 'react';
import { interviewLimits } from '../../../src-shared/domain/interview';
import type { OutlineNode } from '../../../src-shared/domain/outline';
import { useRunCommand } from '../../app/commands';
import { useSettings } from '../../app/settings-context';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { NumberField } from '../../ui/number-field';
import { FailureNote } from './failure-note';
import { useGenerate } from './use-generate';
import { countOf } from '../../ui/words';

/** A chapter that has not been asked about yet. */
export function FirstQuestions({ bookId, chapter }: { bookId: string; chapter: OutlineNode }) {
  const { settings } = useSettings();
  const run = useRunCommand();
  const [count, setCount] = useState<number | null>(null);
  const { state, generate } = useGenerate(bookId, chapter.id);
  const wanted = count ?? settings.questionsPerChapter;
  return (
    <EmptyState
      icon={<MessagesSquare size={20} aria-hidden />}
      title={chapter.title.trim() === '' ? 'A chapter to talk about' : chapter.title}
      action={
        <>
          <NumberField
            label="How many questions"
            isLabelHidden
            value={wanted}
            onChange={setCount}
            least={interviewLimits.fewestQuestions}
            most={interviewLimits.questionsPerChapter}
          />
          <Button variant="primary" isDisabled={state.state === 'asking'} onPress={() => void generate(wanted)}>
            Ask me {countOf(wanted, 'question')}
          </Button>
          <Button variant="quiet" onPress={() => run('interview.addOwn')}>
            Write my own
          </Button>
        </>
      }
    >
      <p>Answer a few questions about this chapter and your own words become its first draft.</p>
      {state.state === 'failed' ? <FailureNote error={state.error} /> : null}
    </EmptyState>
  );
}
