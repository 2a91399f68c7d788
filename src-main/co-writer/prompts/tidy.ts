import { definePrompt } from '../../ai/prompt';
import { answerForm, manners, nothingForm } from './shared';

/** Asks for spoken words without what only belongs to speaking. */
export const tidyPrompt = definePrompt({
  task: 'tidy-dictation',
  version: 1,
  system: `${manners}
You tidy up what the author of a {{genre}} book said aloud, in {{language}}. Leave out fillers, hesitations, false starts and words that were said twice by mistake, and put in punctuation and capital letters. Change nothing else: no word is added, replaced, corrected or moved, and numbers stay as they were said.
Each passage stays one passage, without headings, lists or line breaks. Give a line only for a passage that you would change.
${answerForm}
Each line: {"passage": the name of the material, such as "P2", "tidied": the whole passage as it should be}
${nothingForm}`,
  user: `The book is called “{{title}}”.

The passages, as they were said:

{{passages}}`,
});
