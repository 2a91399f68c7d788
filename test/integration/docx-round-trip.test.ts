import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { textLines } from '../../src-shared/text/document';
import { nodeDisk } from '../../src-main/files/disk';
import { exportBook } from '../../src-main/exporting/export-book';
import type { Manuscript } from '../../src-main/exporting/manuscript';
import { inspectImage } from '../../src-main/images/inspect-image';
import { everyNodeBook } from '../fixtures/export/every-node';
import { readAndSeedFile } from '../support/read-and-seed';

let folder = '';
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'round-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

const resourcesFolder = join(import.meta.dirname, '../../resources');

async function exported(book: Manuscript, name: string): Promise<string> {
  const file = join(folder, name);
  const result = await exportBook(book, { format: 'docx', page: '6x9', file, disk: nodeDisk, resourcesFolder, now: () => '2026-05-06T07:08:09.000Z' });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return file;
}

async function partsOf(file: string): Promise<Readonly<Record<string, string>>> {
  return Object.fromEntries(Object.entries(unzipSync(new Uint8Array(await readFile(file)))).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** The book that an imported Word file makes, as an export sees it. */
async function imported(file: string, like: Manuscript): Promise<Manuscript> {
  const { chapters, seeded, preview } = await readAndSeedFile(file);
  const assets = new Map(seeded.pictures.map(({ assetId, bytes }) => [assetId, bytes]));
  const count = (kind: string, upTo: number): number => chapters.slice(0, upTo + 1).filter((one) => one.kind === kind).length;
  return {
    ...like,
    brief: { ...like.brief, title: preview.title, subtitle: seeded.subtitle ?? '', author: seeded.author ?? '', language: seeded.language ?? '', description: seeded.description ?? '' },
    sections: chapters.map(({ kind, matter, title, parent }, at) => ({
      id: String(at), kind, matter, title, letters: textLines(chapters[at]?.document ?? { type: 'doc' }).join('').length, partId: parent === null ? null : String(parent),
      number: kind === 'part' || kind === 'chapter' ? count(kind, at) : null,
    })),
    readText: async (id) => chapters[Number(id)]?.document ?? { type: 'doc' },
    async readAsset(id) {
      const bytes = assets.get(id);
      const found = bytes && inspectImage(bytes);
      return bytes && found ? { bytes, ...found } : undefined;
    },
  };
}

test('the sections of a Word file of ours come back as what they are', async () => {
  const book = await everyNodeBook();
  const back = await imported(await exported(book, 'kinds.docx'), book);
  const shape = ({ sections }: Manuscript) => sections.map(({ kind, matter, number, partId }) => [kind, matter, number, partId !== null]);
  expect(shape(back)).toEqual(shape(book));
  const { title, subtitle, author, language } = book.brief;
  expect(back.brief).toMatchObject({ title, subtitle, author, language });
});

test('a Word file of every node and mark, brought in and written again, is the same file letter by letter', async () => {
  const book = await everyNodeBook();
  const first = await exported(book, 'first.docx');
  const second = await exported(await imported(first, book), 'second.docx');
  const [before, after] = [await partsOf(first), await partsOf(second)];
  const lines = (part: string | undefined): string[] => (part ?? '').split(/(?=<w:p[ >])|(?=<w:footnote )/u);
  for (const part of ['word/document.xml', 'word/footnotes.xml', 'word/numbering.xml', 'docProps/core.xml']) {
    expect(lines(after[part]), part).toEqual(lines(before[part]));
  }
  expect(lines(before['word/document.xml']).length).toBeGreaterThan(150);
  expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort());
});
