import type { ReactNode } from 'react';
import { interviewLimits, type Question } from '../../../src-shared/domain/interview';
import { CoWriterAction } from '../../app/co-writer-action';
import { useRunCommand, useShortcut } from '../../app/commands';
import { useCoWriter } from '../../app/use-co-writer';
import { useCoWriterCommand } from '../../app/use-co-writer-command';
import { useWork } from '../../app/use-work';
import { questionsSaid } from './interview-view-model';

type Props = {
  readonly bookId: string;
  readonly question: Question;
  /** Whether there are words in the answer now, saved or not. */
  readonly isAnswered: boolean;
  readonly flush: () => Promise<unknown>;
  /** What else it can do with the answer. */
  readonly children: ReactNode;
};

/** What the co-writer can do with one question: follow up on its answer, or ask it differently while there is none. */
export function QuestionCoWriter({ bookId, question, isAnswered, flush, children }: Props) {
  const status = useCoWriter();
  const run = useRunCommand();
  const keys = useShortcut('coWriter.followUp');
  const questionId = question.id;
  const followUp = useWork<'follow-up'>(questionsSaid);
  const rewrite = useWork<'rewrite-question'>(() => 'Asked differently. The earlier wording is kept.');
  const ask = async () => {
    await flush();
    await followUp.start({ kind: 'follow-up', bookId, questionId });
  };
  useCoWriterCommand('coWriter.followUp', () => void ask());
  // Its commands say that it is off; nothing of it is shown.
  if (!status?.isOn) return children;
  const isWorded = question.rewrites.length >= interviewLimits.rewritesPerQuestion;
  return (
    <section className="question-co-writer" aria-label="With the co-writer">
      {isAnswered || followUp.state.state !== 'idle' ? (
        <CoWriterAction
          label="Ask further on this answer"
          asking={followUp}
          work={{ kind: 'follow-up', bookId, questionId }}
          before={flush}
          shortcut={keys}
          without={{ label: 'Write my own question', onPress: () => run('interview.addOwn') }}
        />
      ) : null}
      {children}
      {!isAnswered || rewrite.state.state !== 'idle' ? (
        <CoWriterAction
          label="Let the co-writer ask it differently"
          asking={rewrite}
          work={{ kind: 'rewrite-question', bookId, questionId }}
          isDisabled={isWorded}
          before={flush}
          without={{ label: 'Ask it differently without', onPress: () => run('interview.rewrite') }}
        />
      ) : null}
    </section>
  );
}
