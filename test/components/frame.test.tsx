// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openPage } from '../support/open-page';

const press = (
  key: string,
  code: string,
  held: { ctrlKey?: boolean; shiftKey?: boolean; altKey?: boolean } = { ctrlKey: true },
) => fireEvent.keyDown(document.activeElement ?? document.body, { key, code, ...held });

/** Opens the page on a book of two chapters. */
async function openBook() {
  const page = await openPage(async (app) => {
    const { bookId } = await app.get('library.create', { title: 'Northbound' });
    for (const title of ['The harbour', 'The ice']) {
      await app.get('outline.add', {
        bookId,
        kind: 'chapter',
        matter: null,
        parentId: null,
        beforeId: null,
        title,
        description: '',
      });
    }
  });
  fireEvent.click(await screen.findByRole('row', { name: /Northbound/ }));
  await screen.findByRole('treegrid', { name: 'Chapters' });
  const [book] = (await page.get('library.list', null)).books;
  return { ...page, bookId: book?.id ?? '' };
}

test('the palette finds a command by a few letters and runs it', async () => {
  await openPage();
  await screen.findByRole('button', { name: /Start a book/ });
  press('k', 'KeyK');
  const field = await screen.findByRole('combobox', { name: 'Find or do' });
  fireEvent.change(field, { target: { value: 'settin' } });
  fireEvent.click(await screen.findByRole('option', { name: /Settings/ }));
  expect(await screen.findByRole('heading', { name: 'Settings', level: 1 })).toBeTruthy();
});

test('the palette finds chapters and books too', async () => {
  const page = await openBook();
  press('k', 'KeyK');
  const field = await screen.findByRole('combobox', { name: 'Find or do' });
  fireEvent.change(field, { target: { value: 'the ice' } });
  fireEvent.click(await screen.findByRole('option', { name: /The ice/ }));
  const { nodes } = await page.get('outline.read', { bookId: page.bookId });
  const ice = nodes.find((node) => node.title === 'The ice');
  await waitFor(async () =>
    expect(await page.get('book.workplace', { bookId: page.bookId })).toMatchObject({
      screen: 'write',
      activeTab: ice?.id,
    }),
  );
});

test('rooms are reached by shortcut and marked as the present one', async () => {
  await openBook();
  press('2', 'Digit2', { altKey: true });
  await waitFor(() =>
    expect(screen.getByRole('button', { name: 'Outline' }).getAttribute('aria-current')).toBe('page'),
  );
});

test('a book opens where it was left', async () => {
  const page = await openBook();
  press('2', 'Digit2', { altKey: true });
  await waitFor(async () =>
    expect((await page.get('book.workplace', { bookId: page.bookId }))?.screen).toBe('outline'),
  );
  fireEvent.click(screen.getByRole('button', { name: 'Library' }));
  fireEvent.click(await screen.findByRole('row', { name: /Northbound/ }));
  await waitFor(() =>
    expect(screen.getByRole('button', { name: 'Outline' }).getAttribute('aria-current')).toBe('page'),
  );
});

test('the tree can be hidden, and stays hidden on this machine', async () => {
  await openBook();
  fireEvent.click(screen.getByRole('button', { name: 'Hide the outline' }));
  await waitFor(() => expect(screen.queryByRole('navigation', { name: 'Book' })).toBeNull());
  expect(localStorage.getItem('longhand.tree.open')).toBe('false');
});

test('a menu entry runs the command of its id', async () => {
  const page = await openPage();
  await screen.findByRole('button', { name: /Start a book/ });
  act(() => page.publish('command.chosen', { id: 'library.newBook' }));
  expect(await screen.findByRole('dialog', { name: 'Start a book' })).toBeTruthy();
});

test('a snapshot by hand says when', async () => {
  const page = await openBook();
  press('s', 'KeyS');
  expect(await screen.findAllByText(/^Saved \d\d:\d\d:\d\d, with a snapshot$/)).not.toEqual([]);
  expect(await page.get('snapshot.list', { bookId: page.bookId, chapterId: null })).not.toEqual([]);
});

test('every command has a line in the list of shortcuts', async () => {
  await openPage();
  await screen.findByRole('button', { name: /Start a book/ });
  press('/', 'Slash');
  const sheet = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
  expect(within(sheet).getByText('Complete Answer and Go On')).toBeTruthy();
  expect(within(sheet).getByText('Ctrl+Shift+F12')).toBeTruthy();
});

test('a theme takes effect at once and is kept', async () => {
  const page = await openPage();
  await screen.findByRole('button', { name: /Start a book/ });
  press(',', 'Comma');
  fireEvent.click(await screen.findByRole('radio', { name: 'Sepia' }));
  await waitFor(() => expect(document.documentElement.dataset['theme']).toBe('sepia'));
  expect((await page.get('settings.read', null)).theme).toBe('sepia');
});

test('diagnostics list every operation with its budget', async () => {
  await openPage();
  await screen.findByRole('button', { name: /Start a book/ });
  press('F12', 'F12', { ctrlKey: true, shiftKey: true });
  const table = await screen.findByRole('table', { name: /How long things take/ });
  expect(within(table).getAllByRole('row').length).toBeGreaterThan(7);
});

test('a problem is counted in the status line, told in Activity, and goes when dismissed', async () => {
  const page = await openPage();
  await screen.findByRole('button', { name: /Start a book/ });
  const problem = {
    id: 'p',
    at: new Date().toISOString(),
    severity: 'warning',
    message: 'The settings were unreadable and were kept.',
    count: 1,
  };
  act(() => page.publish('app.problemsChanged', [problem]));
  fireEvent.click(await screen.findByRole('button', { name: '1 problem' }));
  fireEvent.click(await screen.findByRole('tab', { name: /Problems/ }));
  expect(await screen.findByText(problem.message)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
  await waitFor(() => expect(page.asked).toContain('app.dismissProblem'));
});
