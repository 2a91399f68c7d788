import { expect, test } from 'vitest';
import { placesOfAnswer } from '../../../../src-renderer/editor-kit/answer-places';
import { paragraph } from '../../../../src-shared/text/document';
import { draftBlocks } from '../../../../src-shared/text/draft-blocks';
import { docOf } from './document-builders';

const said = (text: string, answerId: string) => ({
  text,
  citations: [{ answerId, questionId: answerId, quote: text }],
});

test('the words of an answer are found wherever they came in, those that stand together as one place', () => {
  const paragraphs = [
    { sentences: [said('One.', 'a'), said('Two.', 'a'), said('Three.', 'b')] },
    { sentences: [said('Four.', 'a')] },
  ];
  const doc = docOf(paragraph('Typed.'), ...draftBlocks({ origin: 'co-writer', paragraphs, privateAnswerIds: [] }));
  const words = (answerId: string) => placesOfAnswer(doc, answerId).map(({ from, to }) => doc.textBetween(from, to));
  expect(words('a')).toEqual(['One. Two. ', 'Four.']);
  expect(words('b')).toEqual(['Three.']);
  expect(words('c')).toEqual([]);
});
