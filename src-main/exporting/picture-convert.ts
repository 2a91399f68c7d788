import type { ManuscriptAsset } from './manuscript';

const everywhere: ReadonlySet<string> = new Set(['image/jpeg', 'image/png']);

/** What a format's readers can show without help. */
export type PictureNeeds = { readonly types: ReadonlySet<string>; readonly isGrey: boolean };

/** JPEG and PNG as they are, the rest as PNG. */
export const plainPictures: PictureNeeds = { types: everywhere, isGrey: false };

/**
 * The picture in a form that the format's readers show: as it is where they can, else as PNG; in grey for print.
 * `undefined` when it cannot be decoded.
 */
export async function convertPicture(asset: ManuscriptAsset, needs: PictureNeeds): Promise<ManuscriptAsset | undefined> {
  if (needs.types.has(asset.mime) && !needs.isGrey) return asset;
  // Loaded only for books that need it: it brings a native library.
  const { sharp } = await import('./sharp-port');
  try {
    const turned = sharp(asset.bytes).rotate();
    const grey = needs.isGrey ? turned.greyscale().toColourspace('b-w') : turned;
    const isPhotograph = asset.mime === 'image/jpeg';
    const made = isPhotograph ? grey.jpeg({ quality: 92 }) : grey.flatten({ background: '#ffffff' }).png();
    const { data, info } = await made.toBuffer({ resolveWithObject: true });
    return { bytes: data, mime: isPhotograph ? 'image/jpeg' : 'image/png', widthPx: info.width, heightPx: info.height };
  } catch (cause) {
    if (cause instanceof Error) return undefined; // sharp's word for "not a picture"
    throw cause;
  }
}
