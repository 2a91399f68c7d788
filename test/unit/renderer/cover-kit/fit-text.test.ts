import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakInto } from '../../../../src-renderer/cover-kit/break-lines';
import { fitStack, type CoverWords, type Measure } from '../../../../src-renderer/cover-kit/fit-text';
import type { Stack } from '../../../../src-renderer/cover-kit/layout';
import { layouts } from '../../../../src-renderer/cover-kit/layouts';
import { piecesOf, scriptOf } from '../../../../src-renderer/cover-kit/words';

/** Letters as wide as they are on average; those of East Asia are square. */
const measure: Measure = (line, { tracking = 0 }, { isWide }) => {
  const letters = Array.from(line).length;
  return { width: letters * (isWide ? 1 : 0.52) + Math.max(0, letters - 1) * tracking, ascent: 0.72, descent: 0.22 };
};

const nothing: CoverWords = { title: '', subtitle: '', author: '', line: '', language: 'en', isRightToLeft: false };
const titles = {
  'one word': { title: 'Harbour', author: 'J. M. Okonkwo' },
  'a long title with a subtitle': {
    title: 'The Weight of Water: A Ferryman’s Daughter Remembers',
    subtitle: 'How a family on the river kept a crossing open through three winters and one war',
    author: 'Eleanor Whitcombe',
    line: 'Book one of the harbour',
  },
  'one endless word': {
    title: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
    language: 'de',
  },
  Arabic: { title: 'رائحة البحر في مدينة قديمة', author: 'ليلى حدّاد', language: 'ar', isRightToLeft: true },
  Japanese: { title: '時計職人の孫と港町の冬', subtitle: 'ある家族の記憶', author: '山田花子', language: 'ja' },
} satisfies Readonly<Record<string, Partial<CoverWords>>>;

const stacks = Object.entries(layouts).flatMap(([name, { stacks: all }]) =>
  all.map((stack, index) => ({ name: `${name} ${index}`, stack })),
);
/** The stack of a layout that holds the title. */
function firstOf(layout: keyof typeof layouts): Stack {
  const [stack] = layouts[layout].stacks;
  if (!stack) throw new Error(`${layout} has no stack.`);
  return stack;
}

const bare = (text: string): string => text.toLocaleLowerCase().replace(/\s/gu, '');

/** Every word stands on the cover once, and nothing beyond the box. */
function expectWhole(stack: Stack, given: CoverWords): void {
  const { lines, signs } = fitStack(stack, given, measure);
  const { x, y, width, height } = stack.box;
  for (const { box } of [...lines, ...signs]) {
    expect(box.x).toBeGreaterThanOrEqual(x - 0.01);
    expect(box.x + box.width).toBeLessThanOrEqual(x + width + 0.01);
    expect(box.y).toBeGreaterThanOrEqual(y - 0.01);
    expect(box.y + box.height).toBeLessThanOrEqual(y + height + 0.01);
  }
  for (const item of stack.items) {
    if (item.kind !== 'words') continue;
    const set = lines
      .filter(({ part }) => part === item.part)
      .map(({ text }) => text)
      .join('');
    expect(bare(set)).toBe(
      bare(item.style.isCapitals === true ? given[item.part].toLocaleUpperCase(given.language) : given[item.part]),
    );
  }
}

describe.each(Object.entries(titles))('%s', (_, words) => {
  test.each(stacks)('is never cut in $name', ({ stack }) => expectWhole(stack, { ...nothing, ...words }));
});

test('whatever is written, nothing is cut, lost or doubled', () => {
  const words = fc
    .array(
      fc.string({ minLength: 1, maxLength: 30, unit: fc.constantFrom(...'abcdefgh-–:’ÄĹżбהש'.split(''), '海', '港') }),
      { maxLength: 20 },
    )
    .map((all) => all.join(' '));
  fc.assert(
    fc.property(fc.constantFrom(...stacks), words, words, words, ({ stack }, title, subtitle, author) =>
      expectWhole(stack, { ...nothing, title, subtitle, author }),
    ),
    { numRuns: 300 },
  );
});

test('a title is as large as its box allows: one word larger than many', () => {
  const stack = firstOf('type');
  const sizeOf = (title: string): number => fitStack(stack, { ...nothing, title }, measure).lines[0]?.size ?? 0;
  expect(sizeOf('Salt')).toBe(400);
  expect(sizeOf('Harbour')).toBeGreaterThan(sizeOf('The Weight of Water and of Everything'));
});

test('what belongs to no words is left out: no rule above nothing', () => {
  const stack = firstOf('type');
  expect(fitStack(stack, { ...nothing, title: 'Harbour' }, measure).signs).toEqual([]);
  expect(fitStack(stack, { ...nothing, title: 'Harbour', subtitle: 'A novel' }, measure).signs).toHaveLength(1);
});

test('a cover that begins at the right has its lines at the right', () => {
  const stack = firstOf('bold');
  const { lines } = fitStack(stack, { ...nothing, ...titles.Arabic }, measure);
  expect(lines.every(({ align, x }) => align === 'right' && x === stack.box.x + stack.box.width)).toBe(true);
});

describe('lines', () => {
  const lines = (title: string, count: number, language = 'en') =>
    breakInto(piecesOf(title, language), count, (line) => Array.from(line).length * 0.5)?.lines;

  test.each([
    ['The Weight of Water', 2, ['The Weight', 'of Water']],
    ['Salt: A World History', 2, ['Salt:', 'A World History']],
    ['Twenty-Thousand', 2, ['Twenty-', 'Thousand']],
  ])('“%s” is parted where it reads well', (title, count, parted) => {
    expect(lines(title, count)).toEqual(parted);
  });

  test('words of Japanese stay together, and no sign begins a line', () => {
    expect(piecesOf('「港町」の冬。', 'ja').join('|')).toBe('「港町」|の|冬。');
  });

  test('more lines than pieces are not to be had', () => expect(lines('Harbour', 2)).toBeUndefined());
});

test('letters that are joined or square are neither slanted nor put in capitals', () => {
  expect(scriptOf('رائحة')).toEqual({ isRightToLeft: true, isJoined: true, isWide: false, isCased: false });
  expect(scriptOf('“שלום”').isRightToLeft).toBe(true);
  expect(scriptOf('港町').isWide).toBe(true);
  expect(scriptOf('Straße').isCased).toBe(true);
});
