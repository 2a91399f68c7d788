import { expect, test } from 'vitest';
import { brokenIn } from '../../../../src-main/co-writer/protected-terms';

test.each([
  ['a term that is gone', 'I met Ann.', 'I met her.', ['Ann'], ['Ann']],
  ['a term that is only part of another word', 'I met Ann.', 'I met Annabel.', ['Ann'], ['Ann']],
  ['a term that the passage never held', 'I met Annabel.', 'I met her.', ['Ann'], []],
  ['a term with another apostrophe', 'At O’Neill’s.', "In O'Neill's house.", ['O’Neill'], []],
  ['a term in another case', 'The Junto met.', 'The junto met.', ['Junto'], ['Junto']],
  ['a term in a script without spaces', '我在北京住过。', '我住过。', ['北京'], ['北京']],
  ['a term with signs of its own', 'I use C++ (1998).', 'I use C (1998).', ['C++'], ['C++']],
  ['a number that changed', 'In 1706, 3 of us.', 'In 1707, 3 of us.', [], ['1706']],
  ['a number that is there once less', 'From 5 to 5.', 'From 5.', [], ['5']],
  ['a number with other separators', 'It cost 1,000.', 'It cost 1.000.', [], ['1,000']],
  ['a number that became part of another', 'All 12 came.', 'All 120 came.', [], ['12']],
  ['digits of another script', 'سنة ١٧٠٦', 'سنة ١٧٠٧', [], ['١٧٠٦']],
  ['quoted speech in other marks', 'He said “no more” then.', 'Then he said "no more".', [], []],
  ['quoted speech with a word changed', 'He said “no more”.', 'He said “no less”.', [], ['“no more”']],
  ['quoted speech that became reported', 'He said “no more”.', 'He said no more.', [], ['“no more”']],
  ['German marks', 'Er sagte „nie wieder“.', 'Er sagte „nie“.', [], ['„nie wieder“']],
  ['French marks', 'Il dit « plus jamais ».', 'Il dit «plus jamais».', [], []],
  ['single marks with an apostrophe in them', '‘I don’t know,’ she said.', '‘I do not know,’ she said.', [], ['‘I don’t know,’']],
  ['an apostrophe that quotes nothing', 'It’s the boys’ house.', 'The house is the boys’.', [], []],
  ['typewriter marks', "She said 'come in' twice.", "She said 'come' twice.", [], ["'come in'"]],
  ['Japanese marks', '彼は「はい」と言った。', '彼は「いいえ」と言った。', [], ['「はい」']],
  ['everything kept', 'Ann said “yes” 3 times.', 'Three is 3: “yes”, said Ann.', ['Ann'], []],
])('%s', (_, passage, suggestion, keep, broken) => {
  expect(brokenIn(passage, suggestion, keep)).toEqual(broken);
});
