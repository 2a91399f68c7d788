import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeWindow, smallestWindow } from '../../../../src-main/shell/window-bounds';

const desk = { x: 0, y: 25, width: 1_920, height: 1_055 };
const left = { x: -1_280, y: 0, width: 1_280, height: 1_024 };
const remembered = { x: 100, y: 120, width: 1_000, height: 700, isMaximized: false, isFullScreen: false };

test('the window opens where it was', () => {
  expect(placeWindow(remembered, [desk]).bounds).toEqual({ x: 100, y: 120, width: 1_000, height: 700 });
  expect(placeWindow({ ...remembered, x: -1_200, y: 10 }, [desk, left]).bounds).toMatchObject({ x: -1_200, y: 10 });
  expect(placeWindow({ ...remembered, isMaximized: true, isFullScreen: true }, [desk])).toMatchObject({
    isMaximized: true,
    isFullScreen: true,
  });
});

test('a window of a display that is gone keeps its size and loses its place', () => {
  expect(placeWindow({ ...remembered, x: -1_200, y: 10 }, [desk]).bounds).toEqual({ width: 1_000, height: 700 });
  expect(placeWindow({ ...remembered, y: 1_070 }, [desk]).bounds).toEqual({ width: 1_000, height: 700 });
  expect(placeWindow({ ...remembered, y: 0 }, [desk]).bounds).toEqual({ width: 1_000, height: 700 });
});

describe('nonsense is not believed', () => {
  test.each([
    undefined,
    null,
    7,
    'x',
    [],
    {},
    { ...remembered, width: 'wide' },
    { ...remembered, x: Number.NaN },
    { ...remembered, height: -5 },
  ])('%j', (nonsense) => {
    expect(placeWindow(nonsense, [desk])).toEqual({
      bounds: { width: 1_280, height: 800 },
      isMaximized: false,
      isFullScreen: false,
    });
  });
});

test('whatever was remembered, the window fits a display, is large enough, and can be grabbed', () => {
  const number = fc.integer({ min: -5_000, max: 30_000 });
  const state = fc.record({
    x: number,
    y: number,
    width: number,
    height: number,
    isMaximized: fc.boolean(),
    isFullScreen: fc.boolean(),
  });
  fc.assert(
    fc.property(state, (found) => {
      const { bounds } = placeWindow(found, [desk, left]);
      expect(bounds.width).toBeGreaterThanOrEqual(smallestWindow.width);
      expect(bounds.height).toBeGreaterThanOrEqual(smallestWindow.height);
      expect(bounds.width).toBeLessThanOrEqual(desk.width);
      expect(bounds.height).toBeLessThanOrEqual(desk.height);
      if (bounds.x === undefined || bounds.y === undefined) return;
      const { x, y, width } = bounds;
      expect(
        [desk, left].some(
          (display) =>
            x + width > display.x && x < display.x + display.width && y >= display.y && y < display.y + display.height,
        ),
      ).toBe(true);
    }),
  );
});
