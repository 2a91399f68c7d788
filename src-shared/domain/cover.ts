import { z } from 'zod';
import type { Genre } from './genre';

/** How a cover is laid out. What each looks like is drawn by the page (`src-renderer/cover-kit`). */
export const CoverLayout = z.enum([
  'quiet',
  'type',
  'bold',
  'photograph',
  'band',
  'window',
  'framed',
  'shapes',
  'cloth',
  'ridges',
  'journal',
  'wreath',
  'contours',
]);
export type CoverLayout = z.infer<typeof CoverLayout>;

export const CoverPalette = z.enum([
  'bone',
  'midnight',
  'forest',
  'oxblood',
  'terracotta',
  'sea',
  'mustard',
  'plum',
  'blush',
  'slate',
  'night',
  'snow',
  'sage',
]);
export type CoverPalette = z.infer<typeof CoverPalette>;

/** The pair of faces that a cover is set in. */
export const CoverFace = z.enum(['garamond', 'source-serif', 'inter', 'garamond-inter', 'typewriter']);
export type CoverFace = z.infer<typeof CoverFace>;

/** Whether a veil is laid between a picture and the words on it. */
export const CoverVeil = z.enum(['as-needed', 'always', 'never']);
export type CoverVeil = z.infer<typeof CoverVeil>;

/** The most that a picture is enlarged beyond what fills its place. */
export const largestZoom = 4;

/** A picture of the book on its cover: which point of it stays in the middle, and how near one looks. */
export const CoverPicture = z.strictObject({
  assetId: z.string().regex(/^[0-9a-f]{64}$/u),
  focusX: z.number().min(0).max(1),
  focusY: z.number().min(0).max(1),
  zoom: z.number().min(1).max(largestZoom),
});
export type CoverPicture = z.infer<typeof CoverPicture>;

/** All that a cover is drawn from, beside the words of the brief. */
export const CoverDesign = z.strictObject({
  layout: CoverLayout,
  palette: CoverPalette,
  face: CoverFace,
  /** A line more: a series, a quotation, “A Memoir”. */
  line: z.string().max(200),
  picture: CoverPicture.nullable(),
  veil: CoverVeil,
  /** Which of the many drawings a layout has; with the book’s id it makes the same one every time. */
  variation: z.int().min(0).max(9_999),
});
export type CoverDesign = z.infer<typeof CoverDesign>;

/** The layouts that have a place for a picture. */
export const picturedLayouts: ReadonlySet<CoverLayout> = new Set(['photograph', 'band', 'window']);

/** The size of a cover file, as shops ask for it (KDP: 1,600 × 2,560). */
export const coverSize = { widthPx: 1_600, heightPx: 2_560 } as const;

/** The longest idea for a picture that is sent to a model. */
export const longestCoverIdea = 1_000;

const usual: Readonly<Record<Genre, readonly [CoverLayout, CoverPalette, CoverFace]>> = {
  memoir: ['window', 'bone', 'garamond'],
  biography: ['band', 'bone', 'garamond'],
  history: ['framed', 'oxblood', 'garamond'],
  'narrative-non-fiction': ['contours', 'bone', 'source-serif'],
  business: ['bold', 'snow', 'inter'],
  'self-help': ['shapes', 'blush', 'inter'],
  'how-to': ['journal', 'mustard', 'inter'],
  health: ['wreath', 'sage', 'garamond'],
  science: ['contours', 'midnight', 'source-serif'],
  travel: ['ridges', 'sea', 'garamond'],
  cooking: ['wreath', 'terracotta', 'garamond'],
  education: ['journal', 'sea', 'inter'],
  technical: ['bold', 'slate', 'inter'],
  'essay-collection': ['type', 'bone', 'source-serif'],
  'general-fiction': ['window', 'sea', 'source-serif'],
  'literary-fiction': ['quiet', 'bone', 'garamond'],
  fantasy: ['framed', 'forest', 'garamond'],
  'science-fiction': ['contours', 'night', 'inter'],
  mystery: ['ridges', 'midnight', 'source-serif'],
  thriller: ['type', 'night', 'inter'],
  romance: ['wreath', 'blush', 'garamond'],
  'historical-fiction': ['cloth', 'forest', 'garamond'],
  childrens: ['shapes', 'mustard', 'inter'],
};

/** The design that a book of a genre begins with. */
export function firstDesign(genre: Genre): CoverDesign {
  const [layout, palette, face] = usual[genre];
  return { layout, palette, face, line: '', picture: null, veil: 'as-needed', variation: 0 };
}
