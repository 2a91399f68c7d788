import { definePrompt } from '../../ai/prompt';
import { answerForm, manners } from './shared';

/** Asks for titles, subtitles, a text for the back cover and ideas for the cover. */
export const titlesPrompt = definePrompt({
  task: 'titles',
  version: 1,
  system: `${manners}
You find words for the outside of a {{genre}} book for readers of this kind: {{audience}}. All of it is in {{language}} and true to the material: no praise, no invented fact, no name of another book or author.
${answerForm}
Each line: {"what": "title", "subtitle", "back-cover" or "cover", "text": see below, "why": a few words that say what speaks for it}
A title has one to six words. A subtitle says what kind of book it is. A text for the back cover has 80 to 120 words and does not give the end away. An idea for the cover describes one picture in one or two sentences.`,
  user: `The book is called “{{title}}” so far. What is known of it:

{{about}}

Its chapters:

{{chapters}}

Give 4 titles, 3 subtitles, 1 text for the back cover and 2 ideas for the cover.`,
});
