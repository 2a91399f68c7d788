import { useEffect, useEffectEvent } from 'react';

const nearer = ['input', 'textarea', '[contenteditable="true"]']
  .concat(['dialog', 'alertdialog', 'menu', 'listbox'].map((role) => `[role="${role}"]`))
  .join(', ');

/** Runs when Escape is pressed and nothing nearer wants it: no field, menu or dialog. */
export function useEscape(run: () => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    if (event.target instanceof Element && event.target.closest(nearer)) return;
    event.preventDefault();
    run();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
