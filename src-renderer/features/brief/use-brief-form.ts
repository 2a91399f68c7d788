import { useCallback, useRef, useState } from 'react';
import type { Brief } from '../../../src-shared/domain/brief';
import { useClient } from '../../app/client-context';
import { useReportSaveStatus } from '../../app/save-status';
import { useSaved, useSaveStatusOf } from '../../app/use-saved';
import { savablePatch, titleProblem } from './brief-view-model';

/** The brief as it stands in the fields, and the ways to change it. */
export type BriefFormState = {
  readonly brief: Brief;
  readonly titleError: string | undefined;
  readonly edit: (patch: Partial<Brief>) => void;
  readonly flush: () => Promise<unknown>;
};

const untouched: Partial<Brief> = {};

/** The brief's fields with autosave; a title that cannot be saved stays in its field, with the reason beside it. */
export function useBriefForm(bookId: string, stored: Brief): BriefFormState {
  const client = useClient();
  // Everything touched in this visit goes along with each save, so that no field can be left behind.
  const [touched, setTouched] = useState(untouched);
  // An Undo from a while ago must not take along what was typed since.
  const latest = useRef(untouched);
  const save = useCallback(
    (patch: Partial<Brief>) => client.call('brief.update', { bookId, patch: savablePatch(patch) }),
    [client, bookId],
  );
  const saved = useSaved(untouched, save);
  useReportSaveStatus(useSaveStatusOf(saved.status));
  const brief = { ...stored, ...touched };
  return {
    brief,
    titleError: titleProblem(brief.title),
    edit: (patch) => {
      latest.current = { ...latest.current, ...patch };
      setTouched(latest.current);
      saved.change(latest.current);
    },
    flush: saved.flush,
  };
}
