import type { Block } from '../block';
import { lostPicture, picturesIn } from '../block-pictures';
import { convertPicture, type PictureNeeds } from '../picture-convert';
import { extensionOf } from '../picture-types';
import type { WriteJob } from '../writer';
import type { ZipOutput } from '../zip-output';
import type { ManifestItem } from './epub-package';
import type { PlacedPicture } from './epub-xhtml';

const needs: PictureNeeds = { types: new Set(['image/jpeg', 'image/png', 'image/gif']), isGrey: false };

/** Puts each picture of a book into the package once. */
export function createEpubPictures(job: WriteJob, zip: ZipOutput) {
  const placed = new Map<string, PlacedPicture | null>();
  const items: ManifestItem[] = [];
  let lacksDescriptions = false;

  async function place(assetId: string): Promise<void> {
    if (placed.has(assetId)) return;
    placed.set(assetId, null);
    const asset = await job.manuscript.readAsset(assetId);
    const picture = asset && (await convertPicture(asset, needs));
    if (!picture) {
      job.note(lostPicture);
      return;
    }
    const id = `picture-${items.length + 1}`;
    const href = `images/${id}.${extensionOf(picture.mime)}`;
    await zip.add(`EPUB/${href}`, picture.bytes, { isStored: true });
    items.push({ id, href, type: picture.mime });
    placed.set(assetId, { href, widthPx: picture.widthPx, heightPx: picture.heightPx });
  }

  return {
    place: async (block: Block): Promise<void> => {
      for (const assetId of picturesIn(block)) await place(assetId);
      if (!lacksDescriptions && hasBareFigure(block)) {
        lacksDescriptions = true;
        job.note('Some pictures have no description (alt text): readers who cannot see them will not know what they show.');
      }
    },
    pictureOf: (assetId: string): PlacedPicture | null => placed.get(assetId) ?? null,
    items: (): readonly ManifestItem[] => items,
    access: () => ({ hasPictures: items.length > 0, lacksDescriptions }),
  };
}

function hasBareFigure(block: Block): boolean {
  if (block.kind === 'figure') return block.alt === '';
  if (block.kind === 'quote') return block.blocks.some(hasBareFigure);
  if (block.kind === 'list') return block.items.flat().some(hasBareFigure);
  return false;
}
