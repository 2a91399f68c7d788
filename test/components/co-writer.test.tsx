import '../support/page-beside-a-server';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { CoWriterSettings } from '../../src-shared/domain/co-writer';
import { usualText } from '../support/co-writer-book';
import { openCoWriterPage, openRoom } from '../support/open-co-writer-page';

const priced: Partial<CoWriterSettings> = {
  prices: [{ model: 'scripted-1', usdPerMillionIn: 100, usdPerMillionOut: 200, checkedOn: '2026-11-25' }],
};
const press = (key: string, code: string, more: object) => fireEvent.keyDown(document.body, { key, code, ctrlKey: true, ...more });
const openSpending = () => press('m', 'KeyM', { shiftKey: true });

/** The book’s chapter in the writing room, with the panel of suggestions beside it. */
async function openSuggestions(settings: Partial<CoWriterSettings> = {}, isRemote = false) {
  const page = await openCoWriterPage({ settings, isRemote });
  await openRoom('4');
  fireEvent.click(await screen.findByRole('tab', { name: 'Suggestions' }));
  fireEvent.click(await screen.findByRole('radio', { name: 'Whole chapter' }));
  const ask = await screen.findByRole('button', { name: 'Tighten: 1 paragraph' });
  const waiting = () => page.get('suggestion.list', { bookId: page.bookId, chapterId: page.chapterId });
  return { ...page, ask, waiting };
}

test('a suggestion waits beside the chapter until it is accepted, and undo opens it again', async () => {
  const page = await openSuggestions();
  const text = screen.getByRole('textbox', { name: /^Text of/u });
  fireEvent.click(page.ask);
  const list = await screen.findByRole('list', { name: 'Suggestions' });
  expect(within(list).getByText(/Tighten · scripted-1 · it cost nothing/u)).toBeTruthy();
  expect(await page.waiting()).toHaveLength(1);
  fireEvent.click(await within(list).findByRole('button', { name: 'Accept' }));
  await waitFor(() => expect(text.textContent).toContain('sold very well'));
  await waitFor(async () => expect(await page.waiting()).toEqual([]));
  fireEvent.keyDown(text, { key: 'z', code: 'KeyZ', ctrlKey: true });
  await waitFor(async () => expect(await page.waiting()).toHaveLength(1));
  await screen.findByRole('button', { name: 'Accept' });
});

test('a suggestion that is rejected leaves the text as it is, and comes back with Undo', async () => {
  const page = await openSuggestions();
  fireEvent.click(page.ask);
  fireEvent.click(await screen.findByRole('button', { name: 'Reject' }));
  expect(await screen.findByText('No suggestions wait in this chapter.')).toBeTruthy();
  await waitFor(() => expect(screen.getByRole('textbox', { name: /^Text of/u }).textContent).toBe(usualText));
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(await screen.findByRole('button', { name: 'Accept' })).toBeTruthy();
});

test('whose words the book is made of is counted when it is asked for, by its command too', async () => {
  await openCoWriterPage();
  await openRoom('5');
  fireEvent.click(await screen.findByRole('button', { name: 'Count the words' }));
  expect((await screen.findAllByRole('button', { name: /^A House in Boston: \d+ words, /u })).length).toBeGreaterThan(0);
  press('1', 'Digit1', { ctrlKey: false, altKey: true });
  await screen.findByRole('heading', { level: 1, name: 'Brief' });
  press('k', 'KeyK', {});
  fireEvent.change(await screen.findByRole('combobox', { name: 'Find or do' }), { target: { value: 'whose words' } });
  fireEvent.click(await screen.findByRole('option', { name: /Whose Words/u }));
  expect(await screen.findByRole('button', { name: /^The book: \d+ words, /u })).toBeTruthy();
  expect(document.activeElement?.textContent).toBe('Whose words');
});

test('what a priced model cost stands beside the suggestion and among the spending', async () => {
  const page = await openSuggestions(priced, true);
  fireEvent.click(page.ask);
  expect(await screen.findByText(/Tighten · scripted-1 · \$0\.\d+ for the whole request/u)).toBeTruthy();
  const { todayUsd } = await page.get('spending.read', null);
  expect(todayUsd).toBeGreaterThan(0);
  openSpending();
  expect(await screen.findByText('Today')).toBeTruthy();
  expect(screen.getAllByText(/^\$0\.\d+/u).length).toBeGreaterThan(0);
  expect(screen.getAllByText('Tightening and mending').length).toBeGreaterThan(0);
});

test('a request that could go over a limit is not sent, and the page says so', async () => {
  const page = await openSuggestions({ ...priced, caps: { book: 0.01, day: 10, month: 10 } }, true);
  fireEvent.click(page.ask);
  expect((await screen.findAllByText(/^This could go over your limit of \$0\.01/u)).length).toBeGreaterThan(0);
  expect(page.server.requests).toEqual([]);
  expect(await page.waiting()).toEqual([]);
  openSpending();
  expect(await screen.findByRole('tab', { name: 'Spending', selected: true })).toBeTruthy();
});

test('the settings try the connection, take a limit and another manner for one task, and turn the co-writer off', async () => {
  const page = await openCoWriterPage({ isRemote: true });
  const coWriter = async () => (await page.get('settings.read', null)).coWriter;
  press(',', 'Comma', {});
  fireEvent.click(await screen.findByRole('button', { name: 'Test the connection' }));
  expect((await screen.findAllByText('The server answers and has 1 model.')).length).toBeGreaterThan(0);
  const day = screen.getByRole('textbox', { name: 'Dollars a day' });
  fireEvent.change(day, { target: { value: '2.5' } });
  fireEvent.blur(day);
  await waitFor(async () => expect((await coWriter()).caps.day).toBe(2.5));
  fireEvent.click(screen.getByText('Another model or manner for single tasks'));
  const tidying = screen.getByRole('group', { name: 'Tidying dictation' });
  const temperature = within(tidying).getByRole('textbox', { name: 'Temperature' });
  fireEvent.change(temperature, { target: { value: '0.3' } });
  fireEvent.blur(temperature);
  await waitFor(async () => expect((await coWriter()).tasks['tidy-dictation']?.temperature).toBe(0.3));
  fireEvent.click(screen.getByRole('switch', { name: 'Let a co-writer help' }));
  await waitFor(async () => expect((await coWriter()).isOn).toBe(false));
});
