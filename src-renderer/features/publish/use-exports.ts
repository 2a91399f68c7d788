import { useEffect, useState } from 'react';
import type { ExportFormat, PageSize, Task } from '../../../src-shared/ipc/export-calls';
import { useClient, useEvent } from '../../app/client-context';
import { useAnnounce } from '../../ui/live-region';
import { formatName, latestTask, withTask, type CardState, type StartedTasks } from './publish-view-model';

/** The exports of a book: those under way, those done since the start, and the way to begin one. */
export function useExports(bookId: string) {
  const client = useClient();
  const announce = useAnnounce();
  const [tasks, setTasks] = useState<readonly Task[]>([]);
  const [started, setStarted] = useState<StartedTasks>({});
  const [cards, setCards] = useState<Partial<Record<ExportFormat, CardState>>>({});
  useEffect(() => {
    let isHere = true;
    void client.call('task.list', null).then((answer) => {
      if (isHere && answer.ok) setTasks((known) => known.reduce<readonly Task[]>(withTask, answer.value));
    });
    return () => {
      isHere = false;
    };
  }, [client]);
  useEvent('task.changed', (task) => {
    setTasks((known) => withTask(known, task));
    if (task.bookId !== bookId) return;
    if (task.state === 'done') announce(`${task.title}: finished.`);
    if (task.state === 'cancelled') announce(`${task.title}: stopped.`);
  });
  const setCard = (format: ExportFormat, state: CardState) => setCards((last) => ({ ...last, [format]: state }));
  return {
    stateOf: (format: ExportFormat): CardState => {
      const card = cards[format];
      if (card && card.state !== 'ready') return card;
      const task = latestTask(tasks, bookId, format, started);
      return task ? { state: 'task', task } : { state: 'ready' };
    },
    start: async (format: ExportFormat, page: PageSize) => {
      setCard(format, { state: 'asking' });
      const answer = await client.call('export.start', { bookId, format, page });
      if (!answer.ok) {
        setCard(format, { state: 'refused', error: answer.error });
        return;
      }
      const { value } = answer;
      if (value) {
        setStarted((last) => ({ ...last, [value.taskId]: format }));
        announce(`Making the ${formatName(format)} file.`);
      }
      setCard(format, { state: 'ready' });
    },
    cancel: (taskId: string) => client.call('task.cancel', { taskId }),
  };
}
