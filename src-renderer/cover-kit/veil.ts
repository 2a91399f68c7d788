import { contrastOf, luminance, mix, rgbOf } from './colour';

/** What words on a picture need to be read, as WCAG 2 asks for text of any size. */
export const neededContrast = 4.5;
/** Words may lie on so much of spots that are too bright: a glint does not make them hard to read. */
const worstShare = 0.04;

/** The luminance under words that matters: nearly the brightest for light words. Pixels are RGBA. */
export function brightestUnder(pixels: Uint8ClampedArray): number {
  const found: number[] = [];
  for (let at = 0; at + 3 < pixels.length; at += 4) {
    found.push(luminance([pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0]));
  }
  found.sort((one, other) => other - one);
  return found[Math.floor(found.length * worstShare)] ?? 0;
}

const greyOf = (bright: number): string => {
  const part = bright <= 0.0031308 ? bright * 12.92 : 1.055 * bright ** (1 / 2.4) - 0.055;
  const hex = Math.round(part * 255)
    .toString(16)
    .padStart(2, '0');
  return `#${hex}${hex}${hex}`;
};

/** The contrast of words with a spot so bright under a veil of an opacity. */
export function contrastThrough(words: string, veil: string, opacity: number, bright: number): number {
  return contrastOf(luminance(rgbOf(words)), luminance(rgbOf(mix(greyOf(bright), veil, opacity))));
}

/** The thinnest veil through which words are read; the thickest where even that is not enough. */
export function thinnestVeil(words: string, veil: string, bright: number): number {
  for (let opacity = 0; opacity < 1; opacity += 0.02) {
    if (contrastThrough(words, veil, opacity, bright) >= neededContrast) return opacity;
  }
  return 1;
}
