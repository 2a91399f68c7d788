import { useToast } from '../ui/toast';
import { useClient } from './client-context';
import { errorText } from './error-text';
import { useImports } from './import-context';
import { ImportDialog } from './screens';
import type { Navigation } from './use-navigation';

/** Shows the manuscripts that were brought, one after the other, and opens the book that comes of one. */
export function IncomingManuscripts({ navigation }: { navigation: Navigation }) {
  const client = useClient();
  const toast = useToast();
  const { waiting, settle } = useImports();
  const [first] = waiting;
  if (!first) return null;
  const after = waiting.length - 1;
  const takeBack = async (bookId: string) => {
    await navigation.goToLibrary();
    await client.call('book.close', { bookId });
    const answer = await client.call('library.trash', { bookId });
    if (answer.ok) toast({ text: 'The book is in the trash' });
    else toast({ text: errorText(answer.error).what, detail: errorText(answer.error).next, tone: 'problem' });
  };
  const open = async ({ bookId, title }: { bookId: string; title: string }) => {
    settle(first.importId);
    toast({ text: `“${title}” is a book now`, undo: () => void takeBack(bookId) });
    if (after === 0) await navigation.openBook(bookId, { room: 'outline' });
  };
  return (
    <ImportDialog
      key={first.importId}
      manuscript={first}
      after={after}
      onClose={() => settle(first.importId)}
      onMade={(made) => void open(made)}
    />
  );
}
