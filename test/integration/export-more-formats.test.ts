import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nodeDisk } from '../../src-main/files/disk';
import { noPapers, type BookPapers } from '../../src-main/exporting/book-papers';
import { exportBook, type ExportOptions } from '../../src-main/exporting/export-book';
import type { Manuscript } from '../../src-main/exporting/manuscript';
import { readMarkdown } from '../../src-main/importing/read-markdown';
import type { OutlineNode } from '../../src-shared/domain/outline';
import { endingOf, type ExportFormat, type ExportReceipt, type PageSize } from '../../src-shared/ipc/export-calls';
import { textLines } from '../../src-shared/text/document';
import { everyNodeBook } from '../fixtures/export/every-node';

let folder = '';
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'export-more-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

const resourcesFolder = join(import.meta.dirname, '../../resources');

type More = { page?: PageSize } & Pick<ExportOptions, 'outline' | 'papers'>;

async function exported(book: Manuscript, format: ExportFormat, { page = '6x9', ...more }: More = {}): Promise<ExportReceipt> {
  const file = join(folder, `book-${page}-${format}.${endingOf[format]}`);
  const result = await exportBook(book, { format, page, file, disk: nodeDisk, resourcesFolder, ...more, now: () => '2026-05-06T07:08:09.000Z' });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

describe('the web page', () => {
  const html = async (language: string): Promise<string> => readFile((await exported(await everyNodeBook({ language }), 'html')).file, 'utf8');

  test('asks nothing of the network and runs no script', async () => {
    const page = await html('en-GB');
    expect(page).toContain("content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:;");
    expect(page).not.toMatch(/<script|<link|<iframe|<object|@import|url\(/u);
    for (const [, address] of page.matchAll(/ src="([^"]{0,5})/gu)) expect(address).toBe('data:');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).not.toContain('javascript:');
  });

  test('leads to every chapter, to every note and back', async () => {
    const page = await html('en-GB');
    const ids = [...page.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of page.matchAll(/ href="#([^"]+)"/gu)) expect(ids).toContain(target);
    expect(count(page, /role="doc-noteref"/gu)).toBe(67);
    expect(count(page, /role="doc-backlink"/gu)).toBe(67);
    expect(count(page, /<h1/gu)).toBe(1);
    expect(page).not.toContain('epub:');
  });

  test.each([['de', 'ltr', 'Inhalt'], ['ar', 'rtl', 'المحتويات']])('is in the language and direction of a book in %s', async (language, direction, contents) => {
    const page = await html(language);
    expect(page).toContain(`<html lang="${language}" dir="${direction}">`);
    expect(page).toContain(`>${contents}</h2>`);
  });

  test('says which pictures it could not show', async () => {
    const { notes, words } = await exported(await everyNodeBook(), 'html');
    expect(words).toBeGreaterThan(5_000);
    expect(notes).toContain('A picture is no longer in the book: its description and caption are in the file.');
  });
});

const line = (id: string, kind: OutlineNode['kind'], title: string, more: Partial<OutlineNode> = {}): OutlineNode => ({
  id, kind, title, matter: null, parentId: null, description: '', status: 'draft', words: 0, questions: 0, answered: 0, ...more,
});

/** An outline with every kind of line, and what is awkward in XML. */
const outline: readonly OutlineNode[] = [
  line('f', 'front', 'Preface', { matter: 'preface', status: 'completed' }),
  line('p', 'part', 'The First & Only Part'),
  line('c', 'chapter', 'Marks <all>', { parentId: 'p', description: 'Two lines:\n“one” and\ttwo & more.', status: 'in-progress' }),
  line('s', 'section', 'A section', { parentId: 'c', description: '1 < 2' }),
  line('e', 'chapter', '', { parentId: 'p' }),
  line('u', 'chapter', 'Loose', { parentId: 'unplaced', description: 'Waits.' }),
];

