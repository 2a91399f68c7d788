import { expect, test } from 'vitest';
import { errorLine } from '../../../../src-main/cli/error-line';
import type { AppError } from '../../../../src-shared/result';

/** What is between the author and a model has no place on the command line. */
type ErrorCode = Exclude<AppError['code'], `ai-${string}`>;

/** One of each; adding a code breaks this table until it is in it. */
const examples: { readonly [C in ErrorCode]: { readonly error: Extract<AppError, { code: C }>; readonly says: string } } = {
  'not-found': { error: { code: 'not-found', what: 'book', id: 'b1' }, says: 'There is no book “b1”.' },
  'invalid-input': { error: { code: 'invalid-input', issues: ['title: too long', 'genre: unknown'] }, says: 'title: too long; genre: unknown' },
  'library-in-use': { error: { code: 'library-in-use', folder: 'Books', pid: 7 }, says: 'process 7' },
  'library-newer': { error: { code: 'library-newer', file: 'library.json', found: 3, supported: 1 }, says: 'left untouched' },
  'library-foreign': { error: { code: 'library-foreign', folder: 'Other' }, says: 'Other is not a copy of this library' },
  'library-damaged': { error: { code: 'library-damaged', file: 'text/t1', reason: 'damaged' }, says: 'text/t1 is damaged' },
  'folder-unusable': { error: { code: 'folder-unusable', folder: 'Books', reason: 'not-a-folder' }, says: 'Books is not a folder.' },
  'read-only': { error: { code: 'read-only' }, says: 'can be read but not changed' },
  'disk-full': { error: { code: 'disk-full', file: 'a.log' }, says: 'What was saved before is safe' },
  'disk-failed': { error: { code: 'disk-failed', file: 'a.log', reason: 'EIO' }, says: 'EIO' },
  'illegal-status': { error: { code: 'illegal-status', nodeId: 'n', from: 'draft', to: 'published' }, says: 'from “draft” to “published”' },
  'illegal-move': { error: { code: 'illegal-move', reason: 'cycle' }, says: 'inside itself' },
  'limit-reached': { error: { code: 'limit-reached', limit: 'questions-per-chapter', max: 20 }, says: '20' },
  'duplicate-question': { error: { code: 'duplicate-question', existing: 'Who was she?' }, says: '“Who was she?”' },
  'pack-exhausted': { error: { code: 'pack-exhausted', added: 2 }, says: 'had 2 more' },
  'too-few-answers': { error: { code: 'too-few-answers', answered: 1, needed: 3 }, says: 'needs 3 answers, and this chapter has 1' },
  'nothing-to-undo': { error: { code: 'nothing-to-undo' }, says: 'nothing to undo' },
  'unsupported-image': { error: { code: 'unsupported-image', reason: 'not-an-image' }, says: 'picture' },
  'unreadable-file': { error: { code: 'unreadable-file', file: 'a.md', reason: 'it is not a file' }, says: 'a.md cannot be read: it is not a file.' },
  'manuscript-refused': { error: { code: 'manuscript-refused', file: 'a.docx', reason: 'bomb' }, says: 'a.docx was not taken in: it would swell' },
  cancelled: { error: { code: 'cancelled' }, says: 'Nothing was changed' },
  internal: { error: { code: 'internal', message: 'A sentence of its own.' }, says: 'A sentence of its own.' },
};

test.each(Object.values(examples))('$error.code is one plain sentence', ({ error, says }) => {
  const line = errorLine(error);
  expect(line).toContain(says);
  expect(line).not.toMatch(/\n|undefined/);
  expect(line).toMatch(/[.”]$/);
});

test('a failure of models sends the author to the application', () => {
  expect(errorLine({ code: 'ai-off' })).toContain('Use the application');
});

test('the other reasons have words of their own', () => {
  expect(errorLine({ code: 'illegal-move', reason: 'kind' })).not.toBe(errorLine({ code: 'illegal-move', reason: 'cycle' }));
  const reasons = (['missing', 'not-a-folder', 'read-only'] as const).map((reason) => errorLine({ code: 'folder-unusable', folder: 'F', reason }));
  expect(new Set(reasons).size).toBe(3);
});
