import { Archive, ArchiveRestore, BookOpen, FlameKindling, RotateCcw, Trash2 } from 'lucide-react';
import type { BookSummary } from '../../../src-shared/ipc/library-calls';
import type { MenuEntry } from '../../ui/menu';
import { shelfOf } from './shelf-view-model';
import type { BookActions } from './use-book-actions';

/** What can be done with a book, by the shelf it stands on. */
export function bookMenu(book: BookSummary, actions: BookActions): readonly MenuEntry[] {
  if (shelfOf(book) === 'trash') {
    return [
      {
        id: 'restore',
        label: 'Put back',
        icon: <RotateCcw size={16} aria-hidden />,
        onAction: () => actions.restore(book),
      },
      { id: 'rule', separator: true },
      {
        id: 'purge',
        label: 'Delete for good…',
        tone: 'danger',
        icon: <FlameKindling size={16} aria-hidden />,
        onAction: () => actions.askPurge(book),
      },
    ];
  }
  const archive: MenuEntry = book.archived
    ? {
        id: 'unarchive',
        label: 'Take out of the archive',
        icon: <ArchiveRestore size={16} aria-hidden />,
        onAction: () => actions.archive(book, false),
      }
    : {
        id: 'archive',
        label: 'Archive',
        icon: <Archive size={16} aria-hidden />,
        onAction: () => actions.archive(book, true),
      };
  return [
    {
      id: 'open',
      label: 'Open',
      shortcut: 'Enter',
      icon: <BookOpen size={16} aria-hidden />,
      onAction: () => actions.open(book),
    },
    archive,
    { id: 'rule', separator: true },
    {
      id: 'trash',
      label: 'Move to trash',
      shortcut: 'Delete',
      icon: <Trash2 size={16} aria-hidden />,
      onAction: () => actions.trash(book),
    },
  ];
}
