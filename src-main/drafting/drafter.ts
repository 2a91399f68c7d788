import type { Draft, DraftSentence, DraftStyle } from '../../src-shared/domain/draft';
import { countWords } from '../../src-shared/domain/word-count';
import { tidyDataOf } from './language-data';
import { blocksOf, sentencesOf, type Block } from './segment';
import { closeGaps, tidySentence } from './tidy';
import { directQuotes } from './typography';

/** An answer to draft from. */
export type DraftAnswer = { readonly answerId: string; readonly questionId: string; readonly text: string };

/** A draft's text, and the words that tidying left out of it. */
export type Drafted = { readonly paragraphs: Draft['paragraphs']; readonly removed: readonly string[] };

type Paragraph = { readonly sentences: readonly DraftSentence[]; readonly words: number; readonly isFixed: boolean };

/** A spoken answer without a break is set in paragraphs of about this many words. */
const paragraphWords = 120;
/** Answers shorter than this run on in one paragraph. */
const shortWords = 40;

const hasWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

type Draftsman = { readonly style: DraftStyle; readonly language: string; readonly removed: string[] };

function draftSentences(block: Block, answer: DraftAnswer, { style, language, removed }: Draftsman): DraftSentence[] {
  const data = tidyDataOf(language);
  const directed = directQuotes(block.text, data.quotes);
  const sources = sentencesOf(block.text, language);
  const lastWithWord = sources.findLastIndex(hasWord);
  const { answerId, questionId } = answer;
  let at = 0;
  return sources.flatMap((source, index) => {
    const sentence = directed.slice(at, at + source.length);
    at += source.length;
    const citations = [{ answerId, questionId, quote: source.trim() }];
    if (style === 'as-spoken' || !hasWord(source))
      return source.trim() === '' ? [] : [{ text: closeGaps(source), citations }];
    const tidied = tidySentence(sentence, data, { language, endsParagraph: index === lastWithWord && !block.isLine });
    removed.push(...tidied.removed);
    return hasWord(tidied.text) ? [{ text: tidied.text, citations }] : [];
  });
}

function wordsIn(sentences: readonly DraftSentence[], language: string): number {
  return sentences.reduce((sum, { text }) => sum + countWords(text, language), 0);
}

/** Cuts a long run of sentences into paragraphs of about equal length. */
function cut(sentences: readonly DraftSentence[], language: string): Paragraph[] {
  const words = wordsIn(sentences, language);
  const pieces = Math.max(1, Math.round(words / paragraphWords));
  const cuts: DraftSentence[][] = [[]];
  let soFar = 0;
  for (const sentence of sentences) {
    if (soFar >= (words / pieces) * cuts.length) cuts.push([]);
    cuts.at(-1)?.push(sentence);
    soFar += wordsIn([sentence], language);
  }
  return cuts
    .filter((piece) => piece.length > 0)
    .map((piece) => ({ sentences: piece, words: wordsIn(piece, language), isFixed: false }));
}

function draftAnswer(answer: DraftAnswer, draftsman: Draftsman): Paragraph[] {
  const { style, language } = draftsman;
  const blocks = blocksOf(answer.text)
    .map((block) => ({ block, sentences: draftSentences(block, answer, draftsman) }))
    .filter(({ sentences }) => sentences.length > 0);
  return blocks.flatMap(({ block, sentences }) => {
    const whole = { sentences, words: wordsIn(sentences, language), isFixed: blocks.length > 1 || block.isLine };
    return style === 'as-spoken' || whole.isFixed ? [whole] : cut(sentences, language);
  });
}

/** Joins what is too short to stand alone with what follows it; paragraphs that the author set stay as they are. */
function joinShort(paragraphs: readonly Paragraph[]): Paragraph[] {
  const joined: Paragraph[] = [];
  for (const next of paragraphs) {
    const last = joined.at(-1);
    const isJoinable =
      last && !last.isFixed && !next.isFixed && next.words < shortWords && last.words + next.words <= paragraphWords;
    if (isJoinable)
      joined[joined.length - 1] = {
        sentences: [...last.sentences, ...next.sentences],
        words: last.words + next.words,
        isFixed: false,
      };
    else joined.push(next);
  }
  return joined;
}

/**
 * Arranges answers, in the order they come, into prose. `as-spoken` keeps each sentence as it is; `tidied` also mends by
 * rule and may leave out hesitations and doubled small words, which `removed` names. Nothing is added: each sentence
 * cites the answer it stands in.
 */
export function draftFrom(
  answers: readonly DraftAnswer[],
  { style, language }: { style: DraftStyle; language: string },
): Drafted {
  const draftsman: Draftsman = { style, language, removed: [] };
  const paragraphs = answers.flatMap((answer) => draftAnswer(answer, draftsman));
  const arranged = style === 'tidied' ? joinShort(paragraphs) : paragraphs;
  return { paragraphs: arranged.map(({ sentences }) => ({ sentences: [...sentences] })), removed: draftsman.removed };
}
