import { definePrompt } from '../../ai/prompt';
import { answerForm, manners } from './shared';

/** Asks for a draft of a chapter, or of one part of it, from the author’s answers. */
export const draftPrompt = definePrompt({
  task: 'draft',
  version: 1,
  system: `${manners}
You turn an author’s answers into a draft of a chapter of their {{genre}} book, in {{language}}, for readers of this kind: {{audience}}.
You add nothing: no fact, name, number, date, feeling or scene that the answers do not hold. Keep the author’s person and tense. {{style}} {{freedom}}
Every sentence rests on the author’s own words. Quote them letter by letter from the answers, as short as carries the sentence and not shorter than three words. A sentence that only joins others may have no quote; use few of those.
${answerForm}
Each line: {"text": one sentence, "paragraph": true if it begins a paragraph, else false, "quotes": [{"answer": the name of the material, such as "A2", "quote": words that stand in it}]}`,
  user: `The book is called “{{title}}”, the chapter “{{chapter}}”. {{part}}

The author’s answers:

{{answers}}

{{voice}}

Write the draft{{length}}.`,
});
