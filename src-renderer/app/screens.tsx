import { lazy, Suspense, useState, type ReactNode } from 'react';
import { loadRoom } from './rooms';

/** What the first picture of the window does not need, what an author most likely wants first. */
const load = {
  book: async () => ({ default: (await import('./book-screen')).BookScreen }),
  newBook: async () => ({ default: (await import('../features/library/new-book-dialog')).NewBookDialog }),
  palette: async () => ({ default: (await import('../features/palette/palette')).Palette }),
  ...loadRoom,
  settings: async () => ({ default: (await import('../features/settings/settings-screen')).SettingsScreen }),
  activity: async () => ({ default: (await import('../features/activity/activity-screen')).ActivityScreen }),
  shortcuts: async () => ({ default: (await import('../features/palette/shortcut-sheet')).ShortcutSheet }),
} as const;

export const BookScreen = lazy(load.book);
export const NewBookDialog = lazy(load.newBook);
export const Palette = lazy(load.palette);
export const SettingsScreen = lazy(load.settings);
export const ActivityScreen = lazy(load.activity);
export const ShortcutSheet = lazy(load.shortcuts);

/** Loads every screen, one in each idle moment, so that none is waited for. One that is wanted sooner comes at once. */
export async function loadScreens(): Promise<void> {
  for (const next of Object.values(load)) {
    await idle();
    await next();
  }
}

const idle = () => new Promise<void>((resolve) => void requestIdleCallback(() => resolve()));

/** A dialog whose code is loaded when it is first opened; from then on it stays, to give the focus back. */
export function Overlay({ isOpen, children }: { isOpen: boolean; children: ReactNode }) {
  const [wasOpen, setWasOpen] = useState(isOpen);
  if (isOpen && !wasOpen) setWasOpen(true);
  return wasOpen ? <Suspense fallback={null}>{children}</Suspense> : null;
}
