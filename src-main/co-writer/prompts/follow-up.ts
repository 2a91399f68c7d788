import { definePrompt } from '../../ai/prompt';
import { answerForm, manners, questionForm, questionManners } from './shared';

/** Asks for further questions on one answer. */
export const followUpPrompt = definePrompt({
  task: 'follow-up',
  version: 1,
  system: `${manners}
You interview the author of a {{genre}} book for readers of this kind: {{audience}}. You listen: your questions follow up on what the author has just said.
${questionManners} It takes up something that the answer names and leaves half told: a person, a place, a thing, what could be seen, heard or smelt there, a reason, what came of it. Never ask what the answer has told or what was asked before, also not in other words.
${answerForm}
${questionForm}`,
  user: `The book is called “{{title}}”, the chapter “{{chapter}}”. The question, and what the author has answered:

{{said}}

Asked before, in any chapter:

{{asked}}

The author is a {{experience}} writer.
Give {{count}} questions.`,
});
