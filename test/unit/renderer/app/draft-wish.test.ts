import { expect, test } from 'vitest';
import {
  firstWish,
  flaggedIn,
  incomingParagraphs,
  lengthId,
  missingInWish,
  styleName,
  supportText,
  wordsOfLength,
} from '../../../../src-renderer/app/draft-wish';
import { incomingLines } from '../../../../src-renderer/app/incoming-lines';
import type { Draft, DraftSentence } from '../../../../src-shared/domain/draft';
import type { WorkItem } from '../../../../src-shared/ipc/co-writer-calls';

const sentence = (text: string, flagged: string[] = []): DraftSentence => ({
  text,
  citations: [],
  ...(flagged.length > 0 ? { flagged } : {}),
});
const draft = (patch: Partial<Draft>): Draft => ({
  id: 'd',
  chapterId: 'c',
  createdAt: '',
  origin: 'co-writer',
  model: 'quill-7b',
  style: 'creative',
  paragraphs: [],
  words: 0,
  unsupported: 0,
  answerIds: [],
  privateAnswerIds: [], sample: '',
  ...patch,
});

test('a length is chosen by its name and found again; what is no length is as long as the answers carry', () => {
  for (const words of [500, 1_000, 2_000, 3_000, 5_000, null]) expect(wordsOfLength(lengthId(words))).toBe(words);
  expect(wordsOfLength('77')).toBeNull();
});

test('one’s own voice needs a sample, and an earlier one is used again', () => {
  const [first, again] = [firstWish([draft({})]), firstWish([draft({}), draft({ sample: 'We never said much.' })])];
  expect(first).toMatchObject({ style: 'conversational', sample: '' });
  expect(again).toMatchObject({ style: 'own-voice', sample: 'We never said much.' });
  expect(missingInWish(first)).toBeNull();
  expect(missingInWish(again)).toBeNull();
  expect(missingInWish({ ...again, sample: '  ' })).toMatch(/page of your own/u);
});

test('sentences that come in stand in their paragraphs', () => {
  const item = (text: string, startsParagraph: boolean): WorkItem => ({
    kind: 'sentence',
    sentence: sentence(text),
    startsParagraph,
  });
  const other: WorkItem = { kind: 'hint', text: 'Not of the draft.' };
  const items = [item('One.', false), item('Two.', false), other, item('Three.', true)];
  const texts = incomingParagraphs(items).map(({ sentences }) => sentences.map(({ text }) => text));
  expect(texts).toEqual([['One.', 'Two.'], ['Three.']]);
  expect(incomingLines(items)).toEqual(['One.', 'Two.', 'Not of the draft.', 'Three.']);
});

test('what the author’s words do not carry is counted, and what is in no answer is named once', () => {
  expect([0, 1, 12].map(supportText)).toEqual([
    'Every sentence rests on your words.',
    '1 sentence without support.',
    '12 sentences without support.',
  ]);
  const paragraphs = [{ sentences: [sentence('A.', ['Hornby', '1947'])] }, { sentences: [sentence('B.', ['Hornby'])] }];
  expect(flaggedIn({ paragraphs })).toEqual(['Hornby', '1947']);
});

test('every manner has a name', () => {
  expect((['tidied', 'as-spoken', 'own-voice', 'academic'] as const).map(styleName)).toEqual([
    'Tidied',
    'As you said it',
    'In my own voice',
    'Academic',
  ]);
});
