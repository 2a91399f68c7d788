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
