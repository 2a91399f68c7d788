import '../../support/page-beside-a-server';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { usualAnswers } from '../../support/co-writer-book';
import { openCoWriterPage, openRoom } from '../../support/open-co-writer-page';

const spoken = 'um the shop it smelt it smelt of tallow';
const said = [spoken, usualAnswers[1], usualAnswers[2]];

/** Opens the first question, whose answer was spoken, with a model that tidies it like this. */
async function openAnswer(tidied: string) {
  const page = await openCoWriterPage({ words: { answers: said }, answer: () => JSON.stringify({ passage: 'P1', tidied }) });
  await openRoom('3');
  fireEvent.click(await screen.findByRole('row', { name: /What did the shop smell of/u }));
  const button = await screen.findByRole('button', { name: 'Tidy up spoken words' });
  const answer = async () => {
    const { questions } = await page.get('interview.read', { bookId: page.bookId, chapterId: page.chapterId });
    return questions[0]?.answer.text;
  };
  return { ...page, button, answer };
}

test('a spoken answer is tidied up beside it, and what was said is kept when it is taken', async () => {
  const page = await openAnswer('The shop, it smelt of tallow.');
  fireEvent.click(page.button);
  const outcome = await screen.findByRole('region', { name: 'The answer, tidied up' });
  expect(outcome.textContent).toContain('Left out: “um”, “it smelt”');
  expect(await page.answer()).toBe(spoken);
  fireEvent.click(screen.getByRole('button', { name: 'Take the tidied words' }));
  await waitFor(async () => expect(await page.answer()).toBe('The shop, it smelt of tallow.'));
  expect(screen.queryByRole('region', { name: 'The answer, tidied up' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Earlier versions of this answer' }));
  expect(await screen.findByText(spoken)).toBeTruthy();
});

test('a word that was not said is never taken in, and the page says which', async () => {
  const page = await openAnswer('The whole shop smelt of tallow.');
  fireEvent.click(page.button);
  expect(await screen.findByText(/words that you did not say.*“whole”/u)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Take the tidied words' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Leave the answer as it is' }));
  expect(await page.answer()).toBe(spoken);
});
