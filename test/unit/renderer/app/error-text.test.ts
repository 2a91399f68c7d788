import { expect, test } from 'vitest';
import { errorText } from '../../../../src-renderer/app/error-text';
import type { AppError } from '../../../../src-shared/result';

const failures: readonly AppError[] = [
  { code: 'not-found', what: 'chapter', id: 'x' },
  { code: 'not-found', what: 'passage', id: 'x' },
  { code: 'ai-elsewhere' },
  { code: 'invalid-input', issues: [] },
  { code: 'library-in-use', folder: '/f', pid: 1 },
  { code: 'library-newer', file: 'f', found: 2, supported: 1 },
  { code: 'library-foreign', folder: '/f' },
  { code: 'library-damaged', file: 'book.json', reason: 'r' },
  { code: 'folder-unusable', folder: '/f', reason: 'missing' },
  { code: 'read-only' },
  { code: 'disk-full', file: 'f' },
  { code: 'disk-failed', file: 'f', reason: 'r' },
  { code: 'illegal-status', nodeId: 'n', from: 'draft', to: 'published' },
  { code: 'illegal-move', reason: 'cycle' },
  { code: 'illegal-move', reason: 'kind' },
  { code: 'limit-reached', limit: 'questions-per-chapter', max: 20 },
  { code: 'limit-reached', limit: 'rewrites-per-question', max: 5 },
  { code: 'limit-reached', limit: 'paste-characters', max: 5_000_000 },
  { code: 'limit-reached', limit: 'title-characters', max: 200 },
  { code: 'limit-reached', limit: 'image-bytes', max: 20_971_520 },
  { code: 'duplicate-question', existing: 'Where did it begin?' },
  { code: 'pack-exhausted', added: 2 },
  { code: 'too-few-answers', answered: 1, needed: 3 },
  { code: 'nothing-to-undo' },
  { code: 'unsupported-image', reason: 'too-small' },
  { code: 'unreadable-file', file: 'a.md', reason: 'r' },
  { code: 'cancelled' },
  { code: 'internal', message: 'm' },
];

test('each failure says what happened and what to do, without its code', () => {
  for (const error of failures) {
    const { what, next } = errorText(error);
    expect(what, error.code).toMatch(/^[\p{L}/].{8,}[.”]$/u);
    expect(next, error.code).toMatch(/^[\p{L}/].{8,}[.”]$/u);
    expect(`${what} ${next}`).not.toContain(error.code.includes('-') ? error.code : '\0');
    expect(`${what} ${next}`).not.toMatch(/!|undefined|\bAI\b/);
  }
});

test('a limit is named with its number', () => {
  expect(errorText({ code: 'limit-reached', limit: 'image-bytes', max: 20_971_520 }).what).toContain('20 MB');
  expect(errorText({ code: 'too-few-answers', answered: 1, needed: 3 }).what).toContain('3');
});
