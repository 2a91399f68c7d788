// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { commented, deleted, inserted, makeDocx, para, run } from '../support/make-docx';
import { openPage } from '../support/open-page';

const heading = (text: string, level = 1): string => para(run(text), `berschrift${level}`);
const docx = (): Uint8Array =>
  makeDocx({
    body: [
      heading('Harbour'), para(run('First words here.')), heading('The nets', 2), para(run('Nets and ropes.')),
      heading('House'), para(commented(0, run('Second words.'))), heading('Storm'), para(run('We rowed ') + deleted('Olga', 'slowly') + inserted('Olga', 'fast') + run('.')),
      heading('Notes to self'), para(run('Throw away.')),
    ].join(''),
    comments: [{ by: 'Ines', text: 'Which one?' }],
  });

async function drop(file: File): Promise<Awaited<ReturnType<typeof openPage>>> {
  const page = await openPage();
  await screen.findByRole('button', { name: /Bring a manuscript/ });
  fireEvent.drop(screen.getByRole('main', { name: 'Library' }), { dataTransfer: { types: ['Files'], files: [file], dropEffect: 'none' } });
  return page;
}

test('a manuscript is looked at, cut by hand, and becomes a book in one step that can be taken back', async () => {
  const page = await drop(new File([docx() as BlobPart], 'Salt.docx'));
  const dialog = await screen.findByRole('dialog', { name: 'What “Salt.docx” becomes' });
  const inside = within(dialog);
  expect(inside.getByRole('status').textContent).toBe('4 chapters, 13 words');
  expect(dialog.textContent).toContain('2 suggestions and remarks of reviewers will wait beside the text.');
  expect((await page.get('library.list', null)).books).toEqual([]);
  fireEvent.click(inside.getByRole('button', { name: '1 heading inside' }));
  fireEvent.click(inside.getByRole('button', { name: 'Begin a chapter at “The nets”' }));
  fireEvent.click(inside.getByRole('button', { name: 'Join “House” to the chapter before' }));
  fireEvent.click(inside.getByRole('button', { name: 'Leave out “Notes to self”' }));
  fireEvent.click(inside.getByRole('button', { name: 'Rename “Storm”' }));
  const name = inside.getByRole('textbox', { name: 'Title of the chapter' });
  fireEvent.change(name, { target: { value: 'The Storm' } });
  fireEvent.keyDown(name, { key: 'Enter' });
  expect(inside.getByRole('status').textContent).toBe('3 chapters, 11 words, 1 left out');
  fireEvent.change(inside.getByRole('textbox', { name: 'Title of the book' }), { target: { value: 'Salt and Rope' } });
  fireEvent.click(inside.getByRole('button', { name: 'Make the book' }));
  expect(await screen.findByRole('heading', { name: 'Outline' })).toBeTruthy();
  const [book] = (await page.get('library.list', null)).books;
  expect(book).toMatchObject({ title: 'Salt and Rope', chapters: 3 });
  const { nodes } = await page.get('outline.read', { bookId: book?.id ?? '' });
  expect(nodes.map(({ title }) => title)).toEqual(['Harbour', 'The nets', 'The Storm']);
  const toast = screen.getByRole('alertdialog');
  fireEvent.click(within(toast).getByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect((await page.get('library.list', null)).books[0]?.trashedAt).not.toBeNull());
});

test('what is left out can be taken in again', async () => {
  await drop(new File([docx() as BlobPart], 'Salt.docx'));
  const inside = within(await screen.findByRole('dialog', { name: 'What “Salt.docx” becomes' }));
  fireEvent.click(inside.getByRole('button', { name: 'Leave out “Harbour”' }));
  expect(inside.getByRole('status').textContent).toBe('3 chapters, 7 words, 1 left out');
  fireEvent.click(inside.getByRole('button', { name: 'Take in “Harbour”' }));
  expect(inside.getByRole('status').textContent).toBe('4 chapters, 13 words');
});

test('a file that is no manuscript is refused with its name, and nothing is made of it', async () => {
  const page = await drop(new File([new Uint8Array([0x50, 0x4b, 3, 4, 5])], 'broken.docx'));
  const dialog = await screen.findByRole('dialog', { name: 'This cannot become a book' });
  expect(dialog.textContent).toContain('“broken.docx” is damaged.');
  fireEvent.click(within(dialog).getAllByRole('button', { name: 'Close' })[0] ?? dialog);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect((await page.get('library.list', null)).books).toEqual([]);
});
