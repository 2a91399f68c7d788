import type { CoverFace } from '../../src-shared/domain/cover';

/** A family of letters that a cover can be set in, as the worker names it to the canvas. */
export type Family = 'Cover Garamond' | 'Cover Serif' | 'Cover Sans' | 'Cover Mono';

/** How heavy words are. */
export type Weight = 'light' | 'regular' | 'bold' | 'black';

/** A voice of a face: its family, and which of its weights stands for each wish. */
type Voice = { readonly family: Family; readonly weights: Readonly<Record<Weight, number>> };

/** A pair of voices: one for the title, one for what is small. */
export type Face = { readonly name: string; readonly title: Voice; readonly text: Voice };

const garamond: Voice = { family: 'Cover Garamond', weights: { light: 400, regular: 400, bold: 700, black: 700 } };
const serif: Voice = { family: 'Cover Serif', weights: { light: 300, regular: 420, bold: 640, black: 860 } };
const sans: Voice = { family: 'Cover Sans', weights: { light: 300, regular: 450, bold: 680, black: 840 } };
const mono: Voice = { family: 'Cover Mono', weights: { light: 400, regular: 400, bold: 700, black: 700 } };

/** Every face by its id. */
export const faces: Readonly<Record<CoverFace, Face>> = {
  garamond: { name: 'Garamond', title: garamond, text: garamond },
  'source-serif': { name: 'Source Serif', title: serif, text: serif },
  inter: { name: 'Inter', title: sans, text: sans },
  'garamond-inter': { name: 'Garamond with Inter', title: garamond, text: sans },
  typewriter: { name: 'Typewriter', title: mono, text: mono },
};

/** Families that every face falls back to: Hebrew, Arabic, Chinese and Japanese, Korean. */
export const otherScripts = ['Cover Hebrew', 'Cover Arabic', 'Cover Han', 'Cover Hangul'] as const;

const shipped =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Whether words hold letters that no face which ships has: then the system’s own letters stand in. */
export function needsSystemLetters(text: string): boolean {
  return Array.from(text).some(
    (letter) => /(?!\p{Script_Extensions=Common})\p{L}/u.test(letter) && !shipped.test(letter),
  );
}
