import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countWords } from '../../../../src-shared/domain/word-count';
import { segmentsOf } from '../../../../src-shared/text/segments';

const words = (language: string) => new Intl.Segmenter(language, { granularity: 'word' });
const wholesale = (text: string, segmenter: Intl.Segmenter) =>
  [...segmenter.segment(text)].map(({ segment }) => segment);
const piecemeal = (text: string, segmenter: Intl.Segmenter) =>
  [...segmentsOf(text, segmenter)].map(({ segment }) => segment);

describe('segments found through a window', () => {
  test.each([
    ['en', 'Élan was’n’t in “the” house, 3.5 miles off. '],
    ['ja', '父は印刷屋だった。毎朝早く起きて、町へ行った。'],
    ['th', 'พ่อของฉันเป็นช่างพิมพ์ เขาตื่นแต่เช้า '],
    ['ar', 'كان أبي يعمل في البيت، كل يوم. '],
  ])('are those of the whole text: %s', (language, phrase) => {
    const text = phrase.repeat(120);
    expect(piecemeal(text, words(language))).toEqual(wholesale(text, words(language)));
  });

  test('joined they are the text again, whatever it is', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('word '.repeat(300), 'x'.repeat(2_500), '…'.repeat(1_200)),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 6 }),
        fc.constantFrom('word', 'sentence', 'grapheme'),
        (pieces, granularity) => {
          const text = pieces.join('');
          expect(piecemeal(text, new Intl.Segmenter('en', { granularity })).join('')).toBe(text);
        },
      ),
    );
  });

  test('a long text takes time that grows with it, not with its square', () => {
    const start = performance.now();
    expect(countWords('Η μητέρα μου '.repeat(30_000), 'el')).toBe(90_000);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
