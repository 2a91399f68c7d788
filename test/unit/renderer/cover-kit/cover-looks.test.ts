import { describe, expect, test } from 'vitest';
import { noticesOf } from '../../../../src-renderer/features/publish/cover/cover-words';
import { clearestOn, contrast, mix } from '../../../../src-renderer/cover-kit/colour';
import { needsSystemLetters } from '../../../../src-renderer/cover-kit/faces';
import { createLatest } from '../../../../src-renderer/cover-kit/latest';
import { plane } from '../../../../src-renderer/cover-kit/layout';
import { layouts } from '../../../../src-renderer/cover-kit/layouts';
import { lightAndDark, palettes } from '../../../../src-renderer/cover-kit/palettes';
import { draggedFocus, enlargement, partToShow } from '../../../../src-renderer/cover-kit/place-picture';
import { seededRandom } from '../../../../src-renderer/cover-kit/random';
import { brightestUnder, contrastThrough, neededContrast, thinnestVeil } from '../../../../src-renderer/cover-kit/veil';
import { firstDesign, picturedLayouts, type CoverLayout } from '../../../../src-shared/domain/cover';
import { Genre } from '../../../../src-shared/domain/genre';

describe.each(Object.entries(palettes))('the palette %s', (_, palette) => {
  const { ground, ink, accent } = palette;
  test('has words that are read on its ground, and on its accent', () => {
    expect(contrast(ink, ground)).toBeGreaterThanOrEqual(7);
    expect(contrast(accent, ground)).toBeGreaterThanOrEqual(neededContrast);
    expect(contrast(clearestOn(accent, [ground, ink]), accent)).toBeGreaterThanOrEqual(neededContrast);
  });
  test('tells its light colour from its dark one', () => {
    const { light, dark } = lightAndDark(palette);
    expect(contrast(light, '#000000')).toBeGreaterThan(contrast(dark, '#000000'));
  });
});

describe.each(Object.entries(layouts))('the layout %s', (id, { stacks, picture }) => {
  test('keeps its words on the cover, away from the edge, and apart from one another', () => {
    for (const { box } of stacks) {
      expect(
        Math.min(box.x, plane.width - box.x - box.width, box.y, plane.height - box.y - box.height),
      ).toBeGreaterThanOrEqual(100);
    }
    const [first, second] = stacks;
    if (first && second) expect(first.box.y + first.box.height).toBeLessThanOrEqual(second.box.y);
  });
  test('has a place for title, subtitle and author', () => {
    const parts = stacks.flatMap(({ items }) => items.map((item) => (item.kind === 'words' ? item.part : '')));
    expect(parts).toEqual(expect.arrayContaining(['title', 'subtitle', 'author']));
  });
  test('is known to have a place for a picture, or none', () =>
    expect(picturedLayouts.has(id as CoverLayout)).toBe(picture !== null));
});

test('every genre begins with a design, and not all with the same', () => {
  const first = Genre.options.map(firstDesign);
  expect(new Set(first.map(({ layout }) => layout)).size).toBeGreaterThanOrEqual(8);
});

test('a drawing is the same for the same book, and another for another', () => {
  const throwsOf = (seed: string) => Array.from({ length: 5 }, seededRandom(seed));
  expect(throwsOf('book 0')).toEqual(throwsOf('book 0'));
  expect(throwsOf('book 0')).not.toEqual(throwsOf('book 1'));
});

