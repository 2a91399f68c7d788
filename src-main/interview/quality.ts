import type { GenreFamily } from '../../src-shared/domain/genre';
import { kindsOf, type QuestionKind, type QuestionQuality } from '../../src-shared/domain/interview';
import { stopWordsOf } from './stop-words';
import { tokensOf, wordsOf } from './similarity';

type Part = QuestionQuality['parts'][number];

/** What a question is measured against. */
export type Yardstick = {
  readonly family: GenreFamily;
  readonly language: string;
  /** Words of the chapter's title, description and sections. */
  readonly chapterTokens: ReadonlySet<string>;
  /** Words of the book's title, summary and clarifications. */
  readonly bookTokens: ReadonlySet<string>;
};

/** Prepares the yardstick once for all questions of a chapter. */
export function yardstickOf(context: {
  readonly family: GenreFamily;
  readonly language: string;
  readonly title: string;
  readonly description: string;
  readonly sections: readonly string[];
  readonly about: string;
}): Yardstick {
  const { family, language } = context;
  const chapter = [context.title, context.description, ...context.sections].join('\n');
  return {
    family,
    language,
    chapterTokens: tokensOf(chapter, language),
    bookTokens: tokensOf(context.about, language),
  };
}

const fewestWords = 6;
const mostWords = 35;

function lengthPart(words: number): Part {
  const name = 'Length';
  if (words < fewestWords)
    return { name, score: words / fewestWords, note: 'Very short. A few more words would say what you mean.' };
  if (words <= mostWords) return { name, score: 1, note: 'Short enough to take in at once.' };
  return { name, score: Math.max(0, 1 - (words - mostWords) / mostWords), note: 'Long. It takes two readings.' };
}

const questionMarks = /[?？؟⸮]/gu;
const joinedQuestions = /\b(?:and|or)\s+(?:also\s+)?(?:what|why|how|when|where|who|which)\b/iu;

function singlePart(text: string): Part {
  const name = 'One question at a time';
  if ((text.match(questionMarks)?.length ?? 0) > 1) return { name, score: 0.3, note: 'It asks more than one thing.' };
  if (joinedQuestions.test(text)) return { name, score: 0.6, note: 'It joins two questions in one sentence.' };
  return { name, score: 1, note: 'It asks one thing.' };
}

const isShared = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((token) => b.has(token));

function relevancePart(tokens: ReadonlySet<string>, { chapterTokens, bookTokens }: Yardstick): Part {
  const name = 'About this chapter';
  if (isShared(tokens, chapterTokens)) return { name, score: 1, note: 'It takes up words of this chapter.' };
  if (isShared(tokens, bookTokens)) return { name, score: 0.8, note: 'It takes up words of this book.' };
  return { name, score: 0.6, note: 'It would fit other chapters too.' };
}

function genrePart(kind: QuestionKind, family: GenreFamily): Part {
  const name = 'Fits the genre';
  if (kindsOf[family].includes(kind))
    return { name, score: 1, note: 'Books of this genre live on questions of this kind.' };
  return { name, score: 0.4, note: 'This kind of question belongs to other genres.' };
}

const genericPhrases = [
  /\bwhat (?:is|was) (?:this|your|the) (?:book|chapter|story) about\b/iu,
  /\btell (?:me|us) (?:more )?about (?:yourself|it|this|that)\b/iu,
  /\banything else\b/iu,
  /\bwhat (?:happened|happens) next\b/iu,
  /\bhow (?:did|do) (?:you|it) feel\s*\?/iu,
];
/** A question with this many words of substance is about something. */
const enoughSubstance = 4;

function specificPart(text: string, language: string): Part {
  const name = 'Specific';
  if (genericPhrases.some((phrase) => phrase.test(text)))
    return { name, score: 0.2, note: 'It could be asked about any book.' };
  const stop = stopWordsOf(language);
  const substance = new Set(wordsOf(text, language).filter((word) => !stop.has(word))).size;
  if (substance >= enoughSubstance) return { name, score: 1, note: 'It names something to hold on to.' };
  return {
    name,
    score: Math.max(0.2, substance / enoughSubstance),
    note: 'Naming a person, a place or a thing would help.',
  };
}

const goodStart = /^["'“‘«„¿「『(]*(?:[^\p{Ll}])/u;
const goodEnd = /[.?!…。？！؟۔।⸮][)"'”’»“」』]*$/u;
const leftOver = /[{}[\]<>]|\bTBD\b|\bTODO\b|_{3,}| {2,}/u;

function formPart(text: string): Part {
  const name = 'Form';
  if (leftOver.test(text))
    return { name, score: 0, note: 'Something is left over that does not belong in a question.' };
  const score = (goodStart.test(text) ? 0.5 : 0.2) + (goodEnd.test(text) ? 0.5 : 0.2);
  return {
    name,
    score,
    note:
      score === 1
        ? 'It begins and ends as a sentence.'
        : 'A capital at the start and a mark at the end make it a sentence.',
  };
}

const round = (score: number): number => Math.round(score * 100) / 100;

/** Scores a question by named parts; the score is their mean. */
export function qualityOf({ text, kind }: { text: string; kind: QuestionKind }, yardstick: Yardstick): QuestionQuality {
  const { language, family } = yardstick;
  const parts = [
    lengthPart(wordsOf(text, language).length),
    singlePart(text),
    relevancePart(tokensOf(text, language), yardstick),
    genrePart(kind, family),
    specificPart(text, language),
    formPart(text),
  ].map((part) => ({ ...part, score: round(part.score) }));
  return { score: round(parts.reduce((sum, part) => sum + part.score, 0) / parts.length), parts };
}
