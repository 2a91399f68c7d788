import { canWait } from '../../src-shared/domain/waiting';
import type { WaitingAsk, Work } from '../../src-shared/ipc/co-writer-calls';
import type { WaitingWork } from '../../src-shared/ipc/waiting-calls';
import type { Result } from '../../src-shared/result';
import { useAnnounce } from '../ui/live-region';
import { useToast } from '../ui/toast';
import { useBackground } from './background-context';
import { useClient } from './client-context';
import { useRunCommand } from './commands';

/** How a work can wait for a server that does not answer. */
export type Wait = {
  /** The work of this kind that waits here already. */
  readonly waiting: WaitingWork | null;
  /** Lets it wait; `null` for a work that nobody can do later. */
  readonly add: (() => Promise<Result<unknown>>) | null;
};

const isAskable = (work: Work): work is WaitingAsk => canWait(work.kind);

const isHere = (one: WaitingWork, work: Work): boolean =>
  one.bookId === work.bookId &&
  one.kind === work.kind &&
  (one.state === 'waiting' || one.state === 'running') &&
  (!('chapterId' in work) || one.chapterId === work.chapterId) &&
  (!('questionId' in work) || one.questionId === work.questionId);

/** Gives what waits in the place of a work, and the way to let it wait as well. */
export function useWait(work: Work): Wait {
  const client = useClient();
  const toast = useToast();
  const announce = useAnnounce();
  const run = useRunCommand();
  const { waiting } = useBackground();
  const add = async (ask: WaitingAsk): Promise<Result<unknown>> => {
    const answer = await client.call('waiting.add', ask);
    if (answer.ok) {
      const text = 'It waits now, and is done when the server answers.';
      toast({ text, undo: () => void run('go.activity'), undoLabel: 'Show in Activity' });
      announce(text);
    }
    return answer;
  };
  return {
    waiting: waiting.find((one) => isHere(one, work)) ?? null,
    add: isAskable(work) ? () => add(work) : null,
  };
}
