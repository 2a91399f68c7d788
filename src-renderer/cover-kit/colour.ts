/** Red, green and blue, each 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Reads a colour as palettes write it, `#rrggbb`. */
export function rgbOf(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

const hexOf = (rgb: Rgb): string => `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

/** A colour between two; `share` of the second. */
export function mix(one: string, other: string, share: number): string {
  const [a, b] = [rgbOf(one), rgbOf(other)];
  const part = (index: 0 | 1 | 2): number => a[index] + (b[index] - a[index]) * share;
  return hexOf([part(0), part(1), part(2)]);
}

/** The colour with an opacity, for a canvas. */
export function withAlpha(hex: string, alpha: number): string {
  return `rgba(${rgbOf(hex).join(', ')}, ${alpha})`;
}

/** Relative luminance as WCAG 2 defines it, 0 to 1. */
export function luminance([red, green, blue]: Rgb): number {
  const linear = (part: number): number => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** The contrast of two luminances, 1 to 21. */
export function contrastOf(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/** The contrast of two colours, 1 to 21. */
export const contrast = (one: string, other: string): number =>
  contrastOf(luminance(rgbOf(one)), luminance(rgbOf(other)));

/** Which of some colours is read best on a ground. */
export function clearestOn(ground: string, colours: readonly string[]): string {
  return colours.reduce(
    (best, colour) => (contrast(colour, ground) > contrast(best, ground) ? colour : best),
    '#000000',
  );
}
