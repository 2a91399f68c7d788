import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createLetterPairs, latinText, leastKern } from '../../../../src-main/exporting/pdf/letter-pairs';
import { openPdf, type PdfFont } from '../../../../src-main/exporting/pdf/pdfkit-port';

const resources = join(import.meta.dirname, '..', '..', '..', '..', 'resources');
const pdf = openPdf({ title: 'Words', author: '', language: 'en', changedAt: '2026-01-01T00:00:00.000Z' });

/** What the shaper makes of a word that it sees whole. */
function whole(font: PdfFont, text: string, features: Readonly<Record<string, boolean>>) {
  const [codes, positions] = font.encode(text, { ...features });
  const width = positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
  const kerns = positions.flatMap(({ xAdvance, advanceWidth }, at) => (Math.abs(xAdvance - advanceWidth) > leastKern ? [[at, Math.round(advanceWidth - xAdvance)]] : []));
  return { letters: codes.join(''), width, kerns };
}

function fromPairs({ show }: { readonly show: string }) {
  let at = -1;
  const kerns: number[][] = [];
  const letters = [...show.matchAll(/\(((?:\\.|[^\\)])*)\) ?(-?\d+)?/gsu)].map(([, escaped = '', kern]) => {
    const bytes = Buffer.from(escaped.replaceAll('\\r', '\r').replace(/\\([()\\])/gu, '$1'), 'latin1');
    at += bytes.length / 2;
    if (kern !== undefined) kerns.push([at, Number(kern)]);
    return bytes.toString('hex');
  });
  return { letters: letters.join(''), kerns };
}

const sample = readFileSync(join(resources, 'sample', 'sample-book.json'), 'utf8').split(/[\s"\\]+/u);
const words = [...new Set([...sample, ...'AVATAR “To—” Ýves Łódź Čapek’s wait… f”. L’œuvre Qu’à 1,234–56 V.A. ‘Twas Ty-ro'.split(' ')])]
  .filter((word) => word !== '' && latinText.test(word));

test.each([
  ['EBGaramond-Regular', {}], ['EBGaramond-Italic', {}], ['EBGaramond-Bold', {}], ['EBGaramond-BoldItalic', {}],
  ['EBGaramond-Regular', { smcp: true }], ['EBGaramond-Italic', { smcp: true }], ['SourceCodePro-Regular', {}], ['SourceCodePro-Bold', {}],
] as const)('words set from their pairs of letters are as the shaper sets them whole: %s %o', (face, features) => {
  const font = pdf.openFont(join(resources, 'fonts', `${face}.ttf`));
  const pairs = createLetterPairs(font, features);
  let quick = 0;
  for (const word of words) {
    const shaped = pairs.shape(word);
    if (!shaped) continue;
    quick += 1;
    const { width, ...expected } = whole(font, word, features);
    expect(fromPairs(shaped), word).toEqual(expected);
    expect(shaped.width, word).toBeCloseTo(width, 6);
    expect(pairs.measure(word), word).toBeCloseTo(width, 6);
  }
  expect(quick).toBeGreaterThan(words.length * 0.9);
});

test('a word with a ligature is left to the shaper', () => {
  const pairs = createLetterPairs(pdf.openFont(join(resources, 'fonts', 'EBGaramond-Regular.ttf')), {});
  expect(pairs.shape('office')).toBeNull();
  expect(pairs.measure('office')).toBeNull();
});
