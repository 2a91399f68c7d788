import { Activity, ArrowLeft, Library, PanelLeft, PanelRight, Search, Settings } from 'lucide-react';
import { useEffect } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { IconButton } from '../ui/button';
import { Hint } from '../ui/tooltip';
import { useEscape } from '../ui/use-escape';
import { useRunCommand, useShortcut } from './commands';
import { useLibrary } from './library-context';
import type { BookPanes } from './panes';
import { useSupportSlot } from './support';
import { bookOf, type Navigation } from './use-navigation';
import './frame-header.css';

const iconSize = 16;

/** The calm line at the top: where you are, the palette, and the way to everything around the book. */
export function FrameHeader({ navigation, panes }: { navigation: Navigation; panes: BookPanes }) {
  const { place, go } = navigation;
  const inBook = place.route.screen === 'book';
  return (
    <header className="frame-header">
      <div className="frame-header-side">
        {inBook ? <TreeToggle panes={panes} /> : null}
        {place.route.screen === 'settings' || place.route.screen === 'activity' ? (
          <BackButton onBack={() => go(place.behind)} />
        ) : null}
        {place.route.screen === 'library' ? null : <LibraryButton />}
      </div>
      <Title navigation={navigation} />
      <div className="frame-header-side" data-end>
        <PaletteButton />
        <RunButton id="go.activity" label="Activity" icon={<Activity size={iconSize} aria-hidden />} />
        <RunButton id="app.settings" label="Settings" icon={<Settings size={iconSize} aria-hidden />} />
        {inBook ? <SupportToggle panes={panes} /> : null}
      </div>
    </header>
  );
}

function Title({ navigation }: { navigation: Navigation }) {
  const library = useLibrary();
  const open = bookOf(navigation.place);
  const book = open ? library.value?.books.find((one) => one.id === open.bookId) : undefined;
  const title = book?.title ?? '';
  useEffect(() => {
    // The system shows it in its list of windows.
    document.title = title === '' ? 'Longhand' : `${title} – Longhand`;
  }, [title]);
  return (
    <p className="frame-title" dir="auto">
      {title === '' ? 'Longhand' : title}
    </p>
  );
}

function BackButton({ onBack }: { onBack: () => void }) {
  useEscape(onBack);
  return <IconButton label="Back" shortcut="Esc" icon={<ArrowLeft size={iconSize} aria-hidden />} onPress={onBack} />;
}

type RunButtonProps = {
  readonly id: 'go.activity' | 'app.settings';
  readonly label: string;
  readonly icon: React.ReactElement;
};

function RunButton({ id, label, icon }: RunButtonProps) {
  const run = useRunCommand();
  return <IconButton label={label} shortcut={useShortcut(id)} icon={icon} onPress={() => void run(id)} />;
}

function LibraryButton() {
  const run = useRunCommand();
  return (
    <Hint text="Go to the library" shortcut={useShortcut('go.library')}>
      <AriaButton className="frame-library" onPress={() => void run('go.library')}>
        <Library size={iconSize} aria-hidden />
        Library
      </AriaButton>
    </Hint>
  );
}

function PaletteButton() {
  const run = useRunCommand();
  const shortcut = useShortcut('app.palette');
  return (
    <AriaButton aria-label="Find or do" className="frame-palette" onPress={() => void run('app.palette')}>
      <Search size={14} aria-hidden />
      <span className="frame-palette-words">Find or do</span>
      <kbd aria-hidden>{shortcut}</kbd>
    </AriaButton>
  );
}

function TreeToggle({ panes }: { panes: BookPanes }) {
  return (
    <IconButton
      label={panes.isTreeOpen ? 'Hide the outline' : 'Show the outline'}
      shortcut={useShortcut('view.tree')}
      icon={<PanelLeft size={iconSize} aria-hidden />}
      onPress={() => panes.setTreeOpen(!panes.isTreeOpen)}
    />
  );
}

function SupportToggle({ panes }: { panes: BookPanes }) {
  const { label } = useSupportSlot();
  const shortcut = useShortcut('view.support');
  if (label === null) return null;
  return (
    <IconButton
      label={panes.isSupportOpen ? 'Hide the side panel' : 'Show the side panel'}
      shortcut={shortcut}
      icon={<PanelRight size={iconSize} aria-hidden />}
      onPress={() => panes.setSupportOpen(!panes.isSupportOpen)}
    />
  );
}
