import { afterEach, expect, test } from 'vitest';
import { startApp, type TestApp } from '../../../support/start-app';

let app: TestApp;
afterEach(() => app.stop());

test('each part of the workplace is noted without undoing the others, also at the same time', async () => {
  app = await startApp();
  const { bookId } = await app.get('library.create', { title: 'Desk' });
  expect(await app.get('book.workplace', { bookId })).toBeNull();
  await Promise.all([
    app.get('book.rememberWorkplace', { bookId, part: { screen: 'write', activeTab: 'b' } }),
    app.get('book.rememberWorkplace', { bookId, part: { tabs: ['a', 'b'], places: { a: { cursor: 1, scrollPx: 2 } } } }),
    app.get('book.rememberWorkplace', { bookId, part: { places: { b: { cursor: 3, scrollPx: 4 } } } }),
  ]);
  expect(await app.get('book.workplace', { bookId })).toEqual({
    screen: 'write',
    tabs: ['a', 'b'],
    activeTab: 'b',
    places: { a: { cursor: 1, scrollPx: 2 }, b: { cursor: 3, scrollPx: 4 } },
  });
});
