import { interviewLimits, type Feedback } from '../../src-shared/domain/interview';
import type { FieldsOf } from '../book/records';
import type { Candidate } from './select-questions';
import type { Wish } from './choose';
import type { QuestionRecord } from '../book/questions';

/** What one click of feedback can do to a question. */
type Action = 'harder' | 'easier' | 'reword' | 'replace' | 'example' | 'note';

/** The first action that is possible is done: one click, one action. */
const precedence: Readonly<Record<Feedback, readonly Action[]>> = {
  'too-easy': ['harder', 'note'],
  'too-hard': ['easier', 'note'],
  unclear: ['reword', 'replace', 'note'],
  'off-topic': ['replace', 'note'],
  repeated: ['replace', 'note'],
  'needs-example': ['example', 'note'],
  great: ['note'],
};

const noted: Readonly<Record<Feedback, string>> = {
  'too-easy': 'Noted. The next questions will be harder.',
  'too-hard': 'Noted. The next questions will be easier.',
  unclear: 'Noted. The next questions will be plainer.',
  'off-topic': 'Noted. The next questions will keep closer to the chapter.',
  repeated: 'Noted. The next questions will differ more.',
  'needs-example': 'Noted. There is no example for this question yet.',
  great: 'Noted. You will see more questions of this kind.',
};

/** What is to be done, and the sentence that says so. */
export type Decision =
  | { readonly do: 'swap'; readonly candidate: Candidate; readonly said: string }
  | { readonly do: 'change'; readonly fields: FieldsOf<'questions'>; readonly said: string };

/** What the decision may draw on. Each is asked only when it is needed. */
export type Means = {
  readonly isAnswered: boolean;
  readonly standIn: (wish: Wish) => Candidate | undefined;
  readonly rewording: () => FieldsOf<'questions'> | undefined;
  readonly example: () => string;
};

function swap(means: Means, wish: Wish, said: string): Decision | undefined {
  const candidate = means.isAnswered ? undefined : means.standIn(wish);
  return candidate && { do: 'swap', candidate, said };
}

function attempt(action: Action, feedback: Feedback, question: QuestionRecord, means: Means): Decision | undefined {
  switch (action) {
    case 'harder':
      return swap(means, 'harder', 'Here is a harder question instead.');
    case 'easier':
      return swap(means, 'easier', 'Here is an easier question instead.');
    case 'replace':
      return swap(
        means,
        'another',
        feedback === 'off-topic' ? 'Here is a question closer to the chapter.' : 'Here is a different question.',
      );
    case 'reword': {
      const isFull = question.rewrites.length >= interviewLimits.rewritesPerQuestion;
      const fields = means.isAnswered || isFull ? undefined : means.rewording();
      return fields && { do: 'change', fields: { ...fields, feedback }, said: 'Here it is in other words.' };
    }
    case 'example': {
      const example = means.example();
      if (example === '') return undefined;
      return {
        do: 'change',
        fields: { feedback, example, wantsExample: true },
        said: 'Here is an example of an answer.',
      };
    }
    case 'note':
      return { do: 'change', fields: { feedback }, said: noted[feedback] };
  }
}

/** Decides what a click of feedback does. An answered question is never replaced or reworded. */
export function decide(feedback: Feedback, question: QuestionRecord, means: Means): Decision {
  for (const action of precedence[feedback]) {
    const decision = attempt(action, feedback, question, means);
    if (decision) return decision;
  }
  return { do: 'change', fields: { feedback }, said: noted[feedback] };
}
