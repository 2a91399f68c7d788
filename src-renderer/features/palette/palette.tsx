import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Input,
  Keyboard,
  ListBox,
  ListBoxItem,
  Modal,
  ModalOverlay,
  SearchField,
  Text,
} from 'react-aria-components';
import { commands } from '../../../src-shared/commands';
import { useCommandList, useRunCommand } from '../../app/commands';
import { useLibrary } from '../../app/library-context';
import type { RoomTarget } from '../../app/room';
import { useCall, whenBookChanges } from '../../app/use-call';
import { findEntries, type PaletteEntry } from './palette-view-model';
import './palette.css';

export type PaletteProps = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** The open book and the room that a chosen chapter opens in. */
  readonly place: { readonly bookId: string | null; readonly room: 'interview' | 'write' };
  readonly onOpenBook: (bookId: string, target?: RoomTarget) => Promise<void>;
};

/** Find or do: every command, chapter and book by a few letters of its name. */
export function Palette(props: PaletteProps) {
  return (
    <ModalOverlay
      isOpen={props.isOpen}
      onOpenChange={(open) => {
        if (!open) props.onClose();
      }}
      isDismissable
      className="ui-scrim palette-scrim"
    >
      <Modal className="palette">
        <Dialog aria-label="Command palette" className="palette-dialog">
          {props.place.bookId === null ? (
            <Finder {...props} chapters={[]} />
          ) : (
            <BookFinder {...props} bookId={props.place.bookId} />
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function BookFinder(props: PaletteProps & { readonly bookId: string }) {
  const outline = useCall('outline.read', { bookId: props.bookId }, whenBookChanges(props.bookId, 'outline'));
  const nodes = outline.value?.nodes ?? [];
  const chapters = nodes
    .filter((node) => node.kind !== 'part' && node.kind !== 'section')
    .map((node): PaletteEntry => ({
      id: `chapter:${node.id}`,
      title: node.title,
      group: 'Chapters',
      keys: null,
      isReachable: true,
    }));
  return <Finder {...props} chapters={chapters} />;
}

/** Escape closes at once, whatever is typed: a search field alone would be emptied first. */
function useEscape(onClose: () => void): void {
  const close = useEffectEvent(onClose);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return;
      event.stopPropagation();
      close();
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, []);
}

function Finder({
  onClose,
  place,
  onOpenBook,
  chapters,
}: PaletteProps & { readonly chapters: readonly PaletteEntry[] }) {
  useEscape(onClose);
  const run = useRunCommand();
  const listed = useCommandList();
  const library = useLibrary();
  const [query, setQuery] = useState('');
  const books = library.value?.books;
  const entries = useMemo(() => {
    const all: PaletteEntry[] = listed.map(({ id, command, keys, isReachable }) => ({
      id: `command:${id}`,
      title: command.title,
      group: 'Commands',
      keys,
      isReachable,
    }));
    const shelf = (books ?? []).filter((book) => book.trashedAt === null);
    const titles = shelf.map((book): PaletteEntry => ({
      id: `book:${book.id}`,
      title: book.title,
      group: 'Books',
      keys: null,
      isReachable: true,
    }));
    return findEntries([...all, ...chapters, ...titles], query);
  }, [listed, books, chapters, query]);

  const choose = (key: string) => {
    onClose();
    const [kind, id] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
    if (kind === 'book') void onOpenBook(id);
    if (kind === 'chapter' && place.bookId !== null) void onOpenBook(place.bookId, { room: place.room, chapterId: id });
    const command = commands.find((one) => kind === 'command' && one.id === id);
    // The dialog gives the focus back first, so that the command acts where the author was.
    if (command) requestAnimationFrame(() => run(command.id));
  };
  return (
    <Autocomplete inputValue={query} onInputChange={setQuery} filter={() => true}>
      {/* eslint-disable-next-line jsx-a11y/no-autofocus -- the palette is opened to type */}
      <SearchField aria-label="Find or do" autoFocus className="palette-field">
        <Input
          role="combobox"
          aria-expanded
          aria-haspopup="listbox"
          className="palette-input"
          placeholder="A command, a chapter, a book"
          dir="auto"
        />
      </SearchField>
      <ListBox
        aria-label="Found"
        className="palette-list"
        items={entries}
        disabledKeys={entries.filter((entry) => !entry.isReachable).map((entry) => entry.id)}
        onAction={(key) => choose(String(key))}
        renderEmptyState={() => <p className="palette-none">Nothing is called that. Try fewer letters.</p>}
      >
        {(entry) => (
          <ListBoxItem textValue={entry.title} className="palette-item">
            <Text slot="label" className="palette-title" dir="auto">
              {entry.title}
            </Text>
            {entry.group === 'Commands' ? null : (
              <span className="palette-group">{entry.group === 'Books' ? 'Book' : 'Chapter'}</span>
            )}
            {entry.keys ? <Keyboard className="palette-keys">{entry.keys}</Keyboard> : null}
          </ListBoxItem>
        )}
      </ListBox>
    </Autocomplete>
  );
}
