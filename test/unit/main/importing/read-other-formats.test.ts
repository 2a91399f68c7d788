import { zipSync, strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { textLines, type DocumentNode } from '../../../../src-shared/text/document';
import { readManuscript } from '../../../../src-main/importing/read-manuscript';
import { seedBook } from '../../../../src-main/importing/seed-book';
import { suggestedPlan } from '../../../../src-main/importing/import-service';
import { scrivenerFiles } from '../../../support/make-scrivener';
import { readAndSeed } from '../../../support/read-and-seed';

const outlineOf = async (fileName: string, text: string | Uint8Array) => (await readAndSeed(fileName, text)).chapters.map(({ title, document }) => [title, ...textLines(document)]);
const blocksOf = async (fileName: string, text: string | Uint8Array): Promise<readonly DocumentNode[]> => (await readAndSeed(fileName, text)).chapters[0]?.document.content ?? [];

describe('plain text', () => {
  test('is cut where a line says chapter, and lines that were broken at a margin are joined', async () => {
    const text = 'CHAPTER ONE\n\nIt was a long way down to the harbour and\nnobody had thought of taking a lamp along the\nway, although it was late in the year by then.\n\n* * *\n\nThe second paragraph was as long as the first and\nwas broken at the margin just as well as that one.\n\nChapter 2. The Boat\n\nShort.\n';
    expect(await outlineOf('a.txt', text)).toEqual([
      ['CHAPTER ONE', 'It was a long way down to the harbour and nobody had thought of taking a lamp along the way, although it was late in the year by then.', 'The second paragraph was as long as the first and was broken at the margin just as well as that one.'],
      ['Chapter 2. The Boat', 'Short.'],
    ]);
  });

  test('is a paragraph a line where lines are long, and known in its encoding', async () => {
    const text = 'Prologue\n\n„Über die Brücke“ – sagte er.\nNächste Zeile.\n';
    const expected = [['Prologue', '„Über die Brücke“ – sagte er.', 'Nächste Zeile.']];
    expect(await outlineOf('a.txt', text)).toEqual(expected);
    const windows = Uint8Array.from(Array.from(text, (letter) => ({ '„': 0x84, '“': 0x93, '–': 0x96 })[letter] ?? letter.charCodeAt(0)));
    expect(await outlineOf('a.txt', windows)).toEqual(expected);
    for (const start of ['\ufeff', '']) expect(await outlineOf('a.txt', new Uint8Array(Buffer.from(start + text, 'utf16le')))).toEqual(expected);
    expect(await outlineOf('a.txt', new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le').swap16()))).toEqual(expected);
  });
});

describe('HTML', () => {
  test('keeps what it means, and runs and fetches nothing', async () => {
    const html = '<!doctype html><html lang="de"><head><title>T</title><script>alert(1)</script></head><body><h1>One</h1><p onclick="x()">A <b>bold</b> <i>word</i><script>bad()</script>, <a href="javascript:x">no</a> <a href="https://example.org/">web</a>.</p><p><img src="https://example.org/t.png" alt="A boat"></p><h1>Two</h1><ul><li>a<li>b</ul><blockquote>q</blockquote></body></html>';
    const { chapters, seeded } = await readAndSeed('a.html', html);
    expect(chapters.map(({ title, document }) => [title, ...textLines(document)])).toEqual([['One', 'A bold word, no web.'], ['Two', 'a', 'b', 'q']]);
    expect(JSON.stringify(chapters)).not.toMatch(/alert|bad\(\)|javascript|onclick|tracker/u);
    expect(chapters[0]?.document.content?.[1]).toMatchObject({ type: 'figure', attrs: { assetId: '', alt: 'A boat' } });
    expect(seeded.language).toBe('de');
    expect(seeded.notes.join(' ')).toContain('One picture lies outside the file');
  });

  test('footnotes of Word and pandoc become notes where they are called', async () => {
    const word = '<p>Called<a href="#_ftn1" name="_ftnref1">[1]</a>.</p><div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> The note.</p></div>';
    const pandoc = '<p>Called<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a>.</p><section id="footnotes" class="footnotes" role="doc-endnotes"><hr/><ol><li id="fn1"><p>The note.<a href="#fnref1" class="footnote-back" role="doc-backlink">↩</a></p></li></ol></section>';
    for (const html of [word, pandoc]) {
      const blocks = await blocksOf('a.html', html);
      expect(blocks).toHaveLength(1);
      expect(blocks[0]?.content).toEqual([{ type: 'text', text: 'Called' }, { type: 'footnote', content: [{ type: 'text', text: 'The note.' }] }, { type: 'text', text: '.' }]);
    }
  });
});

test('RTF keeps styles, emphasis, notes, lists, tables, letters of any script and tracked changes', async () => {
  const rtf = [
    '{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset204 Cyr;}}{\\stylesheet{\\s0 Normal;}{\\s1 heading 1;}}{\\*\\revtbl{Unknown;}{Olga;}}{\\info{\\title Salt}{\\author Mo Lind}}',
    '\\pard\\s1 One\\par\\pard\\s0 A {\\b bold} and {\\i slanted} word{\\super\\chftn}{\\footnote \\pard Its note.}, {\\f1\\\'cf\\\'f0\\\'e8} \\u8212?.\\par',
    '{\\listtext 1.\\tab}\\ls1 first\\par{\\listtext 2.\\tab}\\ls1 second\\par\\pard',
    '\\trowd\\intbl a\\cell b\\cell\\row\\pard We rowed {\\deleted\\revauthdel1 slowly}{\\revised\\revauth1 fast}.\\par',
    '{\\field{\\*\\fldinst HYPERLINK "https://example.org/"}{\\fldrslt web}}\\par}',
  ].join('\n');
  const { chapters, preview } = await readAndSeed('a.rtf', rtf);
  expect(preview).toMatchObject({ format: 'rtf', title: 'Salt', author: 'Mo Lind' });
  const [chapter] = chapters;
  expect(textLines(chapter?.document ?? { type: 'doc' })).toEqual(['A bold and slanted word, При —.', 'first', 'second', 'a', 'b', 'We rowed slowly.', 'web']);
  expect(chapter?.document.content?.map(({ type }) => type)).toEqual(['paragraph', 'orderedList', 'table', 'paragraph', 'paragraph']);
  expect(JSON.stringify(chapter?.document)).toContain('Its note.');
  expect(chapter?.remarks).toEqual([{ line: 5, kind: 'change', by: 'Olga', why: '', before: 'We rowed slowly.', after: 'We rowed fast.' }]);
});

test('OPML is an outline: chapters with their plan, parts where there are three levels', async () => {
  const opml = (inner: string): string => `<?xml version="1.0"?><opml version="2.0"><head><title>Plan</title></head><body>${inner}</body></opml>`;
  const two = await readAndSeed('a.opml', opml('<outline text="One"><outline text="Scene" _note="She waits."/></outline><outline text="Two"/>'));
  expect(two.chapters.map(({ kind, title, sections }) => [kind, title, sections])).toEqual([['chapter', 'One', [{ title: 'Scene', description: 'She waits.' }]], ['chapter', 'Two', []]]);
  const three = await readAndSeed('a.opml', opml('<outline text="P"><outline text="One"><outline text="Scene"/></outline></outline><outline text="Q"><outline text="Two"/></outline>'));
  expect(three.chapters.map(({ kind, title, parent }) => [kind, title, parent])).toEqual([['part', 'P', null], ['chapter', 'One', 0], ['part', 'Q', null], ['chapter', 'Two', 2]]);
});

test('OpenDocument keeps its headings, emphasis, notes, tracked changes and comments', async () => {
  const names = ['office', 'text', 'style', 'fo', 'dc', 'xlink'].map((name) => `xmlns:${name}="urn:${name}"`).join(' ');
  const content = `<?xml version="1.0"?><office:document-content ${names}><office:automatic-styles><style:style style:name="T1" style:family="text"><style:text-properties fo:font-style="italic"/></style:style></office:automatic-styles><office:body><office:text><text:tracked-changes><text:changed-region text:id="d1"><text:deletion><office:change-info><dc:creator>Olga</dc:creator></office:change-info><text:p>slowly</text:p></text:deletion></text:changed-region><text:changed-region text:id="i1"><text:insertion><office:change-info><dc:creator>Olga</dc:creator></office:change-info></text:insertion></text:changed-region></text:tracked-changes><text:h text:outline-level="1">One</text:h><text:p>A <text:span text:style-name="T1">slanted</text:span><text:s text:c="2"/>word<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Its note.</text:p></text:note-body></text:note>.<office:annotation><dc:creator>Ines</dc:creator><text:p>Which one?</text:p></office:annotation></text:p><text:p>We rowed <text:change text:change-id="d1"/><text:change-start text:change-id="i1"/>fast<text:change-end text:change-id="i1"/>.</text:p></office:text></office:body></office:document-content>`;
  const odt = zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text'), 'content.xml': strToU8(content) });
  const { chapters } = await readAndSeed('a.odt', odt);
  expect(chapters.map(({ title, document }) => [title, ...textLines(document)])).toEqual([['One', 'A slanted  word.', 'We rowed slowly.']]);
  expect(JSON.stringify(chapters[0]?.document)).toContain('Its note.');
  expect(chapters[0]?.remarks.map(({ line, kind, by, why, after }) => [line, kind, by, why, after])).toEqual([[0, 'comment', 'Ines', 'Which one?', 'A slanted  word.'], [1, 'change', 'Olga', '', 'We rowed fast.']]);
});

test('a Scrivener project is its draft: folders as chapters, documents as their scenes, the trash counted', async () => {
  const read = await readManuscript({ kind: 'files', fileName: 'Salt.scriv', files: scrivenerFiles() });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  expect(read.value.preview).toMatchObject({ title: 'Salt', format: 'scrivener' });
  const { nodes, notes } = await seedBook({ book: read.value.book, plan: suggestedPlan(read.value.preview) });
  expect(nodes.map(({ title, description, sections, remarks }) => [title, description, sections, remarks.map(({ line, why }) => [line, why])])).toEqual([
    ['The Harbour', 'Where the boats lie.', [{ title: 'Morning', description: 'She waits.\n\nCheck the tide.' }, { title: 'Noon', description: '' }], [[3, 'Too late?']]],
    ['The House & the Sea', '', [{ title: 'Evening', description: '' }], []],
  ]);
  expect(notes).toEqual(['One document outside the manuscript was left out; the original has it.', '2 documents in the trash were left out.']);
});