describe('a picture in its place', () => {
  const picture = { width: 4_000, height: 3_000 };
  const place = { width: 1_600, height: 2_560 };
  test('fills it, whatever the focus', () => {
    for (const focusX of [0, 0.5, 1]) {
      const part = partToShow(picture, place, { focusX, focusY: 0.5, zoom: 1 });
      expect([part.y, part.height]).toEqual([0, 3_000]);
      expect(part.x).toBeGreaterThanOrEqual(0);
      expect(part.x + part.width).toBeLessThanOrEqual(4_000);
    }
  });
  test('is dragged by what the hand moves, from where it stands, and not beyond its edge', () => {
    const look = { focusX: 0, focusY: 0.5, zoom: 1 };
    const moved = draggedFocus(picture, place, look, { x: -0.1, y: 0.3 });
    expect(partToShow(picture, place, moved).x).toBeCloseTo(187.5);
    expect(moved.focusY).toBe(0.5);
    const far = draggedFocus(picture, place, look, { x: 9, y: 0 });
    expect(partToShow(picture, place, far).x).toBe(0);
  });
  test('tells how much its pixels are enlarged', () =>
    expect(enlargement({ width: 800, height: 1_280 }, place, { zoom: 2 })).toBe(4));
});

describe('a veil', () => {
  const { light, dark } = lightAndDark(palettes.bone);
  test('is as thin as it can be', () => {
    for (const bright of [0, 0.05, 0.2, 0.5, 1]) {
      const opacity = thinnestVeil(light, dark, bright);
      expect(contrastThrough(light, dark, opacity, bright)).toBeGreaterThanOrEqual(neededContrast);
      if (opacity > 0) expect(contrastThrough(light, dark, opacity - 0.02, bright)).toBeLessThan(neededContrast);
    }
    expect(thinnestVeil(light, dark, 0)).toBe(0);
  });
  test('does not mind a glint', () => {
    const pixels = new Uint8ClampedArray(400).map((_, index) => (index < 12 ? 255 : 20));
    expect(brightestUnder(pixels)).toBeLessThan(0.01);
  });
  test('mixes as paint does', () => expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080'));
});

test('notices say what a reader would suffer from, and are silent about a good cover', () => {
  const design = {
    ...firstDesign('memoir'),
    layout: 'photograph' as const,
    picture: { assetId: 'a'.repeat(64), focusX: 0.5, focusY: 0.5, zoom: 1 },
  };
  const good = {
    titleSize: 240,
    onPicture: { bare: 8, now: 8, veil: 0 },
    picture: { box: { x: 0, y: 0, ...plane }, enlargement: 1 },
    usesSystemLetters: false,
  };
  const ids = (report: typeof good, veil: 'as-needed' | 'never' = 'as-needed') =>
    noticesOf({ ...design, veil }, report).map(({ id }) => id);
  expect(ids(good)).toEqual([]);
  expect(ids({ ...good, onPicture: { bare: 2, now: 2, veil: 0 } }, 'never')).toEqual(['contrast']);
  expect(ids({ ...good, onPicture: { bare: 2, now: 4.6, veil: 0.5 } })).toEqual(['veil']);
  expect(
    ids({ ...good, titleSize: 90, picture: { ...good.picture, enlargement: 2 }, usesSystemLetters: true }),
  ).toEqual(['small', 'soft', 'letters']);
  expect(noticesOf({ ...design, picture: null }, { ...good, picture: null }).map(({ id }) => id)).toEqual([
    'place',
  ]);
});

test('only letters that no face has need the system’s', () => {
  expect(needsSystemLetters('The Clock Keeper – Хранитель, שומר, حارس, 時計, 시계 1947')).toBe(false);
  expect(needsSystemLetters('घड़ी')).toBe(true);
});

test('of what waits for one place only the last is done', async () => {
  const latest = createLatest<string>();
  const done: string[] = [];
  let open = (): void => undefined;
  const gate = new Promise<void>((resolve) => (open = resolve));
  const work = (name: string) => async () => {
    await gate;
    done.push(name);
    return name;
  };
  const asked = ['one', 'two', 'three'].map((name) => latest('stage', work(name)));
  const other = latest('shop', work('four'));
  open();
  expect(await Promise.all([...asked, other])).toEqual(['one', null, 'three', 'four']);
  expect(done.toSorted()).toEqual(['four', 'one', 'three']);
  await expect(latest('stage', () => Promise.reject(new Error('no canvas')))).rejects.toThrow('no canvas');
  expect(await latest('stage', async () => 'again')).toBe('again');
});
