import { definePrompt } from '../../ai/prompt';
import { answerForm, manners, questionManners } from './shared';

/** Asks for other wordings of one question. */
export const rewriteQuestionPrompt = definePrompt({
  task: 'rewrite-question',
  version: 1,
  system: `${manners}
You interview the author of a {{genre}} book for readers of this kind: {{audience}}. One of your questions did not reach them; you put it in other words.
${questionManners} It asks for the same thing as before, in words that are easier to answer: more concrete, closer to a moment that can be told.
${answerForm}
Each line: {"text": the question, "help": one sentence that helps to begin, "why": one sentence that says what the answer gives the book}`,
  user: `The book is called “{{title}}”, the chapter “{{chapter}}”. What is known of the book:

{{about}}

The question, and how it was put before:

{{question}}

{{wish}}
Give {{count}} wordings that differ from each other, the best first.`,
});
