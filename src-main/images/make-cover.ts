import sharp from 'sharp';
import { coverSize } from '../../src-shared/domain/cover';
import { err, ok, type Result } from '../../src-shared/result';
import { inspectImage } from './inspect-image';

/** A cover file that is larger is made again with less quality: no shop refuses one below this (Kobo and Apple take 5 MB). */
const mostBytes = 2 * 1024 * 1024;
/** Tried one after the other; the last one is kept whatever it weighs. */
const qualities = [92, 86, 80, 72] as const;

/**
 * Makes the cover file of a drawn cover: an sRGB JPEG of 1,600 × 2,560 pixels. Fails with `unsupported-image` when the
 * bytes are no PNG of that size.
 */
export async function makeCover(bytes: Uint8Array): Promise<Result<Uint8Array>> {
  const found = inspectImage(bytes);
  const isDrawn =
    found?.mime === 'image/png' && found.widthPx === coverSize.widthPx && found.heightPx === coverSize.heightPx;
  if (!isDrawn) return err({ code: 'unsupported-image', reason: 'not-an-image' });
  try {
    const drawn = sharp(bytes, { limitInputPixels: coverSize.widthPx * coverSize.heightPx });
    const { data, info } = await drawn.flatten().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    let made = new Uint8Array();
    for (const quality of qualities) {
      const jpeg = sharp(data, { raw: { width, height, channels } }).jpeg({ quality, chromaSubsampling: '4:4:4' });
      made = new Uint8Array(await jpeg.withIccProfile('srgb').toBuffer());
      if (made.byteLength <= mostBytes) break;
    }
    return ok(made);
  } catch (cause) {
    if (cause instanceof Error) return err({ code: 'unsupported-image', reason: 'not-an-image' }); // sharp's word for "cannot be decoded"
    throw cause;
  }
}
