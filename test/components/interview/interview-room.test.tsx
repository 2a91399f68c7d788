// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Question } from '../../../src-shared/domain/interview';
import { openPage } from '../../support/open-page';

/** Opens the interview of a memoir's only chapter, with this many questions, the first of them answered. */
async function openInterview(count: number, answers: readonly string[] = []) {
  const page = await openPage(async (app) => {
    const { bookId } = await app.get('library.create', { title: 'The Lamp', genre: 'memoir' });
    const chapter = { bookId, kind: 'chapter', matter: null, parentId: null, beforeId: null } as const;
    const { nodeId } = await app.get('outline.add', { ...chapter, title: 'The Lamp Room', description: '' });
    if (count === 0) return;
    const { questions } = await app.get('interview.generate', { bookId, chapterId: nodeId, count });
    for (const [index, text] of answers.entries()) {
      const questionId = questions[index]?.id ?? '';
      await app.get('answer.save', { bookId, questionId, text, state: 'complete', source: 'typed' });
    }
  });
  fireEvent.click(await screen.findByRole('row', { name: /The Lamp/ }));
  const [book] = (await page.get('library.list', null)).books;
  const bookId = book?.id ?? '';
  await screen.findByRole('heading', { level: 1, name: 'Brief' });
  fireEvent.keyDown(document.body, { key: '3', code: 'Digit3', altKey: true });
  await screen.findByRole('heading', { level: 1, name: 'Interview' });
  const { nodes } = await page.get('outline.read', { bookId });
  const chapterId = nodes[0]?.id ?? '';
  const questions = async (): Promise<Question[]> =>
    (await page.get('interview.read', { bookId, chapterId })).questions;
  return { ...page, bookId, chapterId, questions };
}

const told = [
  'I was six when I climbed to the lamp room.',
  'My mother baked on Thursdays.',
  'The boat came every second Tuesday.',
];
const field = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Your answer' });
const press = (key: string, more: object = {}) => fireEvent.keyDown(document.body, { key, ...more });

test('a chapter without questions asks how many, and then asks the first', async () => {
  const page = await openInterview(0);
  fireEvent.click(await screen.findByRole('button', { name: 'Ask me 10 questions' }));
  expect(await screen.findByRole('article', { name: 'Question 1 of 10' })).toBeTruthy();
  expect(await page.questions()).toHaveLength(10);
});

test('an answer saves itself, and Ctrl+Shift+Enter completes it and goes on', async () => {
  const page = await openInterview(3);
  const [first, second] = await page.questions();
  expect(await screen.findByRole('heading', { name: first?.text ?? '' })).toBeTruthy();
  fireEvent.change(await field(), { target: { value: 'The stairs rang like bells.' } });
  expect(screen.getByText(/^5 words, /)).toBeTruthy();
  await waitFor(async () => expect((await page.questions())[0]?.answer.state).toBe('draft'));
  press('Enter', { ctrlKey: true, shiftKey: true });
  expect(await screen.findByRole('heading', { name: second?.text ?? '' })).toBeTruthy();
  expect((await page.questions())[0]?.answer).toMatchObject({ text: 'The stairs rang like bells.', state: 'complete' });
});

test('leaving a question saves what was typed a moment ago, and nothing crosses to the next', async () => {
  const page = await openInterview(3);
  fireEvent.change(await field(), { target: { value: 'Half a thought' } });
  press('ArrowDown', { altKey: true });
  await screen.findByRole('article', { name: 'Question 2 of 3' });
  expect((await field()).value).toBe('');
  await waitFor(async () =>
    expect((await page.questions()).map((one) => one.answer.text)).toEqual(['Half a thought', '', '']),
  );
});

test('an answer that is one paste is known as pasted', async () => {
  const page = await openInterview(3);
  const area = await field();
  const clipboardData = { getData: () => 'From my diary.' };
  fireEvent.paste(area, { clipboardData });
  fireEvent.change(area, { target: { value: 'From my diary.' } });
  fireEvent.blur(area);
  await waitFor(async () => expect((await page.questions())[0]?.answer.source).toBe('pasted'));
  fireEvent.change(area, { target: { value: 'From my diary, mostly.' } });
  fireEvent.blur(area);
  await waitFor(async () => expect((await page.questions())[0]?.answer.source).toBe('typed'));
});

test('skipping goes on; the question stays and can be asked after all', async () => {
  const page = await openInterview(3);
  fireEvent.click(await screen.findByRole('button', { name: 'Skip' }));
  await screen.findByRole('article', { name: 'Question 2 of 3' });
  expect((await page.questions())[0]?.skipped).toBe(true);
  press('ArrowUp', { altKey: true });
  fireEvent.click(await screen.findByRole('button', { name: 'Ask it after all' }));
  await waitFor(async () => expect((await page.questions())[0]?.skipped).toBe(false));
});

test('a question that the book asks already is named beside the field, and not added', async () => {
  const page = await openInterview(3);
  const [first] = await page.questions();
  press('q', { code: 'KeyQ', ctrlKey: true, shiftKey: true });
  const own = await screen.findByRole('textbox', { name: 'What should be asked' });
  fireEvent.change(own, { target: { value: first?.text ?? '' } });
  fireEvent.click(screen.getByRole('button', { name: 'Add question' }));
  expect(await screen.findByText(/already asks nearly the same/, { selector: '.ui-field-error' })).toBeTruthy();
  fireEvent.change(own, { target: { value: 'Who else kept watch on the harbour wall that night?' } });
  fireEvent.click(screen.getByRole('button', { name: 'Add question' }));
  await screen.findByRole('article', { name: 'Question 4 of 4' });
  expect((await page.questions()).at(-1)?.origin).toBe('author');
});

