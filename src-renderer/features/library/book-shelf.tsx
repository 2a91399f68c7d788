import { Ellipsis } from 'lucide-react';
import { useLayoutEffect, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { GridLayout, GridList, GridListItem, Size, Virtualizer } from 'react-aria-components';
import { useRunCommand } from '../../app/commands';
import { asNumberBetween, useRemembered } from '../../app/remembered';
import type { BookSummary } from '../../../src-shared/ipc/library-calls';
import { BookCover } from '../../ui/book-cover';
import { Button, IconButton } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { ContextMenu, MenuButton, type MenuPlace } from '../../ui/menu';
import { useNow } from '../../ui/use-now';
import { countOf, whenText } from '../../ui/words';
import { bookMenu } from './book-menu';
import type { Shelf } from './shelf-view-model';
import type { BookActions } from './use-book-actions';

type Props = {
  readonly books: readonly BookSummary[];
  readonly shelf: Shelf;
  readonly query: string;
  readonly actions: BookActions;
  readonly onClearQuery: () => void;
};

const layout = {
  minItemSize: new Size(148, 314),
  minSpace: new Size(24, 20),
  preserveAspectRatio: true,
};

/** The covers of a shelf; only those in sight are drawn. Arrows, type-ahead, Enter, Delete, menu key. */
export function BookShelf({ books, shelf, query, actions, onClearQuery }: Props) {
  const nowMs = useNow();
  const grid = usePlaceOnShelf(shelf, query);
  const [menu, setMenu] = useState<{ book: BookSummary; place: NonNullable<MenuPlace> } | null>(null);
  const bookAt = (target: EventTarget) => {
    const row = target instanceof Element ? target.closest('[data-key]') : null;
    return books.find((one) => one.id === row?.getAttribute('data-key'));
  };
  // A right click, and the menu key on the book that has the focus.
  const openMenu = (event: MouseEvent) => {
    const book = bookAt(event.target);
    if (!book) return;
    event.preventDefault();
    setMenu({ book, place: { x: event.clientX, y: event.clientY } });
  };
  const press = (event: KeyboardEvent) => {
    const book = bookAt(event.target);
    if (event.key === 'Delete' && book && shelf !== 'trash') actions.trash(book);
  };
  if (books.length === 0) return <EmptyShelf shelf={shelf} query={query} onClearQuery={onClearQuery} />;
  return (
    <div className="shelf-wrap" onKeyDown={press} onContextMenu={openMenu} role="presentation">
      <Virtualizer layout={GridLayout} layoutOptions={layout}>
        <GridList
          ref={grid}
          aria-label={shelfNames[shelf]}
          className="shelf"
          layout="grid"
          items={books}
          dependencies={[nowMs, actions]}
          keyboardNavigationBehavior="tab"
          onAction={(key) => {
            const book = books.find((one) => one.id === key);
            if (book) actions.open(book);
          }}
        >
          {(book) => <BookCard book={book} nowMs={nowMs} actions={actions} />}
        </GridList>
      </Virtualizer>
      <ContextMenu
        label={menu ? `Actions for ${menu.book.title}` : 'Actions'}
        place={menu?.place ?? null}
        entries={menu ? bookMenu(menu.book, actions) : []}
        onClose={() => setMenu(null)}
      />
    </div>
  );
}

const settlingFrames = 10;

/** Brings the shelf back to where it was left, also after a restart. A search begins at its top. */
function usePlaceOnShelf(shelf: Shelf, query: string) {
  const grid = useRef<HTMLDivElement>(null);
  const [placePx, setPlacePx] = useRemembered(`shelf.place.${shelf}`, 0, asNumberBetween(0, 1_000_000));
  const [firstPx] = useState(placePx);
  useLayoutEffect(() => {
    const element = grid.current;
    if (!element || query.trim() !== '') return undefined;
    const note = () => setPlacePx(element.scrollTop);
    element.addEventListener('scrollend', note);
    return () => element.removeEventListener('scrollend', note);
  }, [query, setPlacePx]);
  useLayoutEffect(() => {
    // The shelf is as long as its books only once they have been laid out, which takes a few frames.
    let frame = 0;
    const settle = (framesLeft: number) => {
      const element = grid.current;
      if (!element || framesLeft === 0 || Math.abs(element.scrollTop - firstPx) < 1) return;
      element.scrollTo({ top: firstPx });
      frame = requestAnimationFrame(() => settle(framesLeft - 1));
    };
    frame = requestAnimationFrame(() => settle(settlingFrames));
    return () => cancelAnimationFrame(frame);
  }, [firstPx]);
  return grid;
}

const shelfNames: Readonly<Record<Shelf, string>> = {
  active: 'Books',
  archived: 'Archived books',
  trash: 'Books in the trash',
};

type CardProps = {
  readonly book: BookSummary;
  readonly nowMs: number;
  readonly actions: BookActions;
};

function BookCard({ book, nowMs, actions }: CardProps) {
  return (
    <GridListItem id={book.id} textValue={book.title} className="book-card">
      <div className="book-card-body">
        <BookCover book={book} />
        <div className="book-card-text">
          <span className="book-card-title" dir="auto">
            {book.title}
          </span>
          <span className="book-card-note">{book.words === 0 ? 'No words yet' : countOf(book.words, 'word')}</span>
          <span className="book-card-note">{whenText(book.trashedAt ?? book.changedAt, nowMs)}</span>
          <span className="book-card-menu">
            <MenuButton label={`Actions for ${book.title}`} entries={bookMenu(book, actions)}>
              <IconButton label={`Actions for ${book.title}`} size="small" icon={<Ellipsis size={16} aria-hidden />} />
            </MenuButton>
          </span>
        </div>
      </div>
    </GridListItem>
  );
}

function EmptyShelf({ shelf, query, onClearQuery }: Pick<Props, 'shelf' | 'query' | 'onClearQuery'>) {
  const run = useRunCommand();
  if (query.trim() !== '') {
    return (
      <EmptyState title="No such book here" action={<Button onPress={onClearQuery}>Show them all</Button>}>
        Nothing on this shelf has “{query.trim()}” in its title, subtitle or author.
      </EmptyState>
    );
  }
  if (shelf === 'active') {
    return (
      <EmptyState
        title="Nothing on the desk"
        action={
          <Button variant="primary" onPress={() => void run('library.newBook')}>
            Start a book
          </Button>
        }
      >
        Your books are archived or in the trash. Start a new one, or bring one back.
      </EmptyState>
    );
  }
  if (shelf === 'archived')
    return <EmptyState title="Nothing archived">Books you put aside stand here, whole and searchable.</EmptyState>;
  return <EmptyState title="The trash is empty">Books you throw away wait here before they go for good.</EmptyState>;
}
