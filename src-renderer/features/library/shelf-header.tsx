import { Plus } from 'lucide-react';
import { useRunCommand } from '../../app/commands';
import type { BookSummary } from '../../../src-shared/ipc/library-calls';
import { Button } from '../../ui/button';
import { SearchField } from '../../ui/search-field';
import { Select } from '../../ui/select';
import { Segments } from '../../ui/toggle-button';
import { shelfOf, type Shelf, type ShelfOrder } from './shelf-view-model';

type Props = {
  readonly books: readonly BookSummary[];
  readonly shelf: Shelf;
  readonly onShelf: (shelf: Shelf) => void;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly order: ShelfOrder;
  readonly onOrder: (order: ShelfOrder) => void;
};

const orders = [
  { id: 'changed', name: 'Recently changed' },
  { id: 'title', name: 'Title' },
  { id: 'author', name: 'Author' },
  { id: 'words', name: 'Words' },
] as const;

/** The shelf's name, and everything that chooses what stands on it. */
export function ShelfHeader({ books, shelf, onShelf, query, onQuery, order, onOrder }: Props) {
  const run = useRunCommand();
  const count = (one: Shelf) => books.filter((book) => shelfOf(book) === one).length;
  return (
    <header className="library-header">
      <h1 className="library-title">Your books</h1>
      <div className="library-tools">
        <Segments
          label="Shelf"
          value={shelf}
          onChange={onShelf}
          options={[
            { id: 'active', name: 'Books' },
            { id: 'archived', name: withCount('Archived', count('archived')) },
            { id: 'trash', name: withCount('Trash', count('trash')) },
          ]}
        />
        <div className="library-search">
          <SearchField label="Search your books" value={query} onChange={onQuery} />
        </div>
        <div className="library-order">
          <Select label="Order" isLabelHidden options={orders} value={order} onChange={onOrder} />
        </div>
        <Button variant="primary" icon={<Plus size={16} aria-hidden />} onPress={() => void run('library.newBook')}>
          New book
        </Button>
      </div>
    </header>
  );
}

const withCount = (name: string, count: number): string => (count === 0 ? name : `${name} ${count}`);
