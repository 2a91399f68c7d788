import { coverFaceFiles } from './cover-faces';
import type { CoverAnswer, CoverOrder, DrawnCover } from './cover-messages';
import type { CoverScene } from './draw-cover';
import { plane } from './layout';

type PictureSize = { readonly width: number; readonly height: number };

/** Draws covers in a thread of its own, so that the page goes on while it does. */
export type CoverPainter = {
  /** Draws for the screen. The bitmap belongs to the caller. */
  readonly paint: (scene: CoverScene, widthPx: number) => Promise<DrawnCover>;
  /** Draws the finished cover as the bytes of a PNG of 1,600 × 2,560 pixels. */
  readonly finish: (scene: CoverScene) => Promise<Uint8Array<ArrayBuffer>>;
  /** Gives it a picture of the book; answers its size, or `null` when it cannot be shown. */
  readonly takePicture: (assetId: string, bytes: Uint8Array) => Promise<PictureSize | null>;
  readonly close: () => void;
};

type Waiting = { readonly done: (drawn: DrawnCover) => void; readonly failed: (cause: Error) => void };

/** Starts the thread. Close it when no cover is in sight any more. */
export function createCoverPainter(): CoverPainter {
  const worker = new Worker(new URL('./cover-worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, Waiting>();
  const pictures = new Map<string, (size: PictureSize | null) => void>();
  let count = 0;
  const say = (order: CoverOrder): void => worker.postMessage(order);

  worker.onmessage = ({ data }: MessageEvent<CoverAnswer>) => {
    if (data.kind === 'picture') {
      pictures.get(data.assetId)?.(data.size);
      return;
    }
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.kind === 'drawn') asked?.done(data.drawn);
    else asked?.failed(new Error(data.reason));
  };
  worker.onerror = (event) => {
    for (const { failed } of waiting.values()) failed(new Error(event.message));
    waiting.clear();
  };
  say({ kind: 'faces', files: coverFaceFiles() });

  const draw = (scene: CoverScene, widthPx: number, as: 'bitmap' | 'file'): Promise<DrawnCover> =>
    new Promise((done, failed) => {
      count += 1;
      waiting.set(count, { done, failed });
      say({ kind: 'draw', id: count, scene, widthPx, as });
    });

  return {
    paint: (scene, widthPx) => draw(scene, widthPx, 'bitmap'),
    async finish(scene) {
      const { bytes } = await draw(scene, plane.width, 'file');
      if (!bytes) throw new Error('The cover was drawn without a file.');
      return bytes;
    },
    takePicture: (assetId, bytes) =>
      new Promise((resolve) => {
        pictures.set(assetId, resolve);
        say({ kind: 'picture', assetId, bytes: new Uint8Array(bytes) });
      }),
    close: () => worker.terminate(),
  };
}
