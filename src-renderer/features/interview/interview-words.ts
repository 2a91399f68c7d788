import type { AnswerState, Difficulty, Feedback, QuestionKind } from '../../../src-shared/domain/interview';

/** What each kind of question is called. */
export const kindNames: Readonly<Record<QuestionKind, string>> = {
  character: 'Character',
  plot: 'Plot',
  setting: 'Setting',
  theme: 'Theme',
  research: 'Research',
  voice: 'Voice',
  claim: 'Claim',
  evidence: 'Evidence',
  example: 'Example',
  definition: 'Definition',
  step: 'Step',
  story: 'Story',
  takeaway: 'Takeaway',
  scene: 'Scene',
  person: 'Person',
  place: 'Place',
  feeling: 'Feeling',
  'turning-point': 'Turning point',
  meaning: 'Meaning',
};

/** What each difficulty is called. */
export const difficultyNames: Readonly<Record<Difficulty, string>> = { easy: 'Easy', medium: 'Medium', hard: 'Hard' };

/** What each state of an answer is called. */
export const answerNames: Readonly<Record<AnswerState, string>> = {
  empty: 'Not answered',
  draft: 'Draft',
  complete: 'Complete',
};

/** The seven things that one click can say of a question, in the order they are shown. */
export const feedbackNames: Readonly<Record<Feedback, string>> = {
  great: 'Great',
  'too-easy': 'Too easy',
  'too-hard': 'Too hard',
  unclear: 'Unclear',
  'off-topic': 'Off topic',
  repeated: 'Repeated',
  'needs-example': 'Needs an example',
};

/** The feedback in the order it is shown. */
export const feedbackOrder = [
  'great',
  'too-easy',
  'too-hard',
  'unclear',
  'off-topic',
  'repeated',
  'needs-example',
] as const satisfies readonly Feedback[];
