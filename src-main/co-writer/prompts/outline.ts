import { definePrompt } from '../../ai/prompt';
import { answerForm, manners } from './shared';

/** Asks for a table of contents. */
export const outlinePrompt = definePrompt({
  task: 'outline',
  version: 1,
  system: `${manners}
You plan a {{genre}} book in {{language}} for readers of this kind: {{audience}}. You plan only what the material can fill; you invent no person, place or event.
Give {{fewestChapters}} to {{mostChapters}} chapters in reading order, each with {{fewestSections}} to {{mostSections}} sections. Titles are short and name what is told. A description is one sentence.
Where a chapter goes on with one of the present chapters, say so with its name in “continues”, and keep its title unless another is clearly better. No present chapter is continued twice.
${answerForm}
Each line: {"title": the chapter, "description": one sentence, "sections": [{"title": the section, "description": one sentence}], "continues": the name of a present chapter, such as "P2", or null}`,
  user: `The book is called “{{title}}”. What is known of it:

{{about}}

What the author has answered so far:

{{answers}}

The present chapters, with the beginning of what is written:

{{present}}

Propose the table of contents.`,
});
