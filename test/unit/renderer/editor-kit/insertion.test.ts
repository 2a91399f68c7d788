import { describe, expect, test } from 'vitest';
import { blocksOfAnswer, blocksOfArrival } from '../../../../src-renderer/editor-kit/insertion';
import { withScheme } from '../../../../src-renderer/editor-kit/write-commands';
import type { Draft } from '../../../../src-shared/domain/draft';
import { plainText } from '../../../../src-shared/text/document';
import { draftBlocks } from '../../../../src-shared/text/draft-blocks';
import { docOf } from './document-builders';

const citation = (answerId: string) => ({ answerId, questionId: 'q', quote: 'x' });
const draft: Draft = {
  id: 'd',
  chapterId: 'c',
  createdAt: '',
  origin: 'built-in',
  model: '',
  style: 'tidied',
  words: 4,
  unsupported: 0,
  answerIds: ['a1', 'a2'],
  privateAnswerIds: ['a2'],
  sample: '',
  paragraphs: [
    {
      sentences: [
        { text: 'One.', citations: [citation('a1')] },
        { text: 'Two.', citations: [citation('a2')] },
      ],
    },
    { sentences: [{ text: 'Three.', citations: [] }] },
  ],
};

describe('what is brought into the chapter', () => {
  test('each sentence of a draft knows its answer', () => {
    const blocks = draftBlocks(draft);
    docOf(...blocks);
    expect(blocks.map(plainText)).toEqual(['One. Two.', 'Three.']);
    expect(blocks[0]?.content?.map((run) => run.marks?.[0]?.attrs)).toEqual([
      { kind: 'draft', ref: 'a1' },
      { kind: 'draft', ref: 'a2' },
    ]);
    // What was kept from the co-writer as an answer is kept from it as text.
    expect(blocks[0]?.content?.map((run) => run.marks?.some(({ type }) => type === 'private'))).toEqual([false, true]);
  });

  test('an answer keeps its lines and its origin', () => {
    const blocks = blocksOfAnswer('first\n\nsecond \n', 'a1');
    expect(blocks.map(plainText)).toEqual(['first', 'second']);
    expect(blocks[1]?.content?.[0]?.marks).toEqual([{ type: 'origin', attrs: { kind: 'answer', ref: 'a1' } }]);
  });

  test('words of another device are known as imported', () => {
    expect(blocksOfArrival('late')[0]?.content?.[0]?.marks?.[0]?.attrs).toEqual({ kind: 'imported', ref: '' });
  });

  test.each([
    ['example.org', 'https://example.org'],
    ['a@example.org', 'mailto:a@example.org'],
    ['http://x.org', 'http://x.org'],
    ['javascript:x', 'javascript:x'],
    ['#place', '#place'],
    ['', ''],
  ])('the address %j means %j', (typed, meant) => {
    expect(withScheme(typed)).toBe(meant);
  });
});
