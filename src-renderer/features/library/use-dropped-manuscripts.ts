import { useState, type DragEvent } from 'react';
import { useClient } from '../../app/client-context';
import { errorText } from '../../app/error-text';
import { useImports, type BroughtManuscript } from '../../app/import-context';
import type { AppError } from '../../../src-shared/result';
import { useAnnounce } from '../../ui/live-region';
import { useToast } from '../../ui/toast';
import { droppedIn, type Dropped } from './dropped-files';

/** What a page that takes dropped manuscripts shows: files held over it, the one being taken, or nothing. */
export type DropState =
  { readonly state: 'waiting' } | { readonly state: 'over' } | { readonly state: 'reading'; readonly fileName: string };

const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');

/** Brings each manuscript that is dropped on the page. `dropProps` go on the page. */
export function useDroppedManuscripts() {
  const client = useClient();
  const toast = useToast();
  const announce = useAnnounce();
  const { bring } = useImports();
  const [drop, setDrop] = useState<DropState>({ state: 'waiting' });
  const complain = (error: AppError) => {
    const { what, next } = errorText(error);
    toast({ text: what, detail: next, tone: 'problem' });
    announce(`${what} ${next}`, 'now');
  };
  const read = async ({ name, read: bytesOf }: Dropped): Promise<BroughtManuscript[]> => {
    setDrop({ state: 'reading', fileName: name });
    const dropped = await bytesOf();
    const answer = dropped && (await client.call('import.drop', dropped));
    if (answer?.ok) return [answer.value];
    complain(answer ? answer.error : { code: 'manuscript-refused', file: name, reason: 'too-large' });
    return [];
  };
  const take = async (dropped: readonly Dropped[]) => {
    for (const one of dropped) bring(await read(one));
    setDrop({ state: 'waiting' });
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
      void take(droppedIn(event.dataTransfer));
    },
  };
  return { drop, dropProps };
}