test('asking differently keeps the earlier wording in sight', async () => {
  const page = await openInterview(3);
  const [first] = await page.questions();
  fireEvent.click(await screen.findByRole('button', { name: 'Ask it differently' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Earlier wordings (1)' }));
  expect((await screen.findAllByText(first?.text ?? '')).length).toBeGreaterThan(0);
  expect((await page.questions())[0]?.text).not.toBe(first?.text);
});

test('one click of feedback acts and says what it did', async () => {
  const page = await openInterview(3);
  const group = await screen.findByRole('group', { name: 'Your view of this question' });
  fireEvent.click(within(group).getByRole('button', { name: 'Great' }));
  const message = await screen.findByRole('alertdialog');
  expect(within(message).getByRole('button', { name: 'Undo' })).toBeTruthy();
  expect((await page.questions()).some((one) => one.feedback === 'great')).toBe(true);
});

test('Alt and an arrow in the list move the question itself', async () => {
  const page = await openInterview(3);
  const before = (await page.questions()).map((one) => one.id);
  const list = await screen.findByRole('grid', { name: 'Questions of this chapter' });
  const [row] = within(list).getAllByRole('row');
  act(() => row?.focus());
  fireEvent.keyDown(row as HTMLElement, { key: 'ArrowDown', altKey: true });
  await waitFor(async () =>
    expect((await page.questions()).map((one) => one.id)).toEqual([before[1], before[0], before[2]]),
  );
});

test('a trashed question comes back with its answer', async () => {
  const page = await openInterview(3, [told[0] ?? '']);
  const list = await screen.findByRole('grid', { name: 'Questions of this chapter' });
  fireEvent.click(within(list).getAllByRole('button', { name: 'Move to trash' })[0] as HTMLElement);
  await waitFor(async () => expect(await page.questions()).toHaveLength(2));
  fireEvent.click(screen.getByRole('tab', { name: 'Trash' }));
  fireEvent.click(await screen.findByRole('button', { name: /^Restore:/ }));
  await waitFor(async () => expect((await page.questions()).map((one) => one.answer.text)).toContain(told[0]));
});

test('habits wait for answers enough and say so', async () => {
  await openInterview(3, told.slice(0, 2));
  fireEvent.click(await screen.findByRole('tab', { name: 'Habits' }));
  expect(await screen.findByText(/Not enough yet \(2 of 5\)/)).toBeTruthy();
});

test('below three answers the draft says how many are missing', async () => {
  await openInterview(3, told.slice(0, 1));
  fireEvent.click(await screen.findByRole('button', { name: 'Draft from answers' }));
  expect(await screen.findByText('2 more answers and this chapter can be drafted from your words.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Draft from answers' })).toBeNull();
});

test('a draft shows the answer behind each sentence, and the sentences of each answer', async () => {
  const page = await openInterview(3, told);
  fireEvent.click(await screen.findByRole('button', { name: 'Draft from answers' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Draft from answers' }));
  expect(await screen.findByText('From your answers. Nothing was added.')).toBeTruthy();
  const sentence = screen.getByRole('button', { name: told[1] ?? '' });
  fireEvent.focus(sentence);
  expect((await screen.findByText(told[1] ?? '', { selector: 'mark' })).closest('blockquote')?.textContent).toBe(
    told[1],
  );
  const questions = await page.questions();
  fireEvent.click(screen.getByRole('button', { name: questions[2]?.text ?? '' }));
  expect(screen.getByRole('button', { name: told[2] ?? '' }).dataset['marked']).toBe('true');
  expect(sentence.dataset['marked']).toBeUndefined();
});

test('two drafts stand side by side, and one can be discarded', async () => {
  const page = await openInterview(3, told);
  await page.get('draft.create', { bookId: page.bookId, chapterId: page.chapterId, style: 'tidied' });
  await page.get('draft.create', { bookId: page.bookId, chapterId: page.chapterId, style: 'as-spoken' });
  fireEvent.click(await screen.findByRole('button', { name: 'Draft from answers' }));
  fireEvent.click(await screen.findByRole('button', { name: /Beside it/ }));
  const options = await screen.findAllByRole('option');
  fireEvent.click(options[1] as HTMLElement);
  expect(await screen.findAllByText('Every sentence is in both.')).toHaveLength(2);
  fireEvent.click(screen.getByRole('button', { name: 'Discard this draft' }));
  const drafts = async () => page.get('draft.list', { bookId: page.bookId, chapterId: page.chapterId });
  await waitFor(async () => expect(await drafts()).toHaveLength(1));
});

test('a right click moves a question, and Delete puts it away', async () => {
  const page = await openInterview(3);
  const [first, second] = await page.questions();
  const list = await screen.findByRole('grid', { name: 'Questions of this chapter' });
  const line = (question: Question | undefined) => within(list).findByText(question?.text ?? '');
  fireEvent.contextMenu(await line(second));
  fireEvent.click(await screen.findByRole('menuitem', { name: /^Move up/ }));
  await waitFor(async () => expect((await page.questions())[0]?.id).toBe(second?.id));
  fireEvent.keyDown(await line(first), { key: 'Delete' });
  await waitFor(async () => expect((await page.questions()).some(({ id }) => id === first?.id)).toBe(false));
});

test('with nothing left to ask, going on says so and offers the draft', async () => {
  await openInterview(3, told);
  press('N', { code: 'KeyN', ctrlKey: true, shiftKey: true });
  const messages = await screen.findByRole('region', { name: 'Messages' });
  expect(await within(messages).findByText('Every question here is answered or skipped.')).toBeTruthy();
  fireEvent.click(within(messages).getByRole('button', { name: 'Draft from answers' }));
  expect(await screen.findByRole('heading', { name: /^Draft of/ })).toBeTruthy();
});
