import { Node } from '@tiptap/core';
import { createFigureView } from '../figure-view';

/** Where the page reads the pictures of a book: `asset://<bookId>/<assetId>` behind one function. */
export type FigureOptions = { readonly addressOf: (assetId: string) => string };

const numberOrNull = (value: string | null): number | null => (value === null || value === '' ? null : Number(value));

/** A picture with alternative text and caption. The picture itself is an asset of the book. */
export const Figure = Node.create<FigureOptions>({
  name: 'figure',
  group: 'block',
  atom: true,
  draggable: true,
  addOptions: () => ({ addressOf: (assetId) => assetId }),
  addAttributes: () => ({
    assetId: { default: '', rendered: false },
    alt: { default: '', rendered: false },
    caption: { default: '', rendered: false },
    widthPx: { default: null, rendered: false },
    heightPx: { default: null, rendered: false },
  }),
  parseHTML: () => [
    {
      tag: 'figure[data-asset]',
      getAttrs: (element) => ({
        assetId: element.getAttribute('data-asset') ?? '',
        alt: element.getAttribute('data-alt') ?? '',
        caption: element.getAttribute('data-caption') ?? '',
        widthPx: numberOrNull(element.getAttribute('data-width')),
        heightPx: numberOrNull(element.getAttribute('data-height')),
      }),
    },
  ],
  renderHTML: ({ node }) => [
    'figure',
    { 'data-asset': String(node.attrs['assetId']) },
    ['figcaption', {}, String(node.attrs['caption'])],
  ],
  renderText: ({ node }) => String(node.attrs['caption']),
  addNodeView() {
    return ({ node, view, getPos }) => createFigureView({ node, view, getPos, addressOf: this.options.addressOf });
  },
});
