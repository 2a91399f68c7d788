import { z } from 'zod';

export const preflightRules = [
  'title',
  'author',
  'description',
  'cover',
  'no-text',
  'empty-chapter',
  'unplaced',
  'nameless-chapter',
  'open-suggestions',
  'unsupported-sentence',
  'placeholder',
  'repeated-word',
  'double-space',
  'straight-quotes',
  'empty-note',
  'broken-link',
  'alt-missing',
  'lost-picture',
  'coarse-picture',
  'missing-letter',
  'heading-skip',
  'table-head',
  'page-count',
] as const;
export const PreflightRuleId = z.enum(preflightRules);
export type PreflightRuleId = z.infer<typeof PreflightRuleId>;

/** A place in the book that a rule found. Without a chapter it is the book as a whole. */
export const PreflightPlace = z.strictObject({
  chapterId: z.string().nullable(),
  chapterTitle: z.string(),
  /** The line of the chapter, counted as `textLines` does, and what stands before the match in it; `null` for no line. */
  passage: z.strictObject({ line: z.int(), before: z.string(), match: z.string() }).nullable(),
  /** What the author reads of the place: the words around it, or what is missing. */
  shown: z.string(),
});
export type PreflightPlace = z.infer<typeof PreflightPlace>;

/** What one rule found: every place counted, the first of them named. */
export const PreflightFinding = z.strictObject({
  ruleId: PreflightRuleId,
  count: z.int(),
  places: z.array(PreflightPlace),
});
export type PreflightFinding = z.infer<typeof PreflightFinding>;

/** A rule for the author: what is the matter, how to mend it, who asks for it and when that was looked up; empty where only good sense does. */
export type PreflightRule = {
  readonly what: string;
  readonly mend: string;
  readonly source: string;
  readonly checkedOn: string;
  /** Whether a printer or shop may refuse the book for it; the rest is advice. */
  readonly isSerious: boolean;
};

const checkedOn = '2026-11-25';
const ours = { source: '', checkedOn: '', isSerious: false };
const kdp = { source: 'Kindle Direct Publishing, paperback help (G201834180, G201953020)', checkedOn };
const accessible = { source: 'EPUB Accessibility 1.1 and WCAG 2.2', checkedOn };

/** The rules, most weighty first within serious and advice. */
export const ruleOf: Readonly<Record<PreflightRuleId, PreflightRule>> = {
  'no-text': { what: 'The book has no words yet', mend: 'Write or draft a chapter.', ...ours, isSerious: true },
  title: {
    what: 'The title is missing',
    mend: 'Add it in the brief.',
    source: 'EPUB 3.3, 5.4.1',
    checkedOn,
    isSerious: true,
  },
  author: {
    what: 'The author’s name is missing',
    mend: 'Add it in the brief.',
    source: 'ONIX and every shop',
    checkedOn,
    isSerious: true,
  },
  description: {
    what: 'There is no text for the back cover and the shops',
    mend: 'Add a description in the brief.',
    ...ours,
  },
  cover: {
    what: 'There is no cover',
    mend: 'Make or choose one.',
    source: 'Kindle Publishing Guidelines, 4.2',
    checkedOn,
    isSerious: true,
  },
  'empty-chapter': {
    what: 'A chapter has no words',
    mend: 'Write it, or move it to the trash.',
    ...kdp,
    isSerious: true,
  },
  unplaced: { what: 'A chapter in Unplaced is left out of the book', mend: 'Give it a place in the outline.', ...ours },
  'nameless-chapter': { what: 'A chapter has no title', mend: 'Name it in the outline.', ...ours },
  'open-suggestions': { what: 'Suggestions are still open', mend: 'Accept or decline them beside the page.', ...ours },
  'unsupported-sentence': {
    what: 'A drafted sentence rests on none of your words',
    mend: 'Check it, and change or delete it.',
    ...ours,
  },
  placeholder: {
    what: 'A mark for something still to come',
    mend: 'Write what belongs there.',
    ...kdp,
    isSerious: true,
  },
  'repeated-word': { what: 'The same word twice in a row', mend: 'Delete one, unless you mean it.', ...ours },
  'double-space': { what: 'More than one space in a row', mend: 'Leave one.', ...ours },
  'straight-quotes': { what: 'A straight quotation mark', mend: 'Put a typographic one in its place.', ...ours },
  'empty-note': { what: 'A footnote without words', mend: 'Fill or delete it.', ...ours },
  'broken-link': {
    what: 'A link that leads nowhere',
    mend: 'Mend its address or take the link off.',
    source: 'EPUB 3.3, 3.4',
    checkedOn,
    isSerious: true,
  },
  'alt-missing': {
    what: 'A picture without a description',
    mend: 'Say what it shows, for those who cannot see it.',
    ...accessible,
    isSerious: true,
  },
  'lost-picture': { what: 'A picture is no longer in the book', mend: 'Insert it again.', ...ours, isSerious: true },
  'coarse-picture': {
    what: 'A picture with less than 300 dots an inch in print',
    mend: 'Insert a larger one; on a screen it is fine.',
    ...kdp,
    isSerious: false,
  },
  'missing-letter': {
    what: 'A letter that no typeface of the PDF has',
    mend: 'Use another letter, or leave the PDF out.',
    ...ours,
    isSerious: true,
  },
  'heading-skip': {
    what: 'A heading skips a level',
    mend: 'Use the next level down.',
    ...accessible,
    isSerious: false,
  },
  'table-head': {
    what: 'A table without a heading row',
    mend: 'Make its first row a heading row.',
    ...accessible,
    isSerious: false,
  },
  'page-count': {
    what: 'The printed book is too thin or too thick',
    mend: 'Printers take 24 to 828 pages.',
    ...kdp,
    isSerious: true,
  },
};
