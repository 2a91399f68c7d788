import type { Block } from './block';

/** The pictures a block shows, in order. */
export function picturesIn(block: Block): string[] {
  switch (block.kind) {
    case 'figure':
      return [block.assetId];
    case 'quote':
      return block.blocks.flatMap(picturesIn);
    case 'list':
      return block.items.flat().flatMap(picturesIn);
    case 'table':
      return block.rows.flat().flatMap((cell) => cell.blocks.flatMap(picturesIn));
    default:
      return [];
  }
}

/** What the receipt says of a figure whose picture is gone. */
export const lostPicture = 'A picture is no longer in the book: its description and caption are in the file.';

/** What the receipt says where a picture has no description. */
export const barePicture = 'Some pictures have no description (alt text): readers who cannot see them will not know what they show.';

/** Whether a block shows a picture without a description. */
export function hasBareFigure(block: Block): boolean {
  if (block.kind === 'figure') return block.alt === '';
  if (block.kind === 'quote') return block.blocks.some(hasBareFigure);
  if (block.kind === 'list') return block.items.flat().some(hasBareFigure);
  return false;
}
