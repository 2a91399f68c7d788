import {
  interviewLimits,
  suggestedWords,
  type InterviewHistory,
  type QuestionKind,
} from '../../src-shared/domain/interview';
import { countWords } from '../../src-shared/domain/word-count';
import type { Book } from '../book/book';
import { allQuestions, hasWords } from '../book/questions';

/** When the history was last begun anew. It stays on this machine: the log, which other devices read, knows nothing of it. */
export type HistoryResets = {
  readonly read: (bookId: string) => Promise<string | null>;
  readonly write: (bookId: string, at: string) => Promise<void>;
};

type Observation = { readonly kind: QuestionKind; readonly fullness: number };

/**
 * Which kinds of question the author answers fully, 0 to 1 each: an answer counts by how far it came towards the
 * suggested length, and “great” counts as one more full answer. Answers from before `since` are left out.
 */
export function historyOf(book: Book, language: string, since: string | null): InterviewHistory {
  const answers = book.state.all('answers');
  let answered = 0;
  const seen: Observation[] = [];
  for (const question of allQuestions(book)) {
    const answer = answers.get(question.id);
    if (!answer || !hasWords(answer) || (since !== null && (answer.savedAt ?? '') <= since)) continue;
    answered += 1;
    const fullness = Math.min(1, countWords(answer.text, language) / suggestedWords[question.difficulty].from);
    seen.push({ kind: question.kind, fullness });
    if (question.feedback === 'great') seen.push({ kind: question.kind, fullness: 1 });
  }
  const needed = interviewLimits.answersBeforeHistory;
  return { answered, needed, kinds: answered < needed ? null : summarise(seen) };
}

function summarise(seen: readonly Observation[]): { kind: QuestionKind; fullness: number }[] {
  const byKind = new Map<QuestionKind, number[]>();
  for (const { kind, fullness } of seen) byKind.set(kind, [...(byKind.get(kind) ?? []), fullness]);
  return [...byKind]
    .map(([kind, values]) => ({
      kind,
      fullness: Math.round((values.reduce((a, b) => a + b, 0) / values.length) * 100) / 100,
    }))
    .sort((a, b) => b.fullness - a.fullness || (a.kind < b.kind ? -1 : 1));
}
