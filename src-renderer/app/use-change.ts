import { useCallback, useRef } from 'react';
import type { CallName, Input, Output } from '../../src-shared/ipc/contract';
import type { Result } from '../../src-shared/result';
import { useAnnounce } from '../ui/live-region';
import { useToast, type ToastMessage } from '../ui/toast';
import type { Client } from './client';
import { useClient } from './client-context';
import { errorText } from './error-text';

/** Says what was done; `null` keeps quiet, as when the change is plain to see and to undo. */
export type Said<V> = string | null | ((value: V) => string | null);

/** Who says what went wrong: a toast, or the caller, who shows and speaks it beside the cause. */
export type FailureShownBy = 'toast' | 'caller';

/** Runs a change of the book and says what came of it. */
export type Change = <K extends CallName>(
  name: K,
  input: Input<K>,
  said: Said<Output<K>>,
  failureShownBy?: FailureShownBy,
  /** How many changes Undo takes back: more than one when this is the last of several. */
  steps?: number,
) => Promise<Result<Output<K>>>;

/** Gives the function that shows one message of the room: a newer one takes the older one's place. */
function useOneToast(): (message: ToastMessage) => void {
  const show = useToast();
  const close = useRef<(() => void) | null>(null);
  return useCallback(
    (message) => {
      // An older Undo would take back the newest change, which is not what it says.
      close.current?.();
      close.current = show(message);
    },
    [show],
  );
}

async function takeBack(client: Client, bookId: string, steps: number): Promise<void> {
  for (let step = 0; step < steps; step += 1) await client.call('book.undo', { bookId });
}

/** Gives the function that changes a book: a toast with Undo when it worked, a message with the next step when not. */
export function useChange(bookId: string): Change {
  const client = useClient();
  const show = useOneToast();
  const announce = useAnnounce();
  return useCallback<Change>(
    async (name, input, said, failureShownBy = 'toast', steps = 1) => {
      const answer = await client.call(name, input);
      if (!answer.ok) {
        if (failureShownBy === 'caller') return answer;
        const { what, next } = errorText(answer.error);
        show({ text: what, detail: next, tone: 'problem' });
        announce(`${what} ${next}`, 'now');
        return answer;
      }
      const sentence = typeof said === 'function' ? said(answer.value) : said;
      if (sentence !== null) {
        show({ text: sentence, undo: () => void takeBack(client, bookId, steps) });
        announce(sentence);
      }
      return answer;
    },
    [client, bookId, show, announce],
  );
}
