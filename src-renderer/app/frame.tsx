import { useEffect } from 'react';
import { LibraryScreen } from '../features/library/library-screen';
import { BookScreen } from './book-screen';
import { useClient } from './client-context';
import { describeBug } from './describe-bug';
import { ErrorBoundary } from './error-boundary';
import { useAppCommands } from './app-commands';
import { FrameHeader } from './frame-header';
import { IncomingManuscripts } from './incoming-manuscripts';
import { useLibrary } from './library-context';
import { useBookPanes, type BookPanes } from './panes';
import type { Route } from './route';
import {
  ActivityScreen,
  fetchScreens,
  NewBookDialog,
  Overlay,
  Palette,
  SettingsScreen,
  ShortcutSheet,
} from './screens';
import { StatusLine } from './status-line';
import { useClosing } from './use-closing';
import { useReportedBugs } from './use-reported-bugs';
import { useNavigation, type Navigation } from './use-navigation';
import { useWaitingNews } from './waiting-news';

/** The window: a calm header, one screen, a thin status line. */
export function Frame() {
  const client = useClient();
  const navigation = useNavigation();
  const panes = useBookPanes();
  const overlays = useAppCommands(navigation);
  useClosing(navigation.leave);
  useWaitingNews(navigation);
  const { route } = navigation.place;
  const report = (cause: unknown) => void client.call('app.reportError', describeBug(cause));
  useReportedBugs(report);
  const isUp = useLibrary().state !== 'loading';
  useEffect(() => {
    if (isUp) void fetchScreens();
  }, [isUp]);
  const isFocused = panes.isFocused && route.screen === 'book';
  return (
    <div className="frame" data-focus={isFocused || undefined}>
      <FrameHeader navigation={navigation} panes={panes} />
      <ErrorBoundary key={route.screen === 'book' ? `${route.bookId} ${route.room}` : route.screen} onError={report}>
        <Screen navigation={navigation} panes={panes} route={route} />
      </ErrorBoundary>
      <StatusLine />
      <Overlay isOpen={overlays.isNaming}>
        <NewBookDialog
          isOpen={overlays.isNaming}
          onClose={() => overlays.setNaming(false)}
          onOpenBook={navigation.openBook}
        />
      </Overlay>
      <IncomingManuscripts navigation={navigation} />
      <Overlay isOpen={overlays.isPaletteOpen}>
        <Palette
          isOpen={overlays.isPaletteOpen}
          onClose={() => overlays.setPaletteOpen(false)}
          place={paletteScope(route)}
          onOpenBook={navigation.openBook}
        />
      </Overlay>
      <Overlay isOpen={overlays.isSheetOpen}>
        <ShortcutSheet isOpen={overlays.isSheetOpen} onClose={() => overlays.setSheetOpen(false)} />
      </Overlay>
    </div>
  );
}

function paletteScope(route: Route): { bookId: string | null; room: 'interview' | 'write' } {
  if (route.screen !== 'book') return { bookId: null, room: 'write' };
  return { bookId: route.bookId, room: route.room === 'interview' ? 'interview' : 'write' };
}

function Screen({ navigation, panes, route }: { navigation: Navigation; panes: BookPanes; route: Route }) {
  const library = useLibrary();
  switch (route.screen) {
    case 'library':
      return <LibraryScreen library={library} onOpenBook={navigation.openBook} />;
    case 'book':
      return <BookScreen route={route} panes={panes} onGo={navigation.go} />;
    case 'activity':
      return (
        <ActivityScreen
          tab={route.tab}
          onTab={(tab) => navigation.go({ screen: 'activity', tab })}
          onOpenBook={(bookId, target) => void navigation.openBook(bookId, target)}
        />
      );
    case 'settings':
      return <SettingsScreen />;
  }
}
