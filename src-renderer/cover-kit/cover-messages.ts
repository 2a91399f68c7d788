import type { FaceFile } from './cover-faces';
import type { CoverReport, CoverScene } from './draw-cover';

/** What the page asks of the worker that draws covers. */
export type CoverOrder =
  | { readonly kind: 'faces'; readonly files: readonly FaceFile[] }
  | { readonly kind: 'picture'; readonly assetId: string; readonly bytes: Uint8Array<ArrayBuffer> }
  | {
      readonly kind: 'draw';
      readonly id: number;
      readonly scene: CoverScene;
      readonly widthPx: number;
      readonly as: 'bitmap' | 'file';
    };

/** A cover as it was drawn: pixels to show, or the bytes of a PNG. */
export type DrawnCover = {
  readonly report: CoverReport;
  readonly bitmap?: ImageBitmap;
  readonly bytes?: Uint8Array<ArrayBuffer>;
};

/** What the worker answers. */
export type CoverAnswer =
  | { readonly kind: 'drawn'; readonly id: number; readonly drawn: DrawnCover }
  | { readonly kind: 'failed'; readonly id: number; readonly reason: string }
  | {
      readonly kind: 'picture';
      readonly assetId: string;
      readonly size: { readonly width: number; readonly height: number } | null;
    };
