import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const maxBuffer = 64 * 1024 * 1024;

/** The words of a finished file, read by a program that did not make it. */
export async function wordsOf(file: string): Promise<string> {
  if (file.endsWith('.pdf')) return squeeze((await run('pdftotext', [file, '-'], { maxBuffer })).stdout);
  if (file.endsWith('.docx')) return squeeze(textOfXml(await unzipped(file, 'word/[df]o*.xml')));
  if (file.endsWith('.epub')) return squeeze(textOfXml(await unzipped(file, '*.xhtml')));
  return squeeze(await readFile(file, 'utf8'));
}

/** One part of a zipped format, or all that match. */
export async function unzipped(file: string, part: string): Promise<string> {
  return (await run('unzip', ['-p', file, part], { maxBuffer })).stdout;
}

/** One part of a zipped format, as bytes. */
export async function unzippedBytes(file: string, part: string): Promise<Buffer> {
  return (await run('unzip', ['-p', file, part], { maxBuffer, encoding: 'buffer' })).stdout;
}

/** What EPUBCheck has to say about a file, down to the mildest warning; it ends with an error when there is an error. */
export async function epubMessages(file: string): Promise<readonly string[]> {
  const { stdout, stderr } = await run('java', ['-jar', '/usr/share/java/epubcheck.jar', file], { maxBuffer });
  return `${stdout}\n${stderr}`.split('\n').filter((line) => /^(?:FATAL|ERROR|WARNING|USAGE|INFO)\b/u.test(line));
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function textOfXml(xml: string): string {
  return xml
    .replaceAll(/<\/(?:p|w:p|h\d|li|td|th)>/gu, ' ')
    .replaceAll(/<[^>]*>/gu, '')
    .replaceAll(/&(amp|lt|gt|quot|apos);/gu, (_, name: string) => entities[name] ?? '')
    .replaceAll(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)));
}

/** Lines and hyphens at their ends belong to the page, not to the words. */
const squeeze = (text: string): string =>
  text
    .replaceAll('\u00AD', '')
    .replaceAll(/[‐-]\n(?=\p{Ll})/gu, '')
    .replaceAll(/\s+/gu, ' ');
