import { useCallback, useEffect, useEffectEvent, useRef } from 'react';
import { useClient } from '../../app/client-context';
import { useRegisterFlush } from '../../app/flush';
import type { Spot, Tabs } from './workplace';

const calmMs = 1_500;

/** Keeps tabs, cursors and scroll positions, a moment after they have come to rest and when the room is left. */
export function useRememberWriting(writing: { bookId: string; tabs: Tabs; activeTab: string | null }) {
  const client = useClient();
  const spots = useRef<Record<string, Spot>>({});
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const send = async (): Promise<void> => {
    const { bookId, tabs, activeTab } = writing;
    const part = { tabs: [...tabs], activeTab, places: spots.current };
    await client.call('book.rememberWorkplace', { bookId, part });
  };
  const keep = useEffectEvent(send);
  useRegisterFlush(send);
  const open = `${writing.activeTab ?? ''} ${writing.tabs.join(' ')}`;
  useEffect(() => {
    void keep();
  }, [open]);
  useEffect(() => {
    const arm = () => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void keep(), calmMs);
    };
    arm();
    document.addEventListener('selectionchange', arm);
    const leave = () => void keep();
    window.addEventListener('blur', leave);
    return () => {
      clearTimeout(timer.current);
      document.removeEventListener('selectionchange', arm);
      window.removeEventListener('blur', leave);
      void keep();
    };
  }, []);
  return useCallback((chapterId: string, spot: Spot) => {
    spots.current[chapterId] = spot;
  }, []);
}
