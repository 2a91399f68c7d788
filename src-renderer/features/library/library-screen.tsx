import { useState } from 'react';
import { useRunCommand } from '../../app/commands';
import { errorText } from '../../app/error-text';
import { asOneOf, useRemembered } from '../../app/remembered';
import type { RoomTarget } from '../../app/room';
import type { CallState } from '../../app/use-call';
import type { LibraryView } from '../../../src-shared/ipc/library-calls';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { BookShelf } from './book-shelf';
import { FirstRun } from './first-run';
import { LibraryPage } from './library-page';
import { PurgeDialog } from './purge-dialog';
import { ShelfHeader } from './shelf-header';
import { shelfOrders, shelve, type Shelf, type ShelfOrder } from './shelf-view-model';
import { useBookActions } from './use-book-actions';
import './library.css';

export type LibraryScreenProps = {
  readonly library: CallState<LibraryView>;
  readonly onOpenBook: (bookId: string, target?: RoomTarget) => Promise<void>;
};

/** Every book of the author: three doors when there is none, a shelf otherwise. */
export function LibraryScreen({ library, onOpenBook }: LibraryScreenProps) {
  const [shelf, setShelf] = useState<Shelf>('active');
  const [query, setQuery] = useState('');
  const [order, setOrder] = useRemembered<ShelfOrder>('shelf.order', 'changed', asOneOf(shelfOrders));
  const actions = useBookActions(onOpenBook);
  if (library.state === 'loading') return <main className="page library" aria-busy="true" aria-label="Library" />;
  if (library.state === 'failed') return <LibraryFailed library={library} />;
  const { books, readOnly } = library.value;
  if (books.length === 0) {
    return (
      <LibraryPage className="first-run">
        <FirstRun />
      </LibraryPage>
    );
  }
  const shown = shelve(books, shelf, order, query);
  return (
    <LibraryPage className="library">
      <ShelfHeader
        books={books}
        shelf={shelf}
        onShelf={setShelf}
        query={query}
        onQuery={setQuery}
        order={order}
        onOrder={setOrder}
      />
      {readOnly ? (
        <div className="library-banner">
          <Banner tone="warning" title="This library can be read but not changed.">
            Another window may be using it, or the folder does not allow writing.
          </Banner>
        </div>
      ) : null}
      <BookShelf
        key={shelf}
        books={shown}
        shelf={shelf}
        query={query}
        actions={actions}
        onClearQuery={() => setQuery('')}
      />
      <PurgeDialog actions={actions} />
    </LibraryPage>
  );
}

function LibraryFailed({ library }: { library: Extract<CallState<LibraryView>, { state: 'failed' }> }) {
  const run = useRunCommand();
  const { what, next } = errorText(library.error);
  return (
    <main className="page library-failed" aria-label="Library">
      <h1 className="library-title">Your books</h1>
      <Banner
        tone="problem"
        title={what}
        actions={
          <>
            <Button onPress={() => void run('library.chooseFolder')}>Open another folder</Button>
            <Button variant="primary" onPress={library.refresh}>
              Try again
            </Button>
          </>
        }
      >
        {next}
      </Banner>
    </main>
  );
}
