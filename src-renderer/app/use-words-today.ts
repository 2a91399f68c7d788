import { useEffect, useState } from 'react';
import { useNow } from '../ui/use-now';
import { useClient, useEvent } from './client-context';

/** How many words the author wrote today, as they are written; `null` until it is known. Midnight begins a new count. */
export function useWordsToday(): number | null {
  const client = useClient();
  const [words, setWords] = useState<number | null>(null);
  const day = new Date(useNow()).toDateString();
  useEffect(() => {
    void client.call('progress.today', null).then((answer) => {
      if (answer.ok) setWords(answer.value.words);
    });
  }, [client, day]);
  useEvent('progress.changed', (progress) => setWords(progress.words));
  // More was cut than written: nothing to hold against anyone.
  return words === null ? null : Math.max(0, words);
}
