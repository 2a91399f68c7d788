import { useSyncExternalStore } from 'react';
import { useClient } from '../../app/client-context';
import { blocksOfArrival, insertAtCursor } from '../../editor-kit/insertion';
import { Button } from '../../ui/button';
import { useToast } from '../../ui/toast';
import { errorText } from '../../app/error-text';
import type { Arrival } from '../../../src-shared/ipc/text-calls';
import type { SupportProps } from './chapter-props';

/** Words that another device wrote where this one had moved on. They wait here until they have a place. */
export function ArrivalsPanel({ bookId, chapterId, session }: SupportProps) {
  const client = useClient();
  const toast = useToast();
  const { arrivals, editor, queue } = session;
  const waiting = useSyncExternalStore(arrivals.subscribe, arrivals.get);
  const settle = async (arrival: Arrival) => {
    const answer = await client.call('text.settleArrivals', { bookId, chapterId, ids: [arrival.id] });
    if (answer.ok) arrivals.set(arrivals.get().filter((other) => other.id !== arrival.id));
    else toast({ text: errorText(answer.error).what, detail: errorText(answer.error).next, tone: 'problem' });
  };
  const place = async (arrival: Arrival) => {
    insertAtCursor(editor.view, blocksOfArrival(arrival.text));
    editor.view.focus();
    // Only when the words are safe in the chapter do they leave the waiting room.
    if (await queue.flush()) await settle(arrival);
  };
  return (
    <ul className="support-list">
      {waiting.map((arrival) => (
        <li key={arrival.id} className="support-card">
          <p className="support-note">From {arrival.device}</p>
          <p className="support-text" dir="auto">
            {arrival.text}
          </p>
          <div className="support-actions">
            <Button size="small" variant="primary" onPress={() => void place(arrival)}>
              Place at the cursor
            </Button>
            <Button size="small" variant="quiet" onPress={() => void settle(arrival)}>
              Dismiss
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
}
