import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareTidied } from '../../../../src-shared/text/spoken-words';

describe('tidied words', () => {
  test.each([
    ['en', 'um so i went i went to the the shop', 'So I went to the shop.', [], ['um', 'i went', 'the']],
    ['en', 'its cold i said', 'It’s cold, I said.', [], []],
    ['en', 'we had forty two well known guests', 'We had forty-two well-known guests.', [], []],
    ['en', 'in nineteen forty seven', 'In 1947', ['1947'], ['nineteen forty seven']],
    ['en', 'he ran away', 'He ran quickly away.', ['quickly'], []],
    ['en', 'tea and milk', 'Milk and tea.', ['and', 'tea'], []],
    ['de', 'äh ich ging in die straße', 'Ich ging in die Straße.', [], ['äh']],
    ['tr', 'izmir ılık idi', 'İzmir ılık idi.', [], []],
    ['ja', 'えっと 海は 海は青い', '海は青い。', [], ['えっと', '海は']],
    ['fr', 'euh c’etait l’hiver', 'C’etait l’hiver.', [], ['euh']],
    ['en', '', 'Words.', ['Words'], []],
  ] as const)('%s: “%s” as “%s”', (language, said, tidied, added, leftOut) => {
    const found = compareTidied(said, tidied, language);
    expect(found.added).toEqual(added);
    if (added.length === 0) expect(found.leftOut).toEqual(leftOut);
  });

  test('nothing is ever said to be added where words were only left out, set apart and written large', () => {
    const word = fc.stringMatching(/^[a-zäöé]{1,6}$/u);
    fc.assert(
      fc.property(fc.array(fc.tuple(word, fc.boolean()), { maxLength: 40 }), (words) => {
        const said = words.map(([each]) => each).join(' ');
        const kept = words.filter(([, isKept]) => isKept).map(([each], index) => (index % 3 === 0 ? `${each.toUpperCase()},` : each));
        const { added, leftOut } = compareTidied(said, kept.join(' '), 'en');
        expect(added).toEqual([]);
        const gone = leftOut.join(' ').split(' ').filter((each) => each !== '').length;
        expect(gone).toBe(words.length - kept.length);
      }),
    );
  });
});
