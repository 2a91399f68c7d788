// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openPage } from '../support/open-page';

/** Opens the page with one book and goes to its brief. */
async function openBrief() {
  const page = await openPage(async (app) => {
    await app.get('library.create', { title: 'Northbound' });
  });
  fireEvent.click(await screen.findByRole('row', { name: /Northbound/ }));
  await screen.findByRole('heading', { name: 'Brief', level: 1 });
  const [book] = (await page.get('library.list', null)).books;
  const bookId = book?.id ?? '';
  return { ...page, bookId, stored: async () => page.get('brief.read', { bookId }) };
}

test('what is typed is saved by itself when the field is left', async () => {
  const page = await openBrief();
  const summary = screen.getByRole('textbox', { name: 'What is it about?' });
  fireEvent.change(summary, { target: { value: 'Nine summers in a salt house.' } });
  fireEvent.blur(summary);
  await waitFor(async () => expect((await page.stored()).brief.summary).toBe('Nine summers in a salt house.'));
  expect(await screen.findByText(/^Saved \d\d:\d\d:\d\d$/)).toBeTruthy();
});

test('a title taken away is told of and the last one kept', async () => {
  const page = await openBrief();
  const title = screen.getByRole('textbox', { name: 'Title' });
  fireEvent.change(title, { target: { value: '' } });
  fireEvent.blur(title);
  expect(await screen.findByText(/A book needs a title/)).toBeTruthy();
  expect((await page.stored()).brief.title).toBe('Northbound');
});

test('closing the window sends what was typed a moment ago', async () => {
  const page = await openBrief();
  fireEvent.change(screen.getByRole('textbox', { name: 'Subtitle' }), { target: { value: 'A winter' } });
  act(() => page.publish('app.closing', null));
  await waitFor(() => expect(page.asked).toContain('app.quit'));
  expect((await page.stored()).brief.subtitle).toBe('A winter');
});

test('questions about the book come one at a time and can be skipped', async () => {
  const page = await openBrief();
  fireEvent.click(screen.getByRole('button', { name: 'Ask me' }));
  const skip = await screen.findByRole('button', { name: 'Skip' });
  const { clarifications } = await page.stored();
  expect(clarifications.length).toBeGreaterThanOrEqual(3);
  fireEvent.click(skip);
  const second = await screen.findByRole('textbox', { name: clarifications[1]?.question ?? '' });
  fireEvent.change(second, { target: { value: 'My granddaughter.' } });
  fireEvent.click(screen.getByRole('button', { name: 'Keep this answer' }));
  await waitFor(async () => {
    const now = (await page.stored()).clarifications;
    expect(now.slice(0, 2).map((one) => one.state)).toEqual(['skipped', 'answered']);
  });
});

test('an earlier summary is kept, and brought back', async () => {
  const page = await openBrief();
  for (const text of ['The first telling of it.', 'Another one.']) {
    fireEvent.change(screen.getByRole('textbox', { name: 'What is it about?' }), { target: { value: text } });
    fireEvent.blur(screen.getByRole('textbox', { name: 'What is it about?' }));
    await waitFor(async () => expect((await page.stored()).brief.summary).toBe(text));
  }
  const [read] = await screen.findAllByRole('button', { name: /^Read the summary of/ });
  if (read) fireEvent.click(read);
  const dialog = await screen.findByRole('dialog', { name: 'An earlier summary' });
  fireEvent.click(within(dialog).getByRole('button', { name: 'Bring it back' }));
  await waitFor(async () => expect((await page.stored()).brief.summary).toBe('The first telling of it.'));
});

test('what was written on another device at the same time stands among the earlier ones, and can be taken instead', async () => {
  const page = await openBrief();
  fireEvent.click(screen.getByRole('button', { name: 'Ask me' }));
  await screen.findByRole('button', { name: 'Skip' });
  const question = (await page.stored()).clarifications[0];
  const { book } = await page.app.tools.library.open(page.bookId);
  const at = `${'1'.padStart(9, '0')}0000-laptop`;
  const here = { bookId: page.bookId, id: question?.id ?? '', state: 'open' } as const;
  await page.get('brief.answerClarification', { ...here, answer: 'My daughter.' });
  await page.get('brief.update', { bookId: page.bookId, patch: { summary: 'Nine summers in a salt house.' } });
  const ops = [
    { op: 'set', in: 'clarifications', id: here.id, fields: { answer: 'My granddaughter.' } },
    { op: 'set', in: 'book', id: 'book', fields: { summary: 'Ten winters by the sea.' } },
  ] as const;
  await book.adopt([{ entry: { seq: 1, at, label: '', ops: [...ops] }, sum: '', json: '' }], { laptop: 1 });
  expect(await screen.findByText(/from another device/)).toBeTruthy();
  const others = within(await screen.findByRole('list', { name: 'Other answers to this question' }));
  expect(others.getByText('Answered on another device')).toBeTruthy();
  fireEvent.click(others.getByRole('button', { name: 'Take this one' }));
  await waitFor(async () => {
    const now = (await page.stored()).clarifications[0];
    expect(now).toMatchObject({ answer: 'My granddaughter.', earlier: [{ text: 'My daughter.', isFromElsewhere: false }] });
  });
});
