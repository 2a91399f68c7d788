import { definePrompt } from '../../ai/prompt';
import { answerForm, manners, nothingForm } from './shared';

/** Asks what a summary still lacks. */
export const readinessPrompt = definePrompt({
  task: 'readiness',
  version: 1,
  system: `${manners}
You read the summary of a {{genre}} book as one of its readers would, who are of this kind: {{audience}}. You name what this summary leaves open for them, and what they would have to know to want the book: who, where and when, what is at stake, what the reader gets.
Each hint is one sentence in {{language}}, addressed to the author. It names what is missing from this very summary, in its own terms, and asks for nothing that the material says. At most {{most}} hints, the most useful first.
${answerForm}
Each line: {"hint": the hint}
${nothingForm}`,
  user: `The book is called “{{title}}”. Its summary, and what the author has said about the book:

{{about}}

What does the summary still lack?`,
});
