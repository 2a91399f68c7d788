import { describe, expect, test } from 'vitest';
import { searchLines } from '../../../../src-main/writing/search';
import { findPassage } from '../../../../src-renderer/editor-kit/find-passage';
import { textLines } from '../../../../src-shared/text/document';
import { docOf, para, shared, text } from './document-builders';

const note = { type: 'footnote', content: [text('a clock in a note')] } as const;
const attrs = { assetId: 'a', alt: '', widthPx: 10, heightPx: 10 };
const doc = docOf(
  { type: 'heading', attrs: { level: 2 }, content: [text('The clock')] },
  { type: 'paragraph' },
  para(
    'A clo',
    text('ck', { type: 'bold' }),
    note,
    ' stands; another clock',
    { type: 'hardBreak' },
    'and one more clock.',
  ),
  { type: 'figure', attrs: { ...attrs, caption: '' } },
  { type: 'figure', attrs: { ...attrs, caption: 'The clock at noon' } },
  { type: 'blockquote', content: [para('Cafe\u0301, ho\u0302tel and clock')] },
  {
    type: 'verse',
    content: [
      { type: 'verseLine', content: [text('tick')] },
      { type: 'verseLine', content: [text('clock')] },
    ],
  },
);

/** What stands at each place that a search of the book finds. */
async function placesOf(query: string): Promise<string[]> {
  const lines = textLines(shared(doc));
  const { hits } = await searchLines([{ chapterId: 'c', lines: async () => lines }], query, 100);
  return hits.map((hit) => {
    const place = findPassage(doc, hit);
    return place
      ? `${place.from} ${doc.textBetween(place.from, place.to, '', (leaf) => `[${leaf.type.name}]`)}`
      : 'none';
  });
}

describe('the place of a search hit', () => {
  test('is the hit itself in every kind of line, after marks, notes, breaks and empty lines', async () => {
    const places = await placesOf('clock');
    expect(places.map((place) => place.split(' ')[1])).toEqual([
      'clock',
      'clock',
      'clock',
      'clock',
      '[figure]',
      'clock',
      'clock',
    ]);
    expect(new Set(places).size).toBe(7);
  });

  test('is right where accents are stored apart', async () => {
    expect((await placesOf('hôtel')).map((place) => place.replace(/^\d+ /, ''))).toEqual(['ho\u0302tel']);
  });

  test('is the start of a line that has changed, and nowhere when the line is gone', () => {
    expect(findPassage(doc, { line: 0, before: 'gone ', match: 'word' })).toEqual({ from: 1, to: 1 });
    expect(findPassage(doc, { line: 99, before: '', match: 'clock' })).toBeNull();
  });
});
