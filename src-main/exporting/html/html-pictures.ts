import type { Block } from '../block';
import { barePicture, hasBareFigure, lostPicture, picturesIn } from '../block-pictures';
import type { PlacedPicture } from '../epub/epub-xhtml';
import type { ManuscriptAsset } from '../manuscript';
import { convertPicture, type PictureNeeds } from '../picture-convert';
import type { WriteJob } from '../writer';

const needs: PictureNeeds = { types: new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp']), isGrey: false };

/** A picture as an address that holds its bytes. */
const addressOf = ({ mime, bytes }: Pick<ManuscriptAsset, 'mime' | 'bytes'>): string =>
  `data:${mime};base64,${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')}`;

/** The cover as an address; `null` where there is none, or none that can be read. */
export async function coverAddress(job: WriteJob): Promise<string | null> {
  const { cover } = job.manuscript;
  const picture = cover && (await convertPicture({ ...cover, widthPx: 0, heightPx: 0 }, needs));
  if (cover && !picture) job.note('The cover could not be read and is not in the file.');
  return picture ? addressOf(picture) : null;
}

/** The pictures of one block at a time, each as an address that holds it. */
export function createHtmlPictures(job: WriteJob) {
  let shown = new Map<string, PlacedPicture | null>();

  async function placed(assetId: string): Promise<PlacedPicture | null> {
    const asset = await job.manuscript.readAsset(assetId);
    const picture = asset && (await convertPicture(asset, needs));
    if (picture) return { href: addressOf(picture), widthPx: picture.widthPx, heightPx: picture.heightPx };
    job.note(lostPicture);
    return null;
  }

  return {
    /** Reads the pictures of a block, and lets those of the block before go. */
    place: async (block: Block): Promise<void> => {
      const last = shown;
      shown = new Map();
      for (const assetId of picturesIn(block)) shown.set(assetId, last.get(assetId) ?? (await placed(assetId)));
      if (hasBareFigure(block)) job.note(barePicture);
    },
    pictureOf: (assetId: string): PlacedPicture | null => shown.get(assetId) ?? null,
  };
}
