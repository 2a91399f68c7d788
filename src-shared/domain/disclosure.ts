import { z } from 'zod';
import { provenances, type ProvenanceWords } from '../text/provenance';

/** How much of the text, or of a translation, a model made, and how much of that was edited: the choices KDP offers. */
export const TextExtent = z.enum(['none', 'some-minimal', 'some-extensive', 'entire-minimal', 'entire-extensive']);
export type TextExtent = z.infer<typeof TextExtent>;

/** The same of pictures. */
export const ImageExtent = z.enum(['none', 'few-minimal', 'few-extensive', 'many-minimal', 'many-extensive']);
export type ImageExtent = z.infer<typeof ImageExtent>;

/** What the author answers. `null` is not answered yet: what Longhand cannot know it asks and never guesses. */
export const Disclosure = z.strictObject({
  text: TextExtent,
  images: ImageExtent.nullable(),
  translations: TextExtent.nullable(),
  /** The tools that were used, by name. */
  tools: z.string().max(2_000),
  /** What the author made and what a model made, for a copyright office. */
  statement: z.string().max(20_000),
});
export type Disclosure = z.infer<typeof Disclosure>;

const Count = z.int().min(0);

/** Words by where they came from, as they cross to the page. */
export const WordCounts = z.strictObject(
  Object.fromEntries(provenances.map((kind) => [kind, Count])) as Record<(typeof provenances)[number], typeof Count>,
);

/** One chapter as the evidence counts it. `assisted` are words of the model’s kinds that came with an accepted edit. */
export const ChapterWords = z.strictObject({ chapterId: z.string(), title: z.string(), words: WordCounts, assisted: Count });
export type ChapterWords = z.infer<typeof ChapterWords>;

/** What a disclosure rests on. */
export type Evidence = {
  readonly total: number;
  /** Words of the author’s own: typed, from their answers, or arranged by the built-in drafter. */
  readonly own: number;
  /** Words that a model wrote, edited since or not. */
  readonly generated: number;
  readonly edited: number;
  /** Words that came with an accepted edit of what the author had written. */
  readonly assisted: number;
  /** Words whose making Longhand did not see: pasted and imported ones. */
  readonly unseen: number;
  readonly chapters: readonly string[];
};

/** From which share of the words on a model wrote the “entire work”. */
export const entireFrom = 0.9;
/** From which share of its words on a model’s text was edited “extensively”. */
export const extensiveFrom = 0.5;
/** Up to how many pictures are “one or a few”. */
export const fewPictures = 10;
/** When the rules below were last looked up. */
export const rulesCheckedOn = '2026-11-25';

/** The rules in one sentence each, with where they stand. */
export const disclosureRules = [
  {
    text: 'Amazon KDP counts text that an AI tool created as AI-generated, however much it was edited afterwards, and asks for it to be disclosed.',
    source: 'https://kdp.amazon.com/en_US/help/topic/G200672390',
  },
  {
    text: 'Text that the author wrote and an AI tool refined, edited or checked is AI-assisted for KDP, and need not be disclosed.',
    source: 'https://kdp.amazon.com/en_US/help/topic/G200672390',
  },
  {
    text: 'The US Copyright Office asks applicants to name AI-generated material that is more than minimal, and to say what the human author contributed.',
    source:
      'https://www.federalregister.gov/documents/2023/03/16/2023-05321/copyright-registration-guidance-works-containing-material-generated-by-artificial-intelligence',
  },
] as const;

const modelWords = (words: ProvenanceWords): number =>
  words['model-supported'] + words['model-unsupported'] + words['model-edited'];

/** Adds up what the chapters hold. Accepted edits are the author’s text, refined: they are no generated words. */
export function evidenceOf(chapters: readonly ChapterWords[]): Evidence {
  const sum = (count: (chapter: ChapterWords) => number): number =>
    chapters.reduce((total, chapter) => total + count(chapter), 0);
  const generatedIn = ({ words, assisted }: ChapterWords): number => Math.max(0, modelWords(words) - assisted);
  const generated = sum(generatedIn);
  return {
    total: sum(({ words }) => provenances.reduce((total, kind) => total + words[kind], 0)),
    own: sum(({ words }) => words.typed + words.answer + words.draft),
    generated,
    edited: Math.min(generated, sum(({ words }) => words['model-edited'])),
    assisted: sum(({ assisted }) => assisted),
    unseen: sum(({ words }) => words.pasted + words.imported),
    chapters: chapters.filter((chapter) => generatedIn(chapter) > 0).map(({ title }) => title),
  };
}

