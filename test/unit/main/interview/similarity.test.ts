import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDuplicateFinder, similarityOf, tokensOf, wordsOf } from '../../../../src-main/interview/similarity';

const alike = (a: string, b: string, language = 'en') => similarityOf(tokensOf(a, language), tokensOf(b, language));

describe('how much two questions have in common', () => {
  test('order, case, stop words and quotation marks do not count', () => {
    expect(alike('What did your father’s shop smell of?', "Of what did the SHOP of your father's smell")).toBe(1);
  });
  test('questions about different things have nothing in common', () => {
    expect(alike('What did the kitchen smell of?', 'Who taught you to set type?')).toBe(0);
  });
  test('questions made of stop words alone are compared by all of their words', () => {
    expect(alike('Who was she?', 'Who was she?')).toBe(1);
    expect(alike('Who was she?', 'Where did he go?')).toBe(0);
  });
  test('any script has words', () => {
    expect(wordsOf('父の印刷所はどこでしたか', 'ja').length).toBeGreaterThan(3);
    expect(alike('父の印刷所はどこでしたか', '父の印刷所はどこでしたか。', 'ja')).toBe(1);
    expect(wordsOf('ما الذي تذكره من بيتك؟', 'ar')).toEqual(['ما', 'الذي', 'تذكره', 'من', 'بيتك']);
    expect(alike('Wie roch die Küche deiner Mutter?', 'Wie roch deiner Mutter die Küche?', 'de')).toBe(1);
  });
  test('nothing is like nothing', () => {
    expect(alike('', '')).toBe(0);
  });
});

test('the finder finds what comparing with each text finds', () => {
  const text = fc
    .array(fc.constantFrom('father', 'shop', 'river', 'ink', 'letter', 'the', 'of', 'London'), { maxLength: 6 })
    .map((words) => words.join(' '));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 12 }), text, (known, asked) => {
      const finder = createDuplicateFinder('en');
      for (const each of known) finder.add(each);
      const best = Math.max(0, ...known.map((each) => alike(each, asked)));
      const found = finder.find(asked, 0.7);
      expect(found === undefined ? best < 0.7 : alike(found, asked) === best).toBe(true);
    }),
  );
});
