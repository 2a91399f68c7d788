import type { CoverPalette } from '../../src-shared/domain/cover';

/** The colours of a cover. `ink` and `accent` are read on `ground` (a test measures it); `second` only fills shapes. */
export type Palette = {
  readonly name: string;
  readonly ground: string;
  readonly ink: string;
  readonly accent: string;
  readonly second: string;
};

/** Every palette by its id. */
export const palettes: Readonly<Record<CoverPalette, Palette>> = {
  bone: { name: 'Bone', ground: '#f3ecdf', ink: '#1f1b16', accent: '#a63a24', second: '#d9c9ab' },
  midnight: { name: 'Midnight', ground: '#13203a', ink: '#f6efdf', accent: '#e3a857', second: '#35507a' },
  forest: { name: 'Forest', ground: '#1d3a2e', ink: '#f4eddb', accent: '#dbb36c', second: '#44705a' },
  oxblood: { name: 'Oxblood', ground: '#571a20', ink: '#f7ecdc', accent: '#e6b578', second: '#8a3b3a' },
  terracotta: { name: 'Terracotta', ground: '#873620', ink: '#fcf2e3', accent: '#f6c98a', second: '#b9603f' },
  sea: { name: 'Sea', ground: '#e3edec', ink: '#10333b', accent: '#1f6a78', second: '#a9cbcc' },
  mustard: { name: 'Mustard', ground: '#e8b740', ink: '#1f1a10', accent: '#7a2a1c', second: '#f4d98c' },
  plum: { name: 'Plum', ground: '#3a1e41', ink: '#f6ebf0', accent: '#e8a0a8', second: '#6b4374' },
  blush: { name: 'Blush', ground: '#f4ded6', ink: '#3a1c24', accent: '#a13347', second: '#e3b4a8' },
  slate: { name: 'Slate', ground: '#2a2f37', ink: '#f2f1ed', accent: '#8fc1d0', second: '#515a67' },
  night: { name: 'Night', ground: '#0e0f11', ink: '#fafafa', accent: '#ff6a45', second: '#3a3d43' },
  snow: { name: 'Snow', ground: '#ffffff', ink: '#131415', accent: '#c4161c', second: '#dfe2e4' },
  sage: { name: 'Sage', ground: '#dde4d3', ink: '#22301f', accent: '#4b6336', second: '#b2c29f' },
};

/** The lighter and the darker of a palette’s two reading colours: what words on a picture and the veil under them are. */
export function lightAndDark({ ground, ink }: Palette): { readonly light: string; readonly dark: string } {
  const isDarkGround = Number.parseInt(ground.slice(1, 3), 16) < Number.parseInt(ink.slice(1, 3), 16);
  return isDarkGround ? { light: ink, dark: ground } : { light: ground, dark: ink };
}
