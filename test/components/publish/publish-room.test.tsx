// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeAll, expect, test } from 'vitest';
import type { Task } from '../../../src-shared/ipc/export-calls';
import { ensureBuilt } from '../../support/built';
import { openPage } from '../../support/open-page';

// The check runs in the worker’s bundle.
beforeAll(ensureBuilt, 180_000);

async function openPublish(author = 'Ada Field') {
  const page = await openPage(async (app) => {
    const { bookId } = await app.get('library.create', { title: 'The Lamp', author });
    const chapter = { bookId, kind: 'chapter', matter: null, parentId: null, beforeId: null } as const;
    await app.get('outline.add', { ...chapter, title: 'The Lamp Room', description: '' });
  });
  fireEvent.click(await screen.findByRole('row', { name: /The Lamp/ }));
  const [book] = (await page.get('library.list', null)).books;
  await screen.findByRole('heading', { level: 1, name: 'Brief' });
  fireEvent.keyDown(document.body, { key: '5', code: 'Digit5', altKey: true });
  await screen.findByRole('heading', { level: 1, name: 'Publish' });
  return { ...page, bookId: book?.id ?? '' };
}

const task = (bookId: string, more: Partial<Task>): Task => ({
  id: 'task',
  bookId,
  title: 'The Lamp as EPUB',
  doing: 'Writing chapters',
  progress: 0.4,
  state: 'running',
  receipt: null,
  ...more,
});

const receipt: Task['receipt'] = {
  format: 'epub',
  file: '/home/ada/The Lamp.epub',
  bytes: 48_200,
  sha256: 'abcdef0123456789',
  chapters: 1,
  paragraphs: 12,
  words: 300,
  notes: ['“Loose” is unplaced and was left out.'],
  finishedAt: '2026-01-01T10:00:00.000Z',
};

test('every format says what it is for', async () => {
  await openPublish();
  for (const name of ['PDF', 'Word', 'EPUB', 'Markdown', 'Plain text']) {
    expect(screen.getByRole('heading', { level: 3, name })).toBeTruthy();
    expect(screen.getByRole('button', { name: `Save as ${name}` })).toBeTruthy();
  }
});

test('what is missing is a hint with a way to mend it, never a lock', async () => {
  await openPublish('');
  expect(await screen.findByText('No chapter has words yet, so the book would be empty.')).toBeTruthy();
  expect(screen.getByText('The author’s name is missing.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Save as PDF' }).hasAttribute('disabled')).toBe(false);
  fireEvent.click(screen.getByRole('button', { name: 'Add it' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Brief' })).toBeTruthy();
});

test('when the author picks no place, nothing starts and nothing is said to have gone wrong', async () => {
  const page = await openPublish();
  const save = screen.getByRole('button', { name: 'Save as EPUB' });
  fireEvent.click(save);
  await waitFor(() => expect(page.asked).toContain('export.start'));
  await waitFor(() => expect(save.hasAttribute('disabled')).toBe(false));
  expect(screen.queryByRole('progressbar')).toBeNull();
  expect(await page.get('task.list', null)).toEqual([]);
});

test('a finished file shows its receipt, what it could not carry, and where it is', async () => {
  const page = await openPublish();
  act(() => page.publish('task.changed', task(page.bookId, { state: 'done', progress: 1, receipt })));
  expect(await screen.findByText('The Lamp.epub')).toBeTruthy();
  expect(screen.getByText(/1 chapter, 12 paragraphs, 300 words\. 48 KB/)).toBeTruthy();
  expect(screen.getByText('abcdef012345')).toBeTruthy();
  expect(screen.getByText('“Loose” is unplaced and was left out.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Show in folder' }));
  await waitFor(() => expect(page.asked).toContain('task.showResult'));
  // This task is not one of the main process, which says so.
  expect(await screen.findByText(/no longer there/)).toBeTruthy();
});

test('an export of another book is not shown', async () => {
  const page = await openPublish();
  act(() => page.publish('task.changed', task('another', { state: 'done', receipt })));
  expect(screen.queryByText('The Lamp.epub')).toBeNull();
});

test('the check of the book leads from each place to where it stands', async () => {
  await openPublish();
  fireEvent.click(screen.getByRole('button', { name: 'Check the book' }));
  expect(await screen.findByText('3 things to mend, and 1 thing to look at.')).toBeTruthy();
  const rule = screen.getByText('A chapter has no words');
  fireEvent.click(rule);
  fireEvent.click(screen.getByRole('button', { name: /The Lamp Room/ }));
  expect(await screen.findByRole('textbox', { name: 'Text of The Lamp Room' })).toBeTruthy();
});
