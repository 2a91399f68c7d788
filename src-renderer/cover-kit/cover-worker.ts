import type { CoverAnswer, CoverOrder, DrawnCover } from './cover-messages';
import { drawCover, fontsOf, type CoverScene } from './draw-cover';
import { plane } from './layout';

/** What this thread is given by the browser; the page’s own types do not name it. */
type WorkerScope = {
  readonly fonts: FontFaceSet;
  readonly postMessage: (answer: CoverAnswer, transfer: Transferable[]) => void;
  onmessage: ((event: MessageEvent<CoverOrder>) => void) | null;
};
const scope = globalThis as unknown as WorkerScope;

/** Pictures are kept as they were decoded, the last few. */
const mostPictures = 4;
/** A picture of more pixels than this at its longer side is kept smaller: a cover has 2,560. */
const mostSidePx = 4_096;
const pictures = new Map<string, ImageBitmap>();

/** One order after the other: what is drawn may wait for letters, and nothing overtakes. */
let turn: Promise<void> = Promise.resolve();
scope.onmessage = ({ data }) => {
  turn = turn.then(() => obey(data));
};

const answer = (message: CoverAnswer, transfer: Transferable[] = []): void => scope.postMessage(message, transfer);

async function obey(order: CoverOrder): Promise<void> {
  switch (order.kind) {
    case 'faces':
      for (const { family, address, ...descriptors } of order.files) {
        scope.fonts.add(new FontFace(family, `url(${JSON.stringify(address)})`, descriptors));
      }
      return;
    case 'picture':
      await takePicture(order.assetId, order.bytes);
      return;
    case 'draw':
      try {
        const drawn = await draw(order.scene, order.widthPx, order.as);
        answer({ kind: 'drawn', id: order.id, drawn }, transferOf(drawn));
      } catch (cause) {
        answer({ kind: 'failed', id: order.id, reason: cause instanceof Error ? cause.message : String(cause) });
      }
  }
}

/** Pixels and bytes change hands; nothing is copied. */
const transferOf = ({ bitmap, bytes }: DrawnCover): Transferable[] => [
  ...(bitmap ? [bitmap] : []),
  ...(bytes ? [bytes.buffer] : []),
];

async function takePicture(assetId: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  try {
    const whole = await createImageBitmap(new Blob([bytes]));
    const scale = Math.min(1, mostSidePx / Math.max(whole.width, whole.height));
    const resized = {
      resizeWidth: Math.round(whole.width * scale),
      resizeHeight: Math.round(whole.height * scale),
      resizeQuality: 'high',
    } as const;
    const kept = scale < 1 ? await createImageBitmap(whole, resized) : whole;
    pictures.delete(assetId);
    pictures.set(assetId, kept);
    for (const old of [...pictures.keys()].slice(0, -mostPictures)) {
      pictures.get(old)?.close();
      pictures.delete(old);
    }
    answer({ kind: 'picture', assetId, size: { width: kept.width, height: kept.height } });
  } catch {
    // The bytes were checked when they came in; the page says that this one cannot be shown.
    answer({ kind: 'picture', assetId, size: null });
  }
}

async function draw(scene: CoverScene, widthPx: number, as: 'bitmap' | 'file'): Promise<DrawnCover> {
  await Promise.all(fontsOf(scene).map(({ font, text }) => scope.fonts.load(font, text)));
  const scale = widthPx / plane.width;
  const canvas = new OffscreenCanvas(widthPx, Math.round(plane.height * scale));
  const pen = canvas.getContext('2d', { alpha: false });
  if (!pen) throw new Error('There is no canvas to draw on.');
  pen.scale(scale, scale);
  const report = drawCover(pen, scene, pictures.get(scene.design.picture?.assetId ?? ''));
  if (as === 'bitmap') return { report, bitmap: canvas.transferToImageBitmap() };
  const file = await canvas.convertToBlob({ type: 'image/png' });
  return { report, bytes: new Uint8Array(await file.arrayBuffer()) };
}
