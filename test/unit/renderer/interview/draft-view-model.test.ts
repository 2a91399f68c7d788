import { expect, test } from 'vitest';
import type { Draft } from '../../../../src-shared/domain/draft';
import {
  placeSentences,
  quoteInAnswer,
  sentencesFrom,
  sentencesOnlyIn,
} from '../../../../src-renderer/features/interview/draft-view-model';

const sentence = (text: string, answerId: string) => ({
  text,
  citations: [{ answerId, questionId: answerId, quote: text }],
});
const draft = (...paragraphs: Draft['paragraphs']): Draft => ({
  id: 'draft',
  chapterId: 'chapter',
  createdAt: '2026-01-01T00:00:00Z',
  origin: 'built-in',
  model: '',
  unsupported: 0,
  style: 'tidied',
  paragraphs,
  words: 6,
  answerIds: ['a', 'b'],
  privateAnswerIds: [], sample: '',
});
const one = draft(
  { sentences: [sentence('It rained.', 'a'), sentence('We stayed.', 'a')] },
  { sentences: [sentence('Tea came.', 'b')] },
);

test('sentences are numbered through all paragraphs', () => {
  expect(placeSentences(one).map((paragraph) => paragraph.map(({ index }) => index))).toEqual([[0, 1], [2]]);
});

test('an answer leads to each of its sentences', () => {
  expect([...sentencesFrom(one, 'a')]).toEqual([0, 1]);
  expect([...sentencesFrom(one, 'nobody')]).toEqual([]);
});

test('a quote is found in its answer, and stands alone when the answer has changed', () => {
  expect(quoteInAnswer('It rained. We stayed.', 'We stayed.')).toEqual({
    before: 'It rained. ',
    quote: 'We stayed.',
    after: '',
  });
  expect(quoteInAnswer('Other words.', 'We stayed.')).toEqual({ before: '', quote: 'We stayed.', after: '' });
});

test('comparing shows what only one draft says', () => {
  const other = draft({ sentences: [sentence('It rained.', 'a'), sentence('We stayed, um.', 'a')] });
  expect([...sentencesOnlyIn(one, other)]).toEqual([1, 2]);
  expect([...sentencesOnlyIn(other, one)]).toEqual([1]);
});
