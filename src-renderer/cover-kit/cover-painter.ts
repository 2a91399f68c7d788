import { coverFaceFiles } from './cover-faces';
import type { CoverAnswer, CoverOrder, DrawnCover } from './cover-messages';
import type { CoverScene } from './draw-cover';
import { createLatest } from './latest';
import { plane } from './layout';

type PictureSize = { readonly width: number; readonly height: number };

/** Draws covers in a thread of its own, so that the page goes on while it does. */
export type CoverPainter = {
  /**
   * Draws for a place on the screen. The bitmap belongs to the caller. Of what a place asks for while it is drawn for,
   * only the last counts; the others are answered with `null`.
   */
  readonly paint: (place: string, scene: CoverScene, widthPx: number) => Promise<DrawnCover | null>;
  /** Draws the finished cover as the bytes of a PNG of 1,600 × 2,560 pixels. */
  readonly finish: (scene: CoverScene) => Promise<Uint8Array<ArrayBuffer>>;
  /** Gives it a picture of the book; answers its size, or `null` when it cannot be shown. */
  readonly takePicture: (assetId: string, bytes: Uint8Array) => Promise<PictureSize | null>;
  readonly close: () => void;
};

type Waiting = { readonly done: (drawn: DrawnCover) => void; readonly failed: (cause: Error) => void };

/** The thread starts with the first order. Close the painter when no cover is in sight any more. */
export function createCoverPainter(): CoverPainter {
  const waiting = new Map<number, Waiting>();
  const pictures = new Map<string, (size: PictureSize | null) => void>();
  const latest = createLatest<DrawnCover>();
  let worker: Worker | undefined;
  let count = 0;

  function hear({ data }: MessageEvent<CoverAnswer>): void {
    if (data.kind === 'picture') {
      pictures.get(data.assetId)?.(data.size);
      return;
    }
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.kind === 'drawn') asked?.done(data.drawn);
    else asked?.failed(new Error(data.reason));
  }

  function begin(): Worker {
    const begun = new Worker(new URL('./cover-worker.ts', import.meta.url), { type: 'module' });
    begun.onmessage = hear;
    begun.onerror = (event) => {
      for (const { failed } of waiting.values()) failed(new Error(event.message));
      waiting.clear();
    };
    begun.postMessage({ kind: 'faces', files: coverFaceFiles() } satisfies CoverOrder);
    return begun;
  }

  function say(order: CoverOrder, transfer: Transferable[] = []): void {
    worker ??= begin();
    worker.postMessage(order, transfer);
  }

  const draw = (scene: CoverScene, widthPx: number, as: 'bitmap' | 'file'): Promise<DrawnCover> =>
    new Promise((done, failed) => {
      count += 1;
      waiting.set(count, { done, failed });
      say({ kind: 'draw', id: count, scene, widthPx, as });
    });

  return {
    paint: (place, scene, widthPx) => latest(place, () => draw(scene, widthPx, 'bitmap')),
    async finish(scene) {
      const { bytes } = await draw(scene, plane.width, 'file');
      if (!bytes) throw new Error('The cover was drawn without a file.');
      return bytes;
    },
    takePicture: (assetId, bytes) =>
      new Promise((resolve) => {
        pictures.set(assetId, resolve);
        const own = new Uint8Array(bytes);
        say({ kind: 'picture', assetId, bytes: own }, [own.buffer]);
      }),
    close() {
      worker?.terminate();
      worker = undefined;
    },
  };
}
