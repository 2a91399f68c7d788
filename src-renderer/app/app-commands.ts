import { useState } from 'react';
import { themes } from '../../src-shared/domain/default-settings';
import type { AppError } from '../../src-shared/result';
import { useAnnounce } from '../ui/live-region';
import { useToast } from '../ui/toast';
import { useClient } from './client-context';
import { useCommand } from './commands';
import { errorText } from './error-text';
import { useFlushAll } from './flush';
import { useImports } from './import-context';
import { useLibrary } from './library-context';
import { useSettings } from './settings-context';
import { bookOf, type Navigation } from './use-navigation';

/** Which overlays of the window are open. */
export type Overlays = {
  readonly isNaming: boolean;
  readonly setNaming: (isOpen: boolean) => void;
  readonly isPaletteOpen: boolean;
  readonly setPaletteOpen: (isOpen: boolean) => void;
  readonly isSheetOpen: boolean;
  readonly setSheetOpen: (isOpen: boolean) => void;
};

/** What the commands do that work everywhere. */
export function useAppCommands(navigation: Navigation): Overlays {
  const [isNaming, setNaming] = useState(false);
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const [isSheetOpen, setSheetOpen] = useState(false);
  useLibraryCommands(navigation, setNaming);
  useViewCommands();
  const { place, go, goToLibrary } = navigation;
  const aside = { enabled: true };
  useCommand('app.palette', () => setPaletteOpen(!isPaletteOpen), { inDialog: true });
  useCommand('help.shortcuts', () => setSheetOpen(!isSheetOpen), { inDialog: true });
  useCommand(
    'app.settings',
    () => go(place.route.screen === 'settings' ? place.behind : { screen: 'settings' }),
    aside,
  );
  useCommand(
    'go.activity',
    () => go(place.route.screen === 'activity' ? place.behind : { screen: 'activity', tab: 'tasks' }),
    aside,
  );
  useCommand('go.spending', () => go({ screen: 'activity', tab: 'spending' }), aside);
  useCommand('help.diagnostics', () => go({ screen: 'activity', tab: 'diagnostics' }), aside);
  useCommand('go.library', () => void goToLibrary(), {
    enabled: place.route.screen !== 'library' || bookOf(place) !== null,
  });
  return { isNaming, setNaming, isPaletteOpen, setPaletteOpen, isSheetOpen, setSheetOpen };
}

function useLibraryCommands({ openBook, goToLibrary }: Navigation, setNaming: (isOpen: boolean) => void): void {
  const client = useClient();
  const toast = useToast();
  const library = useLibrary();
  const flushAll = useFlushAll();
  const { bring } = useImports();
  const complain = (error: AppError) =>
    toast({ text: errorText(error).what, detail: errorText(error).next, tone: 'problem' });
  useCommand('library.newBook', () => setNaming(true));
  useCommand('library.openSample', async () => {
    const answer = await client.call('library.openSample', null);
    if (answer.ok) await openBook(answer.value.bookId);
    else complain(answer.error);
  });
  useCommand('library.importManuscript', async () => {
    const answer = await client.call('import.choose', null);
    if (!answer.ok) complain(answer.error);
    else if (answer.value) bring([answer.value]);
  });
  useCommand('library.chooseFolder', async () => {
    await flushAll();
    const answer = await client.call('library.chooseFolder', null);
    if (!answer.ok) return complain(answer.error);
    library.refresh();
    return answer.value === null ? undefined : goToLibrary();
  });
}

const themeNames = {
  system: 'as the system',
  light: 'light',
  sepia: 'sepia',
  dark: 'dark',
  contrast: 'high contrast',
} as const;

function useViewCommands(): void {
  const client = useClient();
  const announce = useAnnounce();
  const { settings, update } = useSettings();
  useCommand('view.fullScreen', () => void client.call('app.toggleFullScreen', null), { inDialog: true });
  useCommand(
    'view.nextTheme',
    () => {
      const next = themes[(themes.indexOf(settings.theme) + 1) % themes.length] ?? 'system';
      announce(`Theme: ${themeNames[next]}`);
      void update({ theme: next });
    },
    { inDialog: true },
  );
}
