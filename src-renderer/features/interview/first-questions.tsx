import { MessagesSquare } from 'lucide-react';
import type { OutlineNode } from '../../../src-shared/domain/outline';
import { CoWriterAction } from '../../app/co-writer-action';
import { useRunCommand, useShortcut } from '../../app/commands';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { NumberField } from '../../ui/number-field';
import { FailureNote } from './failure-note';
import type { Questioning } from './use-questioning';
import { countOf } from '../../ui/words';

type Props = { readonly bookId: string; readonly chapter: OutlineNode; readonly questioning: Questioning };

/** A chapter that has not been asked about yet. */
export function FirstQuestions({ bookId, chapter, questioning }: Props) {
  const run = useRunCommand();
  const keys = useShortcut('coWriter.questions');
  const { wanted, least, most, setCount, isAsking, failed, generate, asking } = questioning;
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
            least={least}
            most={most}
          />
          <Button variant="primary" isDisabled={isAsking} onPress={generate}>
            Ask me {countOf(wanted, 'question')}
          </Button>
          <Button variant="quiet" onPress={() => run('interview.addOwn')}>
            Write my own
          </Button>
          <CoWriterAction
            label="Ask the co-writer"
            asking={asking}
            work={{ kind: 'questions', bookId, chapterId: chapter.id, count: wanted }}
            shortcut={keys}
            without={{ label: `Ask me ${countOf(wanted, 'question')}`, onPress: generate }}
          />
        </>
      }
    >
      <p>Answer a few questions about this chapter and your own words become its first draft.</p>
      {failed ? <FailureNote error={failed} /> : null}
    </EmptyState>
  );
}
