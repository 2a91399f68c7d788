import { expect, test } from 'vitest';
import type { Note } from '../../../../src-main/exporting/block';
import { groupOf, type Group, type Opening, type Strip } from '../../../../src-main/exporting/pdf/flow';
import { createPagination, roman, type BookPage } from '../../../../src-main/exporting/pdf/paginate';

const strip = (notes: readonly Note[] = []): Strip => ({ height: 10, baseline: 8, lines: [], ornaments: [], notes });
const strips = (count: number): Strip[] => Array.from({ length: count }, () => strip());
const opening = (more: Partial<Opening> = {}): Opening => ({ isRightHand: true, folios: 'arabic', head: 'Chapter', anchor: null, isBare: false, isPaintedLast: false, ...more });

/** Pages of ten lines. A note has as many lines as its number. */
function paginate(groups: readonly Group[], openings: readonly Opening[] = [opening()]) {
  const pages: BookPage[] = [];
  const anchors = new Map<string, string>();
  const pagination = createPagination({
    height: 100, leading: 10, leftHead: 'Book', setNote: (note) => strips(note.number), onPage: (page) => void pages.push(page),
    onAnchor: (anchor, folio) => void anchors.set(anchor, folio),
  });
  for (const one of openings) {
    pagination.add({ kind: 'open', opening: one });
    for (const group of groups) pagination.add({ kind: 'group', group });
  }
  const sheets = pagination.end();
  return { pages, sheets, anchors, counts: pages.map((page) => page.strips.length) };
}

test('no line of a paragraph stands alone at the head or at the foot of a page', () => {
  expect(paginate([groupOf(strips(9)), groupOf(strips(4))]).counts).toEqual([9, 4]);
  expect(paginate([groupOf(strips(7)), groupOf(strips(4))]).counts).toEqual([9, 2]);
  expect(paginate([groupOf(strips(11))]).counts).toEqual([9, 2]);
  expect(paginate([groupOf(strips(8)), groupOf(strips(3))]).counts).toEqual([8, 3]);
});

test('a heading goes to the next page with the lines that follow it', () => {
  expect(paginate([groupOf(strips(8)), groupOf(strips(1), { keepsWithNext: true, before: 5 }), groupOf(strips(4))]).counts).toEqual([8, 5]);
});

test('notes stand at the foot of the page that calls them, and long ones run on', () => {
  const short = paginate([groupOf([...strips(5), strip([{ id: 1, number: 2, content: [] }])])]);
  expect(short.pages[0]?.foot.map(({ y }) => y)).toEqual([80, 90]);
  const long = paginate([groupOf([...strips(4), strip([{ id: 1, number: 9, content: [] }]), ...strips(4)])]);
  const lines = long.pages.map((page) => page.foot.length);
  expect(lines.reduce((sum, count) => sum + count, 0)).toBe(9);
  expect(lines[0]).toBeGreaterThan(0);
  for (const page of long.pages) for (const { y } of [...page.strips, ...page.foot]) expect(y).toBeLessThanOrEqual(90);
});

test('chapters open on right-hand pages; openers and blanks carry neither head nor folio', () => {
  const { pages, sheets } = paginate([groupOf(strips(15))], [opening({ folios: 'roman', anchor: 'a' }), opening({ anchor: 'b' }), opening({ anchor: 'c' })]);
  expect(sheets % 2).toBe(0);
  expect(pages.map(({ sheet, head, showsFolio }) => [sheet, head, showsFolio])).toEqual([
    [1, '', false], [2, 'Book', true], [3, '', false], [4, 'Book', true], [5, '', false], [6, 'Book', true],
  ]);
});

test('the body counts from arabic 1', () => {
  const { anchors, pages } = paginate([groupOf(strips(3))], [opening({ folios: 'roman', anchor: 'preface' }), opening({ anchor: 'one' }), opening({ anchor: 'two' })]);
  expect([...anchors]).toEqual([['preface', 'i'], ['one', '1'], ['two', '3']]);
  expect(pages.filter((page) => page.strips.length === 0).map((page) => page.showsFolio)).toEqual([false, false, false]);
});

test('numbers in roman', () => {
  expect([1, 4, 9, 14, 40, 90, 400, 1999].map(roman)).toEqual(['i', 'iv', 'ix', 'xiv', 'xl', 'xc', 'cd', 'mcmxcix']);
});
