import sharp from 'sharp';
import { err, ok, type Result } from '../../src-shared/result';
import { inspectImage } from './inspect-image';

/** A picture that can be kept: decoded once, turned upright, without camera data or place. */
export type CleanImage = { readonly bytes: Uint8Array; readonly widthPx: number; readonly heightPx: number };

const mostBytes = 20 * 1024 * 1024;
const mostPixels = 60_000_000;
const fewestPixels = 2;

/**
 * Checks a picture by its contents and writes it anew without metadata: photographs as JPEG, the rest as PNG. Fails
 * with `unsupported-image`: larger than 20 MB or 60 megapixels, a single pixel, or no picture at all.
 */
export async function cleanImage(bytes: Uint8Array): Promise<Result<CleanImage>> {
  if (bytes.byteLength > mostBytes) return err({ code: 'unsupported-image', reason: 'too-many-bytes' });
  const found = inspectImage(bytes);
  // SVG is a program as much as a picture; it is not taken.
  if (!found || found.mime === 'image/svg+xml') return err({ code: 'unsupported-image', reason: 'not-an-image' });
  if (found.widthPx * found.heightPx > mostPixels) return err({ code: 'unsupported-image', reason: 'too-many-pixels' });
  if (found.widthPx < fewestPixels || found.heightPx < fewestPixels) return err({ code: 'unsupported-image', reason: 'too-small' });
  try {
    const upright = sharp(bytes, { limitInputPixels: mostPixels, sequentialRead: true }).rotate();
    const { hasAlpha } = await sharp(bytes, { limitInputPixels: mostPixels }).metadata();
    const isPhotograph = found.mime !== 'image/png' && found.mime !== 'image/gif' && !hasAlpha;
    const made = isPhotograph ? upright.jpeg({ quality: 92 }) : upright.png();
    const { data, info } = await made.toBuffer({ resolveWithObject: true });
    return ok({ bytes: new Uint8Array(data), widthPx: info.width, heightPx: info.height });
  } catch (cause) {
    if (cause instanceof Error) return err({ code: 'unsupported-image', reason: 'not-an-image' }); // sharp's word for "cannot be decoded"
    throw cause;
  }
}
