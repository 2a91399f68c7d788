import { useState } from 'react';
import type { ImportPlan, ImportPreview } from '../../../src-shared/domain/import-split';
import type { AppError } from '../../../src-shared/result';
import { useClient, useEvent } from '../../app/client-context';
import { useCall } from '../../app/use-call';

/** How far a manuscript has come on its way to a book. */
export type ImportState =
  | { readonly step: 'reading' }
  | { readonly step: 'cutting'; readonly preview: ImportPreview; readonly error: AppError | null; readonly isStoring: boolean }
  | { readonly step: 'refused'; readonly error: AppError };

export type Progress = { readonly progress: number; readonly doing: string };

/** Reads a manuscript, and makes a book of it when the author says so. */
export function useImport(importId: string, onMade: (made: { readonly bookId: string; readonly title: string }) => void) {
  const client = useClient();
  const read = useCall('import.preview', { importId });
  const [isStoring, setStoring] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  useEvent('import.progress', (event) => {
    if (event.importId === importId) setProgress(event);
  });
  async function store(plan: ImportPlan): Promise<void> {
    setStoring(true);
    const answer = await client.call('import.store', { importId, plan });
    if (answer.ok) {
      onMade({ bookId: answer.value.bookId, title: plan.title });
      return;
    }
    setError(answer.error);
    setStoring(false);
  }
  const cancel = () => void client.call('import.cancel', { importId });
  return { state: stateOf(), progress, store, cancel };

  function stateOf(): ImportState {
    if (read.state === 'loading') return { step: 'reading' };
    if (read.state === 'failed') return { step: 'refused', error: read.error };
    return { step: 'cutting', preview: read.value, error, isStoring };
  }
}
