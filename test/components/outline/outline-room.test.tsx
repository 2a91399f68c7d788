// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openPage } from '../../support/open-page';
import type { TestApp } from '../../support/start-app';

/** Opens the outline of a book with these chapters. */
async function openOutline(titles: readonly string[], prepare?: (app: TestApp, bookId: string) => Promise<void>) {
  const page = await openPage(async (app) => {
    const { bookId } = await app.get('library.create', { title: 'The Lamp', genre: 'memoir' });
    for (const title of titles) {
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
    await prepare?.(app, bookId);
  });
  fireEvent.click(await screen.findByRole('row', { name: /The Lamp/ }));
  const [book] = (await page.get('library.list', null)).books;
  const bookId = book?.id ?? '';
  await screen.findByRole('heading', { level: 1, name: 'Brief' });
  fireEvent.keyDown(document.body, { key: '2', code: 'Digit2', altKey: true });
  await screen.findByRole('heading', { level: 1, name: 'Outline' });
  const stored = async () => (await page.get('outline.read', { bookId })).nodes;
  return { ...page, bookId, stored, titles: async () => (await stored()).map((node) => node.title) };
}

const tree = () => screen.findByRole('treegrid', { name: 'Outline' });
const row = async (name: RegExp) => within(await tree()).findByRole('row', { name });

/** Chooses a line as a click does. */
async function choose(name: RegExp, more: { ctrlKey?: boolean } = {}) {
  const line = await row(name);
  act(() => line.focus());
  fireEvent.pointerDown(line, { pointerType: 'mouse', button: 0, ...more });
  fireEvent.pointerUp(line, { pointerType: 'mouse', button: 0, ...more });
  fireEvent.click(line, { detail: 1, ...more });
  await waitFor(() => expect(line.getAttribute('aria-selected')).toBe('true'));
  return line;
}

test('an empty outline invites; a proposal is shown, named a template, and taken', async () => {
  const page = await openOutline([]);
  fireEvent.click(await screen.findByRole('button', { name: 'Propose an outline' }));
  await screen.findByRole('heading', { name: 'Proposed outline' });
  expect(screen.getByText(/template/i)).toBeTruthy();
  expect(await page.stored()).toEqual([]);
  fireEvent.change(screen.getByRole('textbox', { name: 'Title of chapter 1' }), {
    target: { value: 'The First Night' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Use this outline' }));
  await row(/1\. The First Night/);
  expect(await page.titles()).toContain('The First Night');
});

test('replacing says which chapters go to Unplaced, and their text is kept', async () => {
  const page = await openOutline(['An Old Beginning', 'A Middle']);
  fireEvent.click(screen.getByRole('button', { name: 'Propose' }));
  await screen.findByRole('heading', { name: 'Your outline now' });
  fireEvent.click(screen.getByRole('button', { name: 'Choose none' }));
  fireEvent.click(screen.getByRole('checkbox', { name: /^Take chapter 2,/ }));
  fireEvent.click(screen.getByRole('radio', { name: 'Replace mine' }));
  expect(screen.getAllByText('Goes to Unplaced').length).toBeGreaterThan(0);
  expect(screen.getByText(/No text is lost/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: /^Replace with/ }));
  await row(/Unplaced/);
  const nodes = await page.stored();
  expect(nodes.filter((node) => node.parentId === 'unplaced').map((node) => node.title)).toContain('An Old Beginning');
});

test('F2 renames in place and Escape leaves the title alone', async () => {
  const page = await openOutline(['Fog', 'Ice']);
  const line = await choose(/1\. Fog/);
  fireEvent.keyDown(line, { key: 'F2' });
  const field = await screen.findByRole('textbox', { name: 'Title of Fog' });
  fireEvent.change(field, { target: { value: 'What the Fog Took' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  const renamed = await row(/1\. What the Fog Took/);
  fireEvent.keyDown(renamed, { key: 'F2' });
  const again = await screen.findByRole('textbox', { name: 'Title of What the Fog Took' });
  fireEvent.change(again, { target: { value: 'No' } });
  fireEvent.keyDown(again, { key: 'Escape' });
  await waitFor(async () => expect(await page.titles()).toEqual(['What the Fog Took', 'Ice']));
});

test('Alt and an arrow move a chapter; the message takes it back', async () => {
  const page = await openOutline(['One', 'Two', 'Three']);
  const line = await choose(/1\. One/);
  fireEvent.keyDown(line, { key: 'ArrowDown', altKey: true });
  await row(/2\. One/);
  expect(await page.titles()).toEqual(['Two', 'One', 'Three']);
  const message = await screen.findByRole('alertdialog', { name: 'Moved “One”.' });
  fireEvent.click(within(message).getByRole('button', { name: 'Undo' }));
  await row(/1\. One/);
  expect(await page.titles()).toEqual(['One', 'Two', 'Three']);
});

test('a new chapter comes after the chosen one and is chosen', async () => {
  const page = await openOutline(['One', 'Two']);
  const line = await choose(/1\. One/);
  fireEvent.keyDown(line, { key: 'Enter', ctrlKey: true });
  const added = await row(/2\. New chapter/);
  await waitFor(() => expect(added.getAttribute('aria-selected')).toBe('true'));
  expect(await page.titles()).toEqual(['One', 'New chapter', 'Two']);
});

test('front and back matter are chosen by name, each once', async () => {
  const page = await openOutline(['One']);
  const ask = async () => {
    fireEvent.click(screen.getByRole('button', { name: 'Add' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: /Front or back matter/ }));
    return screen.findByRole('button', { name: 'Dedication' });
  };
  fireEvent.click(await ask());
  await row(/Dedication/);
  expect((await page.stored())[0]).toMatchObject({ kind: 'front', matter: 'dedication' });
  expect((await ask()).hasAttribute('disabled')).toBe(true);
});

test('Delete moves to the trash, from where it comes back', async () => {
  const page = await openOutline(['One', 'Two']);
  const line = await choose(/2\. Two/);
  fireEvent.keyDown(line, { key: 'Delete' });
  await waitFor(async () => expect(await page.titles()).toEqual(['One']));
  fireEvent.click(screen.getByRole('button', { name: 'Trash' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Restore Two' }));
  await screen.findByRole('heading', { name: 'The trash is empty' });
  expect(await page.titles()).toEqual(['One', 'Two']);
});

test('several chapters change status together and each answers for itself', async () => {
  const page = await openOutline(['One', 'Two'], async (app, bookId) => {
    const { nodes } = await app.get('outline.read', { bookId });
    await app.get('outline.setStatus', { bookId, nodeIds: [nodes[0]?.id ?? ''], status: 'completed' });
  });
  await choose(/1\. One/);
  await choose(/2\. Two/, { ctrlKey: true });
  const group = await screen.findByRole('group', { name: 'Set the status of all' });
  fireEvent.click(within(group).getByRole('button', { name: 'Published' }));
  expect(await screen.findByText('“Two” is “Draft”, which can become In progress or Completed.')).toBeTruthy();
  expect((await page.stored()).map((node) => node.status)).toEqual(['published', 'draft']);
});

test('several lines go to the trash together, and the message brings all of them back', async () => {
  const page = await openOutline(['One', 'Two', 'Three']);
  await choose(/1\. One/);
  const line = await choose(/3\. Three/, { ctrlKey: true });
  fireEvent.keyDown(line, { key: 'Delete' });
  const message = await screen.findByRole('alertdialog', { name: '2 lines are in the trash.' });
  expect(await page.titles()).toEqual(['Two']);
  fireEvent.click(within(message).getByRole('button', { name: 'Undo' }));
  await row(/3\. Three/);
  expect(await page.titles()).toEqual(['One', 'Two', 'Three']);
});

test('a status menu offers only the next steps', async () => {
  const page = await openOutline(['One']);
  fireEvent.click(within(await row(/1\. One/)).getByRole('button', { name: 'Status: Draft' }));
  const items = await screen.findAllByRole('menuitem');
  expect(items.map((item) => item.textContent)).toEqual(['In progress', 'Completed']);
  fireEvent.click(items[0] as HTMLElement);
  await row(/1\. One, in progress/);
  expect((await page.stored())[0]?.status).toBe('in-progress');
});

test('the description of the chosen line saves itself', async () => {
  const page = await openOutline(['One']);
  await choose(/1\. One/);
  const field = await screen.findByRole('textbox', { name: 'Description' });
  fireEvent.change(field, { target: { value: 'How the light was kept.' } });
  fireEvent.blur(field);
  await waitFor(async () => expect((await page.stored())[0]?.description).toBe('How the light was kept.'));
});

test('a right click chooses a line and offers what can be done with it', async () => {
  const page = await openOutline(['One', 'Two']);
  fireEvent.contextMenu(await row(/2\. Two/));
  const menu = await screen.findByRole('menu', { name: 'Actions for Two' });
  fireEvent.click(within(menu).getByRole('menuitem', { name: /^Move up/ }));
  await waitFor(async () => expect(await page.titles()).toEqual(['Two', 'One']));
});

test('many lines thrown away come back by one Undo', async () => {
  const page = await openOutline(['One', 'Two', 'Three']);
  await choose(/1\. One/);
  await choose(/2\. Two/, { ctrlKey: true });
  fireEvent.keyDown(await row(/2\. Two/), { key: 'Delete' });
  const messages = await screen.findByRole('region', { name: 'Messages' });
  await within(messages).findByText('2 lines are in the trash.');
  expect(await page.titles()).toEqual(['Three']);
  await waitFor(async () => expect((await row(/Three/)).getAttribute('aria-selected')).toBe('true'));
  fireEvent.click(within(messages).getByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect(await page.titles()).toEqual(['One', 'Two', 'Three']));
});

test('Escape leaves the proposal and the trash', async () => {
  await openOutline(['One']);
  fireEvent.click(screen.getByRole('button', { name: 'Propose' }));
  await screen.findByRole('heading', { name: 'Proposed outline' });
  fireEvent.keyDown(document.body, { key: 'Escape' });
  fireEvent.click(await screen.findByRole('button', { name: 'Trash' }));
  await screen.findByText('The trash is empty');
  fireEvent.keyDown(document.body, { key: 'Escape' });
  await tree();
});
