import { useEffect, useEffectEvent } from 'react';
import { useCommand } from '../../app/commands';
import { tabAt, type Tabs } from './workplace';

/** Ctrl+1 to Ctrl+9 go to a tab, as in every browser; the command closes the present one. */
export function useTabKeys({
  tabs,
  onGo,
  onClose,
}: {
  tabs: Tabs;
  onGo: (chapterId: string) => void;
  onClose: () => void;
}): void {
  useCommand('tab.close', onClose);
  const press = useEffectEvent((event: KeyboardEvent) => {
    const isMac = navigator.userAgent.includes('Mac OS X');
    const hasMod = isMac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
    if (!hasMod || event.altKey || event.shiftKey || !/^[1-9]$/u.test(event.key)) return;
    const tab = tabAt(tabs, Number(event.key));
    if (tab === undefined) return;
    event.preventDefault();
    onGo(tab);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, []);
}
