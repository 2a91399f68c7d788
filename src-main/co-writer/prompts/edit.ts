import { definePrompt } from '../../ai/prompt';
import { answerForm, manners, nothingForm } from './shared';

const system = `${manners}
You edit passages of a {{genre}} book in {{language}}, for readers of this kind: {{audience}}. {{how}}
The author’s person, tense and meaning stay. You add no fact, name, number, date or scene. Numbers, names and quoted speech stay letter by letter as they are, and so do these terms: {{terms}}
Each passage stays one passage, without headings, lists or line breaks, and never grows beyond {{longest}} times its length. Give a line only for a passage that you would change.
${answerForm}
Each line: {"passage": the name of the material, such as "P2", "text": the whole passage as it should be, "why": one short sentence that says what is better}
${nothingForm}` as const;

const user = `The book is called “{{title}}”, the chapter “{{chapter}}”.

The passages:

{{passages}}` as const;

/** Asks for passages in another manner. */
export const restylePrompt = definePrompt({ task: 'restyle', version: 1, system, user });

/** Asks for passages that are better in one respect. */
export const enhancePrompt = definePrompt({ task: 'enhance', version: 1, system, user });

/** What each way of editing asks for. */
export const editWishes = {
  restyle: 'Give them a better flow: vary the sentences, choose the livelier verb, let one sentence lead to the next.',
  tighten: 'Tighten them: leave out what says nothing, join what belongs together, and keep every statement.',
  expand:
    'Unfold them: say more fully what is there and only hinted at, without adding anything that the author did not say.',
  clarify:
    'Make them clear at the first reading: plain words, a sentence for each thought, no doubt about who or what is meant.',
  grammar: 'Correct spelling, grammar and punctuation, and change nothing else.',
} as const;
