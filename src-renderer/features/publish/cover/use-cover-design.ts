import { useCallback, useMemo, useState } from 'react';
import type { Brief } from '../../../../src-shared/domain/brief';
import type { CoverDesign } from '../../../../src-shared/domain/cover';
import type { CoverView } from '../../../../src-shared/ipc/cover-calls';
import type { AppError } from '../../../../src-shared/result';
import { useClient } from '../../../app/client-context';
import { useCall, whenBookChanges } from '../../../app/use-call';
import type { CoverScene } from '../../../cover-kit/draw-cover';

/** The design of a book’s cover, and what it is drawn from. */
export type CoverDesignState = {
  readonly view: CoverView;
  /** As it is kept. */
  readonly kept: CoverScene;
  /** With what is under way: a picture that is being dragged. */
  readonly shown: CoverScene;
  /** Shows a change that is not kept yet. */
  readonly show: (patch: Partial<CoverDesign>) => void;
  readonly keep: (patch: Partial<CoverDesign>) => Promise<void>;
  readonly error: AppError | null;
};

/** Reads the design and keeps what is changed in it; `null` until it is there. */
export function useCoverDesign(bookId: string): CoverDesignState | { readonly error: AppError } | null {
  const client = useClient();
  const cover = useCall('cover.read', { bookId }, whenBookChanges(bookId, 'cover', 'brief'));
  const brief = useCall('brief.read', { bookId }, whenBookChanges(bookId, 'brief'));
  const [draft, setDraft] = useState<Partial<CoverDesign>>({});
  const [error, setError] = useState<AppError | null>(null);
  const [seen, setSeen] = useState(cover.value);
  // What was read anew has the change in it, or has had it taken back.
  if (cover.value !== seen) {
    setSeen(cover.value);
    setDraft({});
  }
  const show = useCallback((patch: Partial<CoverDesign>) => setDraft((last) => ({ ...last, ...patch })), []);
  const keep = useCallback(
    async (patch: Partial<CoverDesign>) => {
      show(patch);
      const answer = await client.call('cover.change', { bookId, patch });
      setError(answer.ok ? null : answer.error);
      if (!answer.ok) setDraft({});
    },
    [bookId, client, show],
  );
  // The same from render to render while something is dragged: what is drawn of it is not drawn again.
  const kept = useMemo(
    () => sceneOf(bookId, brief.value?.brief, cover.value?.design),
    [bookId, brief.value, cover.value],
  );
  const failed = cover.error ?? brief.error;
  if (failed) return { error: failed };
  if (!cover.value || !kept) return null;
  return { view: cover.value, kept, shown: { ...kept, design: { ...kept.design, ...draft } }, show, keep, error };
}

function sceneOf(bookId: string, brief: Brief | undefined, design: CoverDesign | undefined): CoverScene | null {
  if (!brief || !design) return null;
  const { title, subtitle, author, language } = brief;
  return { bookId, title, subtitle, author, language, design };
}
