import { useState, type DragEvent } from 'react';
import { useClient } from '../../app/client-context';
import { errorText } from '../../app/error-text';
import type { RoomTarget } from '../../app/room';
import { largestManuscriptBytes } from '../../../src-shared/ipc/library-calls';
import type { AppError } from '../../../src-shared/result';
import { useAnnounce } from '../../ui/live-region';
import { useToast } from '../../ui/toast';
import { countOf } from '../../ui/words';

/** What a page that takes dropped manuscripts shows: files held over it, the one being read, or nothing. */
export type DropState =
  { readonly state: 'waiting' } | { readonly state: 'over' } | { readonly state: 'reading'; readonly fileName: string };

type OpenBook = (bookId: string, target?: RoomTarget) => Promise<void>;

const manuscriptName = /\.(?:md|markdown|txt)$/i;
const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');

/** Makes a book of each manuscript dropped on the page, and opens it when it is one. `dropProps` go on the page. */
export function useDroppedManuscripts(onOpenBook: OpenBook) {
  const client = useClient();
  const toast = useToast();
  const announce = useAnnounce();
  const [drop, setDrop] = useState<DropState>({ state: 'waiting' });
  const complain = (error: AppError) => {
    const { what, next } = errorText(error);
    toast({ text: what, detail: next, tone: 'problem' });
    announce(`${what} ${next}`, 'now');
  };
  const read = async (file: File): Promise<string | null> => {
    setDrop({ state: 'reading', fileName: file.name });
    const reason = whyNot(file);
    if (reason !== null) {
      complain({ code: 'unreadable-file', file: file.name, reason });
      return null;
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    const answer = await client.call('library.importDropped', { fileName: file.name, bytes });
    if (answer.ok) return answer.value.bookId;
    complain(answer.error);
    return null;
  };
  const take = async (files: readonly File[]) => {
    const made: string[] = [];
    for (const file of files) {
      const bookId = await read(file);
      if (bookId !== null) made.push(bookId);
    }
    setDrop({ state: 'waiting' });
    const [first] = made;
    if (first !== undefined && made.length === 1) await onOpenBook(first, { room: 'outline' });
    else if (made.length > 1) toast({ text: `${countOf(made.length, 'book')} made of your files.` });
  };
  const dropProps = {
    onDragOver: (event: DragEvent) => {
      if (!hasFiles(event) || drop.state === 'reading') return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      if (drop.state === 'waiting') setDrop({ state: 'over' });
    },
    onDragLeave: (event: DragEvent) => {
      const isInside = event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget);
      if (drop.state === 'over' && !isInside) setDrop({ state: 'waiting' });
    },
    onDrop: (event: DragEvent) => {
      if (!hasFiles(event) || drop.state === 'reading') return;
      event.preventDefault();
      void take([...event.dataTransfer.files]);
    },
  };
  return { drop, dropProps };
}

/** Why a file cannot become a book, or `null`. What it holds is looked at when it is read. */
function whyNot(file: File): string | null {
  if (!manuscriptName.test(file.name)) return 'it is neither Markdown nor plain text';
  return file.size > largestManuscriptBytes ? 'it is larger than 100 MB' : null;
}
