import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareWords, wordChanges } from '../../../../src-shared/text/word-changes';

describe('changes between two passages', () => {
  test('are whole words, and neighbours are one change', () => {
    expect(wordChanges('It was a very cold day.', 'It was a cold day.', 'en')).toEqual([{ from: 9, to: 14, text: '' }]);
    expect(compareWords('He walked very slowly home.', 'He ambled home.', 'en')).toEqual([
      { kind: 'same', text: 'He ' },
      { kind: 'removed', text: 'walked very slowly' },
      { kind: 'added', text: 'ambled' },
      { kind: 'same', text: ' home.' },
    ]);
  });

  test('one text becomes the other, whatever they are', () => {
    const words = fc.array(fc.constantFrom('the', 'cat', 'sat', ' ', ', ', '.', '雨が', '降る', 'نام'), { maxLength: 30 }).map((all) => all.join(''));
    fc.assert(
      fc.property(words, words, (before, after) => {
        let made = before;
        for (const { from, to, text } of wordChanges(before, after, 'en').reverse()) made = made.slice(0, from) + text + made.slice(to);
        const runs = compareWords(before, after, 'en');
        const side = (without: string) => runs.filter(({ kind }) => kind !== without).map(({ text }) => text).join('');
        expect([made, side('added'), side('removed')]).toEqual([after, before, after]);
      }),
    );
  });
});
