// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openPage } from '../support/open-page';

const shelf = () => screen.findByRole('grid', { name: 'Books' });
const card = async (title: string) => within(await shelf()).findByRole('row', { name: new RegExp(title) });

test('an empty library shows three doors', async () => {
  await openPage();
  for (const name of [/Start a book/, /Open the sample/, /Bring a manuscript/]) {
    expect(await screen.findByRole('button', { name })).toBeTruthy();
  }
});

test('from nothing to the first chapter’s questions: title, outline, interview', async () => {
  const page = await openPage();
  fireEvent.click(await screen.findByRole('button', { name: /Start a book/ }));
  fireEvent.change(await screen.findByRole('textbox', { name: 'Title' }), { target: { value: 'The Salt Road' } });
  fireEvent.click(screen.getByRole('button', { name: 'Start this book' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Use this outline and start answering' }));
  await waitFor(() => expect(page.asked).toContain('book.rememberWorkplace'));
  const [book] = (await page.get('library.list', null)).books;
  const bookId = book?.id ?? '';
  expect(book?.title).toBe('The Salt Road');
  const { nodes } = await page.get('outline.read', { bookId });
  const first = nodes.find((node) => node.kind === 'chapter');
  expect((await page.get('interview.read', { bookId, chapterId: first?.id ?? '' })).questions.length).toBeGreaterThan(
    2,
  );
  await waitFor(async () =>
    expect(await page.get('book.workplace', { bookId })).toMatchObject({ screen: 'interview', activeTab: first?.id }),
  );
});

test('a book goes to the trash by its Delete key and comes back by Undo', async () => {
  const page = await openPage(async (app) => {
    await app.get('library.create', { title: 'Northbound' });
  });
  fireEvent.keyDown(await card('Northbound'), { key: 'Delete' });
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect((await page.get('library.list', null)).books[0]?.trashedAt).toBeNull());
  expect(await card('Northbound')).toBeTruthy();
});

test('Ctrl+Z takes the last thing on the shelf back', async () => {
  const page = await openPage(async (app) => {
    await app.get('library.create', { title: 'Northbound' });
  });
  fireEvent.keyDown(await card('Northbound'), { key: 'Delete' });
  await screen.findByRole('button', { name: 'Undo' });
  fireEvent.keyDown(document.body, { key: 'z', code: 'KeyZ', ctrlKey: true });
  await waitFor(async () => expect((await page.get('library.list', null)).books[0]?.trashedAt).toBeNull());
});

test('the menu of a book archives it, and the archive shows it', async () => {
  await openPage(async (app) => {
    await app.get('library.create', { title: 'Northbound' });
  });
  fireEvent.contextMenu(within(await card('Northbound')).getByText('No words yet'));
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Archive' }));
  fireEvent.click(await screen.findByRole('radio', { name: 'Archived 1' }));
  expect(await screen.findByRole('grid', { name: 'Archived books' })).toBeTruthy();
});

test('a book is deleted for good only after a question whose safe answer has the focus', async () => {
  const page = await openPage(async (app) => {
    const { bookId } = await app.get('library.create', { title: 'Northbound' });
    await app.get('library.trash', { bookId });
  });
  fireEvent.click(await screen.findByRole('radio', { name: 'Trash 1' }));
  const row = await screen.findByRole('row', { name: /Northbound/ });
  fireEvent.contextMenu(within(row).getByText('No words yet'));
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Delete for good…' }));
  const dialog = await screen.findByRole('alertdialog', { name: 'Delete this book for good?' });
  await waitFor(() => expect(document.activeElement).toBe(within(dialog).getByRole('button', { name: 'Keep it' })));
  fireEvent.click(within(dialog).getByRole('button', { name: 'Delete for good' }));
  await waitFor(async () => expect((await page.get('library.list', null)).books).toEqual([]));
});

test('search narrows the shelf and says when nothing is left', async () => {
  await openPage(async (app) => {
    await app.get('library.create', { title: 'Northbound' });
    await app.get('library.create', { title: 'The Salt Road' });
  });
  const field = await screen.findByRole('searchbox', { name: 'Search your books' });
  fireEvent.change(field, { target: { value: 'salt' } });
  await waitFor(() => expect(screen.queryByRole('row', { name: /Northbound/ })).toBeNull());
  fireEvent.change(field, { target: { value: 'whale' } });
  fireEvent.click(await screen.findByRole('button', { name: 'Show them all' }));
  expect(await card('Northbound')).toBeTruthy();
});

test('the window saves and quits when the system closes it', async () => {
  const page = await openPage();
  await screen.findByRole('button', { name: /Start a book/ });
  act(() => page.publish('app.closing', null));
  await waitFor(() => expect(page.asked).toContain('app.quit'));
});

test('a manuscript held over the library is invited, and becomes a book when it is let go', async () => {
  const page = await openPage();
  await screen.findByRole('button', { name: /Bring a manuscript/ });
  const library = screen.getByRole('main', { name: 'Library' });
  const file = new File(['# One\n\nFirst words.\n'], 'River house.md');
  const dataTransfer = { types: ['Files'], files: [file], dropEffect: 'none' };
  fireEvent.dragOver(library, { dataTransfer });
  expect(screen.getByText('Let go to make a book of it')).toBeTruthy();
  fireEvent.dragLeave(library, { dataTransfer });
  expect(screen.queryByText('Let go to make a book of it')).toBeNull();
  fireEvent.drop(library, { dataTransfer });
  fireEvent.click(await screen.findByRole('button', { name: 'Make the book' }));
  expect(await screen.findByRole('heading', { name: 'Outline' })).toBeTruthy();
  expect((await page.get('library.list', null)).books[0]).toMatchObject({ title: 'River house', chapters: 1 });
});

test('a file that is no manuscript is refused with its name', async () => {
  const page = await openPage();
  await screen.findByRole('button', { name: /Bring a manuscript/ });
  const dataTransfer = { types: ['Files'], files: [new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff])], 'photo.png')], dropEffect: 'none' };
  fireEvent.drop(screen.getByRole('main', { name: 'Library' }), { dataTransfer });
  expect((await screen.findAllByText(/photo\.png/)).length).toBeGreaterThan(0);
  expect((await page.get('library.list', null)).books).toEqual([]);
});
