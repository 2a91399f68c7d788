import { expect, test } from 'vitest';
import type { Atom, Segment } from '../../../../src-main/exporting/pdf/atom';
import { breakLines } from '../../../../src-main/exporting/pdf/line-breaking';

const segment = (width: number): Segment =>
  ({ glyphs: {} as Segment['glyphs'], width, look: { size: 10, rise: 0, underline: false, strike: false }, level: 0 });

/** An atom of ten points a letter; `-` shows where it may be divided. */
function atom(word: string, isForced = false): Atom {
  const text = word.replaceAll('-', '');
  const width = text.length * 10;
  return {
    segments: [segment(width)], width, space: 5, spaceStretch: 3, isForced, text, notes: [], level: 0,
    letters: () => Array.from(text, (letter, at) => ({ ...atom(letter), space: at === text.length - 1 ? 5 : 0, spaceStretch: 0 })),
    breaks: () => [...word.matchAll(/-/gu)].map((match, nth) => {
      const before = (match.index - nth) * 10;
      return { beforeWidth: before + 5, afterWidth: width - before, isHyphen: true, run: 0, letter: before / 10 };
    }),
    divide: ({ beforeWidth, afterWidth }) => ({ before: [segment(beforeWidth)], after: [segment(afterWidth)] }),
  };
}
const atoms = (text: string): Atom[] => text.split(' ').map((word) => atom(word));
const justified = (width: number) => ({ widthOf: () => width, isJustified: true, hyphenates: true });

test('lines are filled to the measure, all but the last', () => {
  const lines = breakLines(atoms('aaaa bbb cc ddddd eee ff gggg hh iii jjjj kk'), justified(120));
  expect(lines.length).toBeGreaterThan(2);
  for (const { width } of lines.slice(0, -1)) expect(width).toBeCloseTo(120, 5);
  expect(lines.map(({ text }) => text).join('')).toBe('aaaabbbccdddddeeeffgggghhiiijjjjkk');
});

test('a word is divided when nothing else fills the line, and its letters are entered once', () => {
  const lines = breakLines(atoms('aaaaaa bbb-bbbbb-bbb cccccc dd'), justified(125));
  expect(lines.map(({ text }) => text).join('')).toBe('aaaaaabbbbbbbbbbbccccccdd');
  expect(lines.every(({ width }) => width <= 125.01)).toBe(true);
});

test('a word wider than the line is taken apart', () => {
  const lines = breakLines([atom('x'.repeat(40)), atom('yy')], justified(100));
  expect(lines.every(({ width }) => width <= 100.01)).toBe(true);
  expect(lines.map(({ text }) => text).join('')).toBe(`${'x'.repeat(40)}yy`);
});

test('a forced break ends the line without stretching it', () => {
  const lines = breakLines([atom('aa', true), atom('bb')], justified(100));
  expect(lines.map(({ width, text }) => [text, width])).toEqual([['aa', 20], ['bb', 20]]);
});

test('ragged lines keep the width of their spaces and are never divided at a hyphen', () => {
  const lines = breakLines(atoms('aaa bbb-bbb ccc ddd eee'), { widthOf: () => 100, isJustified: false, hyphenates: false });
  for (const { pieces } of lines) for (const { space } of pieces.slice(0, -1)) expect(space).toBe(5);
  expect(lines.every(({ width }) => width <= 100)).toBe(true);
});
