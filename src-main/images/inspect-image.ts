import { imageSize } from 'image-size';

const mimes: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg', png: 'image/png', gif: 'image/gif', webp: 'image/webp', svg: 'image/svg+xml', avif: 'image/avif', tiff: 'image/tiff',
};

/** What kind of picture these bytes are, by content; `undefined` when they are none. */
export function inspectImage(bytes: Uint8Array): { mime: string; widthPx: number; heightPx: number } | undefined {
  try {
    const { type = '', width, height } = imageSize(bytes);
    const mime = mimes[type === 'heif' ? 'avif' : type];
    return mime === undefined ? undefined : { mime, widthPx: width, heightPx: height };
  } catch {
    return undefined; // image-size throws on whatever it does not know
  }
}
