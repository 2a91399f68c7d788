import { useEffect, useState } from 'react';
import { useClient } from '../../../app/client-context';
import { createCoverPainter, type CoverPainter } from '../../../cover-kit/cover-painter';

/** A picture as the painter has it; `size` is `null` for one that cannot be shown. */
export type LoadedPicture = {
  readonly assetId: string;
  readonly size: { readonly width: number; readonly height: number } | null;
};

/** A painter for as long as the component is there, and the picture that it was given last. */
export function useCoverPainter(
  bookId: string,
  assetId: string | null,
): { painter: CoverPainter; picture: LoadedPicture | null } {
  const client = useClient();
  const [painter] = useState(createCoverPainter);
  const [picture, setPicture] = useState<LoadedPicture | null>(null);
  useEffect(() => () => painter.close(), [painter]);
  useEffect(() => {
    if (assetId === null) return undefined;
    let isWanted = true;
    const load = async (): Promise<void> => {
      const answer = await client.call('image.read', { bookId, assetId });
      const size = answer.ok ? await painter.takePicture(assetId, answer.value.bytes) : null;
      if (isWanted) setPicture({ assetId, size });
    };
    void load();
    return () => {
      isWanted = false;
    };
  }, [client, painter, bookId, assetId]);
  return { painter, picture: picture?.assetId === assetId ? picture : null };
}
