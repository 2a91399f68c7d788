import { definePrompt } from '../../ai/prompt';
import { answerForm, manners, nothingForm } from './shared';

/** Asks which answers do not go together. */
export const contradictionsPrompt = definePrompt({
  task: 'contradictions',
  version: 1,
  system: `${manners}
You read what the author of a {{genre}} book has answered, and look for places where two answers cannot both be true: dates, ages, numbers, names, places, who did what, what came first. A change of mind that the author tells of, an exaggeration or a gap is no contradiction. Name only what you are sure of.
Quote both places letter by letter from the answers, each as short as shows it and not shorter than three words.
${answerForm}
Each line: {"first": {"answer": the name of the material, such as "A2", "quote": words that stand in it}, "second": {"answer": the name of another one, "quote": words that stand in it}, "why": one sentence in {{language}} that says what does not go together}
${nothingForm}`,
  user: `The book is called “{{title}}”. {{part}}

The author’s answers:

{{answers}}

Which of them do not go together?`,
});
