import type { ChapterWords } from '../../src-shared/domain/disclosure';
import { isOfReviewer } from '../../src-shared/domain/suggestion';
import type { FoundSentence } from '../../src-shared/ipc/disclosure-calls';
import { numberedLines } from '../../src-shared/text/numbered-lines';
import { countProvenance, countWithSums, sentencesOf, sentenceSum, type Provenance } from '../../src-shared/text/provenance';
import { wordChanges } from '../../src-shared/text/word-changes';
import type { Book } from '../book/book';
import { readingOrder } from '../book/outline-tree';
import { createPace } from '../book/pace';

/** The language of a book. */
export const languageOf = (book: Book): string => book.state.one('book', 'book')?.language ?? 'en';

/**
 * The sums of what accepted edits put into a chapter. Unfolded text is new text: what `expand` added counts as generated,
 * however the author came to accept it.
 */
function assistedSums(book: Book, chapterId: string): ReadonlySet<string> {
  const language = languageOf(book);
  const accepted = [...book.state.all('suggestions').values()].filter(
    (suggestion) => suggestion.chapterId === chapterId && suggestion.state === 'accepted' && suggestion.how !== 'expand' && !isOfReviewer(suggestion),
  );
  return new Set(
    accepted.flatMap(({ before, after }) => wordChanges(before, after, language).map(({ text }) => sentenceSum(text))),
  );
}

/** Counts every chapter’s words by where they came from, in reading order. */
export async function countBook(book: Book): Promise<ChapterWords[]> {
  const language = languageOf(book);
  const pace = createPace();
  const counted: ChapterWords[] = [];
  for (const { id, title } of readingOrder(book)) {
    const document = await book.texts.document(book.liveText(id));
    const assisted = countWithSums(document, assistedSums(book, id), language);
    counted.push({ chapterId: id, title, words: countProvenance(document, language), assisted });
    await pace();
  }
  return counted;
}

/** Finds the sentences that hold words of one kind. */
export async function findSentences(
  book: Book,
  wanted: { readonly chapterId: string | null; readonly kind: Provenance; readonly limit: number },
): Promise<{ sentences: FoundSentence[]; total: number }> {
  const language = languageOf(book);
  const pace = createPace();
  const sentences: FoundSentence[] = [];
  let total = 0;
  for (const { id, title } of readingOrder(book)) {
    if (wanted.chapterId !== null && wanted.chapterId !== id) continue;
    for (const { line, node } of numberedLines(await book.texts.document(book.liveText(id)))) {
      let before = '';
      for (const { text, words } of sentencesOf(node, language)) {
        if (words[wanted.kind] > 0) {
          total += 1;
          if (sentences.length < wanted.limit) sentences.push({ chapterId: id, title, line, before, text: text.trim() });
        }
        before += text;
      }
    }
    await pace();
  }
  return { sentences, total };
}