/** What KDP’s question about text comes to by the evidence. */
export function textExtent({ total, generated, edited }: Evidence): TextExtent {
  if (generated === 0) return 'none';
  const isEntire = generated >= entireFrom * total;
  const isExtensive = edited >= extensiveFrom * generated;
  if (isEntire) return isExtensive ? 'entire-extensive' : 'entire-minimal';
  return isExtensive ? 'some-extensive' : 'some-minimal';
}

const wordsText = (count: number): string => `${count.toLocaleString('en')} ${count === 1 ? 'word' : 'words'}`;

/** What the evidence says, in sentences for the author. */
export function evidenceSentences(evidence: Evidence): string[] {
  const { total, own, generated, edited, assisted, unseen } = evidence;
  const sentences = [`Of ${wordsText(total)}, you wrote or said ${wordsText(own)} yourself.`];
  sentences.push(
    generated === 0
      ? 'No passage was generated by a model.'
      : `A model wrote ${wordsText(generated)}; you have worked on ${wordsText(edited)} of these since.`,
  );
  if (assisted > 0) sentences.push(`${wordsText(assisted)} came with edits that you accepted: that is assistance.`);
  if (unseen > 0)
    sentences.push(`${wordsText(unseen)} were pasted or imported. Longhand did not see them written: only you know how they came about.`);
  return sentences;
}

/** What the author made and what a model made, as a copyright office asks. */
export function humanPart(evidence: Evidence, author: string): string {
  const { total, own, generated, edited, assisted, unseen, chapters } = evidence;
  const name = author.trim() === '' ? 'The author' : author.trim();
  const lines = [
    `Author created: ${name} wrote or dictated ${wordsText(own)} of the ${wordsText(total)} of this text, and selected and arranged the whole.`,
  ];
  if (assisted > 0)
    lines.push(`Software edited text that the author had written; each change was accepted by the author (${wordsText(assisted)}).`);
  lines.push(
    generated === 0
      ? 'Material excluded: none. No text was generated by artificial intelligence.'
      : `Material excluded: text generated by artificial intelligence (${wordsText(generated)}, of which the author edited ${wordsText(edited)}), in: ${chapters.join('; ')}.`,
  );
  if (unseen > 0)
    lines.push(`${wordsText(unseen)} were brought in from elsewhere; the author is to say by whom and how they were written.`);
  return lines.join('\n');
}

/** What KDP’s question about pictures comes to by those that a model made here; without any it is the author’s to answer. */
export function imageExtent(pictures: number): ImageExtent | null {
  if (pictures === 0) return null;
  return pictures <= fewPictures ? 'few-minimal' : 'many-minimal';
}

/** What there is to say of pictures that a model made. */
export const pictureSentence = (pictures: number): string =>
  pictures === 1 ? 'A model made one picture of this book.' : `A model made ${pictures} pictures of this book.`;

type AboutBook = {
  readonly author: string;
  readonly models: readonly string[];
  /** Pictures in the book, the cover among them, that a model made. */
  readonly pictures?: number;
};

/** A disclosure by the evidence. What it cannot show is left for the author to answer. */
export function suggestDisclosure(evidence: Evidence, book: AboutBook): Disclosure {
  const { pictures = 0 } = book;
  const isNamed = evidence.generated > 0 || evidence.assisted > 0 || pictures > 0;
  return {
    text: textExtent(evidence),
    images: imageExtent(pictures),
    translations: null,
    tools: isNamed ? book.models.join(', ') : '',
    statement: [humanPart(evidence, book.author), ...(pictures > 0 ? [pictureSentence(pictures)] : [])].join('\n'),
  };
}

/** The choices as KDP words them. */
export const textExtentNames: Readonly<Record<TextExtent, string>> = {
  none: 'None',
  'some-minimal': 'Some sections, with minimal or no editing',
  'some-extensive': 'Some sections, with extensive editing',
  'entire-minimal': 'Entire work, with minimal or no editing',
  'entire-extensive': 'Entire work, with extensive editing',
};

/** The choices for pictures as KDP words them. */
export const imageExtentNames: Readonly<Record<ImageExtent, string>> = {
  none: 'None',
  'few-minimal': 'One or a few AI-generated images, with minimal or no editing',
  'few-extensive': 'One or a few AI-generated images, with extensive editing',
  'many-minimal': 'Many AI-generated images, with minimal or no editing',
  'many-extensive': 'Many AI-generated images, with extensive editing',
};
