import { expect, test } from 'vitest';
import { blankNewBook, firstChapter, newBookReducer } from '../../../../src-renderer/features/library/new-book-view-model';
import type { OutlineNode } from '../../../../src-shared/domain/outline';

const proposal = { origin: 'template', label: 'Template', chapters: [] } as const;

test('a refused name keeps what was typed and takes the error away at the next edit', () => {
  const typed = newBookReducer(blankNewBook('Ada'), { type: 'edited', field: { title: 'Salt' } });
  const refused = newBookReducer(newBookReducer(typed, { type: 'started' }), { type: 'refused', error: { code: 'read-only' } });
  expect(refused).toMatchObject({ step: 'naming', title: 'Salt', author: 'Ada', isBusy: false, error: { code: 'read-only' } });
  expect(newBookReducer(refused, { type: 'edited', field: { title: 'Salt!' } }).error).toBeNull();
});

test('a made book goes on to its shape, where the form can no longer change', () => {
  const shaping = newBookReducer(blankNewBook(''), { type: 'made', bookId: 'b', proposal: { ...proposal, chapters: [] } });
  expect(shaping).toMatchObject({ step: 'shaping', bookId: 'b', isBusy: false });
  expect(newBookReducer(shaping, { type: 'edited', field: { title: 'x' } })).toBe(shaping);
});

test('the interview begins with the first true chapter', () => {
  const node = (id: string, kind: OutlineNode['kind']) => ({ id, kind }) as OutlineNode;
  expect(firstChapter({ nodes: [node('d', 'front'), node('p', 'part'), node('c', 'chapter')] })).toBe('c');
  expect(firstChapter({ nodes: [node('d', 'front')] })).toBeNull();
});
