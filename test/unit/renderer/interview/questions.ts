import type { Interview, Question } from '../../../../src-shared/domain/interview';

/** A question of a test's interview. */
export function question(id: string, text = '', more: Partial<Question> = {}): Question {
  return {
    id,
    chapterId: 'chapter',
    text: `Question ${id}?`,
    kind: 'scene',
    difficulty: 'easy',
    help: '',
    example: '',
    why: '',
    origin: 'pack',
    skipped: false,
    feedback: null,
    rewrites: [],
    quality: { score: 1, parts: [] },
    answer: { text, state: text === '' ? 'empty' : 'draft', source: 'typed', words: 0, savedAt: null },
    ...more,
  };
}

/** An interview of these questions. */
export const interviewOf = (questions: Question[], nextUnanswered: string | null = null): Interview => ({
  chapterId: 'chapter',
  questions,
  complete: 0,
  answered: 0,
  nextUnanswered,
});
