import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkBook } from '../../../../src-main/preflight/check-book';
import type { Manuscript, ManuscriptSection } from '../../../../src-main/exporting/manuscript';
import { blankBrief } from '../../../../src-shared/domain/brief';
import { paragraph, type DocumentNode } from '../../../../src-shared/text/document';
import { sentenceSum } from '../../../../src-shared/text/provenance';

const resourcesFolder = join(import.meta.dirname, '../../../../resources');
const nothing = { unplaced: [], openSuggestions: [], pages: null };
const good = { ...blankBrief, title: 'The Lamp', author: 'Ada Field', description: 'About a lamp.', language: 'en' };

type Book = { readonly chapters: Readonly<Record<string, readonly DocumentNode[]>>; readonly brief?: Partial<Manuscript['brief']> };

function manuscriptOf({ chapters, brief = {} }: Book): Manuscript {
  const sections = Object.keys(chapters).map(
    (title, index): ManuscriptSection => ({ id: `c${index + 1}`, kind: 'chapter', matter: null, title, number: index + 1, partId: null, letters: 0 }),
  );
  return {
    brief: { ...good, ...brief }, bookId: 'book', changedAt: '2026-01-01T00:00:00.000Z', sections, notes: [],
    cover: { bytes: new Uint8Array(), mime: 'image/jpeg' },
    readText: async (id) => ({ type: 'doc', content: Object.values(chapters)[Number(id.slice(1)) - 1] ?? [] }),
    readAsset: async (id) => (id === 'gone' ? undefined : { bytes: new Uint8Array(), mime: 'image/png', widthPx: Number(id), heightPx: 100 }),
  };
}

const told = async (book: Book, known: Parameters<typeof checkBook>[1]['known'] = nothing): Promise<Record<string, number>> => {
  const findings = await checkBook(manuscriptOf(book), { known, resourcesFolder });
  return Object.fromEntries(findings.map(({ ruleId, count }) => [ruleId, count]));
};

const figure = (assetId: string, alt: string, caption = ''): DocumentNode => ({ type: 'figure', attrs: { assetId, alt, caption } });
const heading = (level: number, text: string): DocumentNode => ({ type: 'heading', attrs: { level }, content: [{ type: 'text', text }] });
const cell = (type: 'tableHeader' | 'tableCell', text: string): DocumentNode => ({ type, content: [paragraph(text)] });
const row = (...content: DocumentNode[]): DocumentNode => ({ type: 'tableRow', content });

test('a good book has nothing to mend', async () => {
  expect(await told({ chapters: { One: [paragraph('The lamp was lit.'), heading(1, 'Morning'), heading(2, 'Early')] } })).toEqual({});
});

test('names that are missing, chapters without words or title, and a book without any are found', async () => {
  const brief = { title: 'Untitled', author: ' ', description: '' };
  expect(await told({ chapters: { One: [], '': [paragraph('')] }, brief })).toEqual({
    'no-text': 1, title: 1, author: 1, description: 1, 'empty-chapter': 2, 'nameless-chapter': 1,
  });
});

test('pictures are measured as they are printed, and need a description', async () => {
  const chapters = { One: [paragraph('See.'), figure('2000', 'A lamp'), figure('900', ' ', 'The lamp'), figure('gone', 'A boat')] };
  const findings = await checkBook(manuscriptOf({ chapters }), { known: nothing, resourcesFolder });
  expect(findings.map(({ ruleId, places }) => [ruleId, places.map(({ shown }) => shown)])).toEqual([
    ['alt-missing', ['The lamp']],
    ['lost-picture', ['A boat']],
    // 900 pixels on the 4.65 inches of a trade page.
    ['coarse-picture', ['193 dots an inch: The lamp']],
  ]);
});

test('headings that skip a level and tables without a heading row are found', async () => {
  const plain: DocumentNode = { type: 'table', content: [row(cell('tableCell', 'Year'), cell('tableCell', 'Lamps'))] };
  const headed: DocumentNode = { type: 'table', content: [row(cell('tableHeader', 'Year')), row(cell('tableCell', '1900'))] };
  expect(await told({ chapters: { One: [paragraph('A.'), heading(2, 'Too deep'), heading(3, 'Deeper'), headed, plain] } })).toEqual({
    'heading-skip': 1, 'table-head': 1,
  });
});

test('letters that no typeface has are named once, with their number', async () => {
  const chapters = { One: [paragraph('Ωmega, שלום, 漢字 and Cyrillic Ж are there.')], Two: [paragraph('Linear 𐀀 is not: 𐀀.')] };
  const [finding] = await checkBook(manuscriptOf({ chapters }), { known: nothing, resourcesFolder });
  expect(finding).toMatchObject({ ruleId: 'missing-letter', count: 1, places: [{ chapterId: 'c2', shown: '𐀀 (U+10000)' }] });
});

test('a drafted sentence counts while it stands as it came, and no longer when it was changed', async () => {
  const drafted = (text: string, sum: string): DocumentNode => ({
    type: 'paragraph', content: [{ type: 'text', text, marks: [{ type: 'origin', attrs: { kind: 'co-writer', ref: '', sum } }] }],
  });
  const text = 'Nobody said this.';
  expect(await told({ chapters: { One: [drafted(text, sentenceSum(text))] } })).toEqual({ 'unsupported-sentence': 1 });
  expect(await told({ chapters: { One: [drafted(text, sentenceSum('Somebody did.'))] } })).toEqual({});
});

test('what stands beside the texts counts, and pages by the last PDF', async () => {
  const known = { unplaced: ['Loose', 'Looser'], openSuggestions: [{ chapterId: 'c1', chapterTitle: 'One', count: 3 }], pages: 23 };
  const chapters = { One: [paragraph('Words.')] };
  expect(await told({ chapters }, known)).toEqual({ unplaced: 2, 'open-suggestions': 3, 'page-count': 1 });
  expect(await told({ chapters }, { ...nothing, pages: 24 })).toEqual({});
  expect(await told({ chapters }, { ...nothing, pages: 828 })).toEqual({});
  expect(await told({ chapters }, { ...nothing, pages: 829 })).toEqual({ 'page-count': 1 });
});

test('every place is counted, fifty are named', async () => {
  const chapters = { One: Array.from({ length: 60 }, () => paragraph('Two  spaces.')) };
  const [finding] = await checkBook(manuscriptOf({ chapters }), { known: nothing, resourcesFolder });
  expect(finding).toMatchObject({ ruleId: 'double-space', count: 60 });
  expect(finding?.places).toHaveLength(50);
  expect(finding?.places[7]?.passage).toEqual({ line: 7, before: 'Two', match: '  ' });
});
