import { useState, type ReactNode } from 'react';
import { later } from './later';
import { roomFetches } from './rooms';

export const NewBookDialog = later(async () => (await import('../features/library/new-book-dialog')).NewBookDialog);
export const ImportDialog = later(async () => (await import('../features/importing/import-dialog')).ImportDialog);
export const Palette = later(async () => (await import('../features/palette/palette')).Palette);
export const SettingsScreen = later(async () => (await import('../features/settings/settings-screen')).SettingsScreen);
export const ActivityScreen = later(async () => (await import('../features/activity/activity-screen')).ActivityScreen);
export const ShortcutSheet = later(async () => (await import('../features/palette/shortcut-sheet')).ShortcutSheet);

/** Fetches every screen, one in each idle moment, so that none is waited for. One that is wanted sooner comes at once. */
export async function fetchScreens(): Promise<void> {
  const overlays = [NewBookDialog.fetch, ImportDialog.fetch, Palette.fetch];
  const aside = [SettingsScreen.fetch, ActivityScreen.fetch, ShortcutSheet.fetch];
  for (const next of [...overlays, ...roomFetches, ...aside]) {
    await idle();
    await next();
  }
}

const idle = () => new Promise<void>((resolve) => void requestIdleCallback(() => resolve()));

/** Mounts a dialog when it is first opened; from then on it stays, to give the focus back. */
export function Overlay({ isOpen, children }: { isOpen: boolean; children: ReactNode }) {
  const [wasOpen, setWasOpen] = useState(isOpen);
  if (isOpen && !wasOpen) setWasOpen(true);
  return wasOpen ? children : null;
}
