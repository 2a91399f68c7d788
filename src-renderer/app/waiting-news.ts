import { useEffect, useRef } from 'react';
import type { WaitingWork } from '../../src-shared/ipc/waiting-calls';
import { useAnnounce } from '../ui/live-region';
import { useToast } from '../ui/toast';
import { useBackground } from './background-context';
import { useClient, useEvent } from './client-context';
import { useCommand } from './commands';
import type { Navigation } from './use-navigation';
import { gaveText, placeOf, stillWaiting, waitingError, waitingTitle } from './waiting-words';

/** Says when a work that waited is done or was stopped, and tries what waits when the network is back. */
export function useWaitingNews({ openBook, go }: Navigation): void {
  const client = useClient();
  const toast = useToast();
  const announce = useAnnounce();
  const { waiting } = useBackground();
  /** What was said already: events can come faster than the page is drawn. */
  const told = useRef(new Set<string>());

  const isNews = (work: WaitingWork, state: WaitingWork['state']): boolean => {
    const mark = `${work.id} ${state}`;
    if (work.state !== state || told.current.has(mark)) return false;
    told.current.add(mark);
    return !waiting.some((known) => known.id === work.id && known.state === state);
  };
  useEvent('waiting.changed', (works) => {
    for (const work of works) {
      if (work.state !== 'stopped') told.current.delete(`${work.id} stopped`);
      if (isNews(work, 'done')) {
        const text = `${waitingTitle(work)}: ready.`;
        toast({
          text,
          detail: gaveText(work),
          undo: () => void openBook(work.bookId, placeOf(work)),
          undoLabel: 'Go there',
        });
        announce(`${text} ${gaveText(work)}`);
      }
      if (isNews(work, 'stopped')) {
        const text = `${waitingTitle(work)}: it could not be done.`;
        const why = waitingError(work)?.what ?? '';
        const show = () => go({ screen: 'activity', tab: 'tasks' });
        toast({ text, detail: why, tone: 'problem', undo: show, undoLabel: 'Show in Activity' });
        announce(`${text} ${why}`, 'now');
      }
    }
  });

  useEffect(() => {
    const tryNow = () => void client.call('waiting.tryNow', null);
    window.addEventListener('online', tryNow);
    return () => window.removeEventListener('online', tryNow);
  }, [client]);
  useCommand('waiting.tryNow', () => {
    const text = stillWaiting(waiting).length === 0 ? 'Nothing waits for the co-writer.' : 'Trying what waits for the co-writer.';
    toast({ text });
    announce(text);
    void client.call('waiting.tryNow', null);
  });
}
