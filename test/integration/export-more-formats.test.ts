import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportBook } from '../../src-main/exporting/export-book';
import type { Manuscript } from '../../src-main/exporting/manuscript';
import type { ExportFormat, ExportReceipt, PageSize } from '../../src-shared/ipc/export-calls';
import { everyNodeBook } from '../fixtures/export/every-node';

let folder = '';
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'export-more-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

const resourcesFolder = join(import.meta.dirname, '../../resources');

async function exported(book: Manuscript, format: ExportFormat, { page = '6x9' }: { page?: PageSize } = {}): Promise<ExportReceipt> {
  const file = join(folder, `book-${page}.${format}`);
  const result = await exportBook(book, { format, page, file, resourcesFolder, now: () => '2026-05-06T07:08:09.000Z' });
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
