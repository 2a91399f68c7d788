import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, searchLines } from '../../../../src-main/writing/search';

const find = async (lines: readonly string[], query: string, limit = 10) => searchLines([{ chapterId: 'c', lines: async () => lines }], query, limit);

test('folding keeps every character at its place', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(fold(text)).toHaveLength(text.length);
    }),
  );
  for (const text of ['Straße', 'İstanbul', 'ﬁn', '🙂 Éa', 'e\u0301', 'ẞ', 'Ǆ', 'K']) expect(fold(text), text).toHaveLength(text.length);
});

test.each([
  ['Natásha went out.', 'natasha', 'Natásha'],
  ['the STRASSE and the Straße', 'straße', 'Straße'],
  ['In İstanbul, once', 'istanbul', 'İstanbul'],
  ['🙂🙂 then Émile came', 'emile', 'Émile'],
  ['cafe\u0301s of Lyon', 'cafés', 'cafés'],
  ['ο δρόμος', 'ΔΡΟΜΟΣ', 'δρόμος'],
  ['naïve', 'nai\u0308ve', 'naïve'],
])('%s holds “%s”', async (line, query, match) => {
  const { hits, total } = await find(['Nothing here', line], query);
  expect(total).toBe(1);
  expect(hits[0]).toMatchObject({ line: 1, match });
  expect(`${hits[0]?.before ?? ''}${hits[0]?.match ?? ''}${hits[0]?.after ?? ''}`).toBe(line.normalize('NFC'));
});

test('all hits are counted, the first are shown', async () => {
  expect(await find(['aa aa aa'], 'aa', 2)).toMatchObject({ total: 3, hits: [{ match: 'aa' }, { match: 'aa' }] });
});

test('a lone accent is looked for as it is, and ends', async () => {
  expect((await find(['plain'], '\u0301')).total).toBe(0);
});
