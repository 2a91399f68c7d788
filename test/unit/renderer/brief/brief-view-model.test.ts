import { expect, test } from 'vitest';
import { clarificationProgress, savablePatch, titleProblem } from '../../../../src-renderer/features/brief/brief-view-model';
import { languageOptions } from '../../../../src-renderer/features/brief/languages';
import type { Clarification } from '../../../../src-shared/domain/brief';

const question = (id: string, state: Clarification['state']): Clarification => ({ id, question: id, why: '', answer: '', state, earlier: [] });

test('a blank title is told of and not saved, while the other fields are', () => {
  expect(titleProblem('  ')).toContain('needs a title');
  expect(titleProblem('x'.repeat(201))).toContain('200');
  expect(titleProblem('Salt')).toBeUndefined();
  expect(savablePatch({ title: ' ', author: 'Ada' })).toEqual({ author: 'Ada' });
  expect(savablePatch({ title: 'Salt' })).toEqual({ title: 'Salt' });
});

test('questions come one at a time, the first open one first', () => {
  const all = [question('a', 'answered'), question('b', 'open'), question('c', 'open')];
  expect(clarificationProgress(all, null)).toMatchObject({ current: { id: 'b' }, done: 1, total: 3, canAskMore: false });
  expect(clarificationProgress(all, 'a').current?.id).toBe('a');
});

test('more can be asked for until there were six', () => {
  const done = ['a', 'b', 'c', 'd'].map((id) => question(id, 'skipped'));
  expect(clarificationProgress(done, null).canAskMore).toBe(true);
  expect(clarificationProgress([...done, question('e', 'answered'), question('f', 'answered')], null).canAskMore).toBe(false);
});

test('a language the list does not know is kept in it', () => {
  expect(languageOptions('x-klingon').some((one) => one.id === 'x-klingon')).toBe(true);
  expect(languageOptions('en').filter((one) => one.id === 'en')).toHaveLength(1);
});
