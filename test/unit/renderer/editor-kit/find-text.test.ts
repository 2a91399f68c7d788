import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFinder, fold } from '../../../../src-renderer/editor-kit/find-text';
import { docOf, para, text } from './document-builders';

const look = (words: string, isWholeWord = false) => ({ text: words, isWholeWord });

/** What a document says at the places that were found. */
function found(doc: ReturnType<typeof docOf>, query: ReturnType<typeof look>): string[] {
  return createFinder()(doc, query).map(({ from, to }) => doc.textBetween(from, to));
}

describe('finding in a chapter', () => {
  test('case and accents do not matter, on either side', () => {
    const doc = docOf(para('Natásha met NATASHA and natasha.'));
    expect(found(doc, look('natasha'))).toEqual(['Natásha', 'NATASHA', 'natasha']);
    expect(found(doc, look('Natåsha'))).toHaveLength(3);
  });

  test('quotation marks match however they are curled', () => {
    expect(found(docOf(para('I don’t “know”')), look(`don't "know"`))).toEqual(['don’t “know”']);
  });

  test('a match runs over marks and after a note stands where it is', () => {
    const note = { type: 'footnote', content: [text('a hidden clock')] } as const;
    const doc = docOf(para('The ', text('old clo', { type: 'bold' }), 'ck', note, ' and the clock'));
    expect(found(doc, look('old clock'))).toEqual(['old clock']);
    expect(found(doc, look('clock'))).toEqual(['clock', 'clock', 'clock']);
  });

  test('whole words only, in any script', () => {
    const doc = docOf(para('art, party, Art. قلب وقلب'));
    expect(found(doc, look('art', true))).toEqual(['art', 'Art']);
    expect(found(doc, look('قلب', true))).toEqual(['قلب']);
  });

  test('a letter that folds to two is never cut in half', () => {
    const doc = docOf(para('ﬁn ﬁfth'));
    expect(found(doc, look('fin'))).toEqual(['ﬁn']);
    expect(found(doc, look('in'))).toEqual([]);
  });

  test('nothing is found for nothing', () => {
    expect(found(docOf(para('words')), look(''))).toEqual([]);
    expect(found(docOf(para('words')), look('\u0301'))).toEqual([]);
  });

  test('each place found says what was looked for, once folded', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'á', 'A', 'b', ' ', 'ß', 'ﬁ', '日', '😀'), maxLength: 40 });
    fc.assert(
      fc.property(
        words,
        fc.string({ unit: fc.constantFrom('a', 'b', 'f', '日'), minLength: 1, maxLength: 3 }),
        (line, query) => {
          const doc = docOf(line === '' ? { type: 'paragraph' } : para(line));
          for (const words of found(doc, look(query))) expect(fold(words).text).toBe(fold(query).text);
        },
      ),
    );
  });
});