describe('the outline', () => {
  test('has every line with its description and state, and what is unplaced last', async () => {
    const { file, notes, words } = await exported(await everyNodeBook(), 'opml', { outline });
    expect(await readFile(file, 'utf8')).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
<head>
<title>Every Node &amp; &lt;Mark&gt;</title>
<dateModified>Wed, 04 Mar 2026 05:06:07 GMT</dateModified>
<ownerName>Ada “Proof” Reader</ownerName>
</head>
<body>
<outline text="Preface" _status="completed" _kind="preface"/>
<outline text="The First &amp; Only Part" _status="draft" _kind="part">
  <outline text="Marks &lt;all&gt;" _note="Two lines:&#10;“one” and&#9;two &amp; more." _status="in-progress" _kind="chapter">
    <outline text="A section" _note="1 &lt; 2" _status="draft" _kind="section"/>
  </outline>
  <outline text="Untitled" _status="draft" _kind="chapter"/>
</outline>
<outline text="Unplaced" _kind="unplaced">
  <outline text="Loose" _note="Waits." _status="draft" _kind="chapter"/>
</outline>
</body>
</opml>
`);
    expect(words).toBe(0);
    expect(notes.at(-1)).toContain('The text of the chapters is not in it.');
  });

  test.each([0, 1, 3, 6])('is well-formed with its first %i lines', async (lines) => {
    await exported(await everyNodeBook(), 'opml', { outline: outline.slice(0, lines) });
  });
});

describe('the archive of everything', () => {
  const papers: BookPapers = {
    ...noPapers,
    clarifications: [{ question: 'Whom is it for?', why: '', answer: 'My sister.', state: 'answered', isPrivate: false }],
    summaries: [{ text: 'An earlier summary.', savedAt: '2026-01-02T03:04:05.000Z', isFromElsewhere: false }],
    interviews: [
      {
        chapterId: 's4', chapter: 'Marks <all>', isTrashed: false,
        questions: [
          {
            id: 'q', question: 'What did you hide?', kind: 'feeling', difficulty: 'hard', origin: 'pack', help: '', why: '', example: '', skipped: false,
            feedback: null, earlierWordings: [], answer: '# The letters.\n\nAll of them.', answerState: 'complete', answerSource: 'typed', savedAt: null,
            isPrivate: true, earlierAnswers: [],
          },
        ],
      },
    ],
  };

  async function unpacked(): Promise<Record<string, Uint8Array>> {
    const { file, notes } = await exported(await everyNodeBook(), 'archive', { outline, papers });
    expect(notes.at(-1)).toContain('Private answers are in this archive');
    return unzipSync(new Uint8Array(await readFile(file)));
  }

  test('explains each of its files, and every file is as its checksum says', async () => {
    const entries = await unpacked();
    const readme = strFromU8(entries['README.txt'] ?? new Uint8Array());
    expect(readme).toContain('PRIVATE ANSWERS ARE IN HERE');
    for (const name of Object.keys(entries)) expect(readme).toContain(/^(?:chapters|pictures)\//u.exec(name)?.[0] ?? name);
    const sums = strFromU8(entries['SHA256SUMS.txt'] ?? new Uint8Array()).trim().split('\n');
    expect(sums).toHaveLength(Object.keys(entries).length - 1);
    for (const line of sums) {
      const [sum = '', name = ''] = line.split('  ');
      expect(createHash('sha256').update(entries[name] ?? '').digest('hex')).toBe(sum);
    }
  });

  test('has each chapter as Markdown that reads back as the same words, with its pictures as files', async () => {
    const book = await everyNodeBook();
    const entries = await unpacked();
    const { chapters } = JSON.parse(strFromU8(entries['book.json'] ?? new Uint8Array())) as { chapters: { file: string; id: string }[] };
    expect(chapters.map(({ file }) => file)).toContain('chapters/04-marks-all.md');
    const letters = (lines: readonly string[]): string => lines.join(' ').replace(/[\s\u0007]+/gu, '').replaceAll('\ud800', '\ufffd');
    for (const { file, id } of chapters.filter((chapter) => ['s4', 's7'].includes(chapter.id))) {
      const read = readMarkdown(strFromU8(entries[file] ?? new Uint8Array()));
      expect(letters(read.chapters.flatMap(({ document }) => textLines(document)))).toBe(letters(textLines(await book.readText(id))));
    }
    const figures = strFromU8(entries['chapters/06-chapter-3.md'] ?? new Uint8Array());
    expect(figures).toContain('![A grey square](<../pictures/picture-1.png>)');
    expect(entries['pictures/picture-1.png']?.byteLength).toBe((await book.readAsset('picture'))?.bytes.byteLength);
  });

  test('has what was asked and answered to read and for programs, the private too', async () => {
    const entries = await unpacked();
    const text = (name: string): string => strFromU8(entries[name] ?? new Uint8Array());
    expect(JSON.parse(text('interview/interview.json'))).toEqual(papers.interviews);
    expect(text('interview/interview.md')).toContain('### What did you hide?\n\n*Private*\n\n> # The letters.\n>\n> All of them.');
    expect(text('brief/brief.md')).toContain('> An earlier summary.');
    expect(text('outline.opml')).toContain('_note="Waits."');
  });
});

describe.each([
  ['manuscript', 'Times New Roman'],
  ['manuscript-classic', 'Courier New'],
] as const)('the %s for an editor', (format, font) => {
  const isClassic = format === 'manuscript-classic';
  const counted = [line('s4', 'chapter', 'Marks <all>', { words: 61_499 }), line('s5', 'chapter', 'Scripts', { words: 25_000 }), line('left-out', 'chapter', '', { words: 9_000 })];

  async function parts(page: PageSize): Promise<(name: string) => string> {
    const { file, notes } = await exported(await everyNodeBook(), format, { page, outline: counted });
    expect(notes.join(' ')).toContain('no contents, no cover and no links');
    const entries = unzipSync(new Uint8Array(await readFile(file)));
    return (name) => strFromU8(entries[name] ?? new Uint8Array());
  }

  test('keeps Shunn’s measures', async () => {
    const part = await parts('6x9');
    expect(part('word/styles.xml')).toContain(`w:ascii="${font}"`);
    expect(part('word/styles.xml')).toContain('<w:sz w:val="24"/>');
    expect(part('word/styles.xml')).toContain('w:line="480" w:lineRule="auto"');
    const document = part('word/document.xml');
    expect(document).toContain('<w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720"');
    expect(document).toContain('<w:titlePg/>');
    expect((await parts('a4'))('word/document.xml')).toContain('<w:pgSz w:w="11906" w:h="16838"/>');
  });

  test('says who wrote it and how long it is, and heads each page but the first', async () => {
    const part = await parts('6x9');
    const texts = [...part('word/document.xml').matchAll(/<w:t xml:space="preserve">([^<]*)/gu)].map(([, text]) => text);
    expect(texts.slice(0, 2)).toEqual([`Ada ${isClassic ? '&quot;Proof&quot;' : '“Proof”'} Reader`, 'about 86,000 words']);
    expect(texts.filter((text) => text === '#')).toHaveLength(1);
    expect(texts.at(-1)).toBe('END');
    expect(part('word/header.xml')).toContain('Reader / EVERY NODE &amp; &lt;MARK&gt; / ');
    expect(part('word/header.xml')).toContain(' PAGE ');
  });

  test(isClassic ? 'underlines, and has straight quotation marks' : 'has italics and curly quotation marks', async () => {
    const document = (await parts('6x9'))('word/document.xml');
    const emphasised = /<w:r><w:rPr>([^<]*(?:<w:[^>]*>)*?)<\/w:rPr><w:t xml:space="preserve">italic<\/w:t>/u.exec(document)?.[1];
    expect(emphasised).toBe(isClassic ? '<w:u w:val="single"/>' : '<w:i/><w:iCs/>');
    expect(/[“”‘’]/u.test(document)).toBe(!isClassic);
    expect(document).not.toContain('HYPERLINK');
  });
});
