import { expect, test } from 'vitest';
import { checkLine } from '../../../../src-main/preflight/check-line';
import { paragraph, type DocumentNode } from '../../../../src-shared/text/document';

const told = (node: DocumentNode, language = 'en'): string[] =>
  checkLine(node, language).map(({ ruleId, start, match }) => `${ruleId} ${start} ${match}`);

test.each([
  ['The  door opened.', ['double-space 3   ']],
  ['She said "no".', ['straight-quotes 9 "', 'straight-quotes 12 "']],
  ['It was TK and lorem ipsum, and then [?].', ['placeholder 7 TK', 'placeholder 14 lorem ipsum', 'placeholder 36 [?]']],
  ['We went to the the house.', ['repeated-word 11 the the']],
  ['She’d said “no”, and he’d  gone.', ['double-space 25   ']],
])('finds what is in “%s”', (text, expected) => {
  expect(told(paragraph(text))).toEqual(expected);
});

test.each([
  'He had had enough of all that that man had said.',
  'They sailed from Bora Bora to Walla Walla, far far away.',
  'Tom’s mother-in-law’s law; an in-in joke; a 10 10 split.',
  'A tank, a talk, and tkinter.',
  '',
])('leaves good lines alone: “%s”', (text) => {
  expect(told(paragraph(text))).toEqual([]);
});

test('code keeps its quotes and spaces', () => {
  expect(told({ type: 'codeBlock', content: [{ type: 'text', text: 'print("a  b")  # TODO' }] })).toEqual([]);
});

test('links that lead nowhere and notes without words are found where they stand', () => {
  const link = (text: string, href: string): DocumentNode => ({ type: 'text', text, marks: [{ type: 'link', attrs: { href } }] });
  const line: DocumentNode = {
    type: 'paragraph',
    content: [
      { type: 'text', text: 'See ' },
      link('here', 'https://example.com/a'),
      link('there', 'http://nowhere'),
      link('me', 'mailto:ada@example.com'),
      link('us', 'mailto:nobody'),
      { type: 'footnote' },
      { type: 'footnote', content: [{ type: 'text', text: 'Filled.' }] },
    ],
  };
  expect(told(line)).toEqual(['broken-link 8 there', 'broken-link 15 us', 'empty-note 16 s']);
});

