import { expect, test } from 'vitest';
import { roundedWords, shortTitle, surnameOf, wordsFor } from '../../../../src-main/exporting/submission/submission-words';

test.each([
  [0, 100], [149, 100], [7_449, 7_400], [17_740, 17_500], [39_700, 39_500], [86_499, 86_000], [86_500, 87_000],
])('%i words are about %i to an editor', (words, about) => {
  expect(roundedWords(words)).toBe(about);
});

test.each([['Ada Merrin', 'Merrin'], ['Merrin, Ada', 'Merrin'], ['Voltaire', 'Voltaire'], ['Ursula K. Le Guin', 'Guin'], ['', '']])(
  'the running head of %s is under %s',
  (author, surname) => {
    expect(surnameOf(author)).toBe(surname);
  },
);

test('a long title is cut at a word, and one without a space at its length', () => {
  expect(shortTitle('The House with Two Doors', 'en')).toBe('THE HOUSE WITH TWO DOORS');
  expect(shortTitle('The Long Road from the Harbour, and the Way Back Again', 'en')).toBe('THE LONG ROAD FROM THE HARBOUR, AND THE');
  expect(shortTitle('x'.repeat(60), 'en')).toBe('X'.repeat(40));
});

test('a language without words of its own has them in English', () => {
  expect(wordsFor('de-AT').end).toBe('ENDE');
  expect(wordsFor('fi').about('1')).toBe('about 1 words');
});
