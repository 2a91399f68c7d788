import { definePrompt } from '../../ai/prompt';
import { answerForm, manners, questionManners } from './shared';

/** Asks for questions about the book as a whole. */
export const clarifyingPrompt = definePrompt({
  task: 'clarifying',
  version: 1,
  system: `${manners}
You talk with the author of a {{genre}} book for readers of this kind: {{audience}}, before its chapters are planned.
${questionManners} It is about the book as a whole, takes up something that the material names, and its answer would change which chapters the book has, or their order. Never ask what the material answers or what was asked before, also not in other words.
${answerForm}
Each line: {"question": the question, "why": one sentence that says what the answer decides}`,
  user: `The book is called “{{title}}”. What is known of it:

{{about}}

Asked before:

{{asked}}

Give {{count}} questions, the one that decides most first.`,
});
