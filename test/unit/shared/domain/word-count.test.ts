import { expect, test } from 'vitest';
import { countWords } from '../../../../src-shared/domain/word-count';

test.each([
  ['en', '“Natásha’s brother-in-law,” said Mme. Schérer, “has 3,000 roubles — and a château.”'],
  ['fr', '«L’été où j’ai vu l’œuvre», dit-elle: à 3.5 kilomètres, peut-être…'],
  ['pl', 'Żółć, gęślą jaźń; „świt” nie: łódź.'],
  ['en', 'Loose accents: Nata\u0301sha. Ελλάδα, 東京 and Москва.'],
])('words are counted as the segmenter of the language sees them: %s', (language, text) => {
  const segments = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)];
  expect(countWords(text, language)).toBe(segments.filter(({ isWordLike }) => isWordLike).length);
});
