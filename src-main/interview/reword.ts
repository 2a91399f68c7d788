import { QuestionText } from '../../src-shared/domain/interview';
import type { Book } from '../book/book';
import type { FieldsOf } from '../book/records';
import { duplicatesIn, standIn } from './choose';
import type { QuestionRecord } from '../book/questions';
import { rephrasings } from './rephrase';
import { duplicateThreshold, type Selection } from './select-questions';

const longestQuestion = QuestionText.maxLength ?? Infinity;

/**
 * The next wording of a question: another question of the pack of the same kind about the same title, or the question
 * itself with a sentence that makes it easier to begin. `undefined` when there is none left. The present wording is kept.
 */
export function rewordingOf(
  book: Book,
  selection: Selection,
  question: QuestionRecord,
): FieldsOf<'questions'> | undefined {
  const rewrites = [...question.rewrites, question.text];
  const other = question.origin === 'pack' ? standIn(book, selection, question, 'same-focus') : undefined;
  if (other) {
    const { text, difficulty, help, example, why, packId } = other;
    return { text, difficulty, help, example, why, packId, rewrites };
  }
  const language = question.origin === 'pack' ? selection.pack.language : selection.language;
  const finder = duplicatesIn(book, selection.language, question.id);
  const threshold = duplicateThreshold(selection.feedback);
  const base = { kind: question.kind, text: withoutFrame(question) };
  const text = rephrasings(base, language).find(
    (wording) =>
      wording.length <= longestQuestion && !rewrites.includes(wording) && finder.find(wording, threshold) === undefined,
  );
  return text === undefined ? undefined : { text, rewrites };
}

/** The wording that the present one was made from: frames are put before a question, not before other frames. */
function withoutFrame(question: QuestionRecord): string {
  return (
    [...question.rewrites]
      .sort((a, b) => a.length - b.length)
      .find((earlier) => question.text.endsWith(` ${earlier}`)) ?? question.text
  );
}
