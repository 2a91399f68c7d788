import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import { useClient } from '../../app/client-context';
import { errorText } from '../../app/error-text';
import { useRegisterFlush } from '../../app/flush';
import type { PasteNotice } from '../../editor-kit/paste-plugin';
import { useToast } from '../../ui/toast';
import { formatNumber } from '../../ui/words';
import { createWriteDesk, type WriteDesk } from './write-desk';

const DeskContext = createContext<WriteDesk | null>(null);

/** Keeps open chapters, their undo and their unsaved words through every room of the book. */
export function WriteDeskProvider({ children }: { children: ReactNode }) {
  const client = useClient();
  const toast = useToast();
  const [desk] = useState(() =>
    createWriteDesk({
      client,
      report: (notice) =>
        void toast({ text: noticeText(notice), tone: notice.kind === 'too-long' ? 'problem' : 'plain' }),
      refusePicture(answer) {
        if (answer.ok) return;
        const { what, next } = errorText(answer.error);
        toast({ text: what, detail: next, tone: 'problem' });
      },
    }),
  );
  useEffect(() => desk.listen(), [desk]);
  useEffect(() => {
    // Whatever takes the author elsewhere, the words go first.
    const flush = () => void desk.flush();
    window.addEventListener('blur', flush);
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      window.removeEventListener('blur', flush);
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
    };
  }, [desk]);
  useRegisterFlush(desk.flush);
  return <DeskContext value={desk}>{children}</DeskContext>;
}

/** The open chapters. */
export function useWriteDesk(): WriteDesk {
  const desk = use(DeskContext);
  if (!desk) throw new Error('WriteDeskProvider is missing above this component');
  return desk;
}

/** What a paste could not bring along, in words. */
export function noticeText(notice: PasteNotice): string {
  switch (notice.kind) {
    case 'too-long':
      return `That is more than ${formatNumber(notice.max)} characters at once. Nothing was pasted; bring it as a manuscript instead.`;
    case 'formatting-left-out':
      return 'The words are here. Their formatting was too large to bring along.';
    case 'pictures-left-out':
      return notice.count === 1
        ? 'One picture stayed on the web. Save it to your machine and insert it as a file.'
        : `${formatNumber(notice.count)} pictures stayed on the web. Save them to your machine and insert them as files.`;
  }
}
