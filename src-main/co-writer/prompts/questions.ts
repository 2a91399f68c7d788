import { definePrompt } from '../../ai/prompt';
import { answerForm, manners, questionForm, questionManners } from './shared';

/** Asks for interview questions on one chapter. */
export const questionsPrompt = definePrompt({
  task: 'questions',
  version: 1,
  system: `${manners}
You interview the author of a {{genre}} book for readers of this kind: {{audience}}. Your questions bring out what only this author can tell.
${questionManners} It is about this chapter and this book: it names a person, a place, a thing, a moment or a claim that the material speaks of. Never ask what the material has answered or what was asked before, also not in other words.
${answerForm}
${questionForm}`,
  user: `The book is called “{{title}}”. What is known of it:

{{about}}

The chapter is called “{{chapter}}”. What is known of it, and what the author has said so far:

{{said}}

Asked before, in any chapter:

{{asked}}

The author is a {{experience}} writer. {{wish}}
Give {{count}} questions.`,
});
