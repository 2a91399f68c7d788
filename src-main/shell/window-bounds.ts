export const smallestWindow = { width: 900, height: 600 } as const;
const firstWindow = { width: 1_280, height: 800 } as const;

/** How much of the title bar must be on a display, so that the window can be grabbed. */
const grip = { width: 120, height: 40 } as const;

export type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Where the window was when it was last closed. */
export type WindowState = Area & { readonly isMaximized: boolean; readonly isFullScreen: boolean };

const widest = 20_000;

/** A size, and a place when there is one to keep. */
export type Placement = {
  readonly bounds: { readonly width: number; readonly height: number; readonly x?: number; readonly y?: number };
  readonly isMaximized: boolean;
  readonly isFullScreen: boolean;
};

/**
 * Where to open the window: where it was, when what was remembered is sound and its title bar is still on a display.
 * A window from a display that is gone keeps its size and is placed by the system.
 */
export function placeWindow(remembered: unknown, displays: readonly Area[]): Placement {
  if (!isWindowState(remembered))
    return { bounds: fit(firstWindow, displays), isMaximized: false, isFullScreen: false };
  const { x, y, width, height, isMaximized, isFullScreen } = remembered;
  const size = fit({ width, height }, displays);
  const isReachable = displays.some((display) => holdsGrip(display, { x, y, width: size.width }));
  return { bounds: isReachable ? { ...size, x, y } : size, isMaximized, isFullScreen };
}

/** By hand rather than by schema: the window does not wait for a library to be loaded. */
function isWindowState(value: unknown): value is WindowState {
  if (typeof value !== 'object' || value === null) return false;
  const { x, y, width, height, isMaximized, isFullScreen } = value as Record<string, unknown>;
  const isSize = (side: unknown) => Number.isSafeInteger(side) && Number(side) >= 1 && Number(side) <= widest;
  const isPlaced = Number.isSafeInteger(x) && Number.isSafeInteger(y) && isSize(width) && isSize(height);
  return isPlaced && typeof isMaximized === 'boolean' && typeof isFullScreen === 'boolean';
}

function fit(size: { readonly width: number; readonly height: number }, displays: readonly Area[]) {
  const roomiest = Math.max(smallestWindow.width, ...displays.map((display) => display.width));
  const highest = Math.max(smallestWindow.height, ...displays.map((display) => display.height));
  return {
    width: Math.min(Math.max(size.width, smallestWindow.width), roomiest),
    height: Math.min(Math.max(size.height, smallestWindow.height), highest),
  };
}

function holdsGrip(display: Area, window: { readonly x: number; readonly y: number; readonly width: number }): boolean {
  const left = Math.max(window.x, display.x);
  const right = Math.min(window.x + window.width, display.x + display.width);
  const isHighEnough = window.y >= display.y && window.y + grip.height <= display.y + display.height;
  return right - left >= grip.width && isHighEnough;
}
