import { serialize } from 'node:v8';
import { countWords } from '../../src-shared/domain/word-count';
import type { ImportPreview, ManuscriptFormat } from '../../src-shared/domain/import-split';
import { mostPieces } from '../../src-shared/domain/import-split';
import { plainText, textLines } from '../../src-shared/text/document';
import { err, ok, type Result } from '../../src-shared/result';
import { decodeText } from './decode-text';
import type { ImportedBook, Piece } from './imported-book';
import { createLossReport, type LossReport } from './loss-report';
import { Refusal, refuse } from './refusal';
import { readSource, type ManuscriptSource } from './read-source';
import { textKind, zipKind } from './file-kind';
import { withArchive, type Archive } from './zip-archive';

/** A manuscript that was read: what to show of it, and all of it, closed up until the author has decided. */
export type ReadManuscript = { readonly preview: ImportPreview; readonly book: Uint8Array; readonly original: Uint8Array };

/**
 * Reads a manuscript of any kind that is known by what it holds, whatever its name says. Belongs in a worker: it takes
 * seconds for a million words, and what is made to hurt is let go with the thread. Nothing is run, fetched or written.
 */
export async function readManuscript(source: ManuscriptSource): Promise<Result<ReadManuscript>> {
  let fileName = source.kind === 'path' ? (source.path.split(/[\\/]/u).at(-1) ?? source.path) : source.fileName;
  try {
    const read = await readSource(source);
    fileName = read.fileName;
    const report = createLossReport();
    for (const kind of read.losses) report.count(kind);
    const { format, book } = await readBook(read.bytes, fileName, report);
    if (book.pieces.length > mostPieces) refuse('too-many-parts');
    return ok({ preview: previewOf(book, { format, fileName }), book: serialize(book), original: read.bytes });
  } catch (cause) {
    if (cause instanceof Refusal) return err({ code: 'manuscript-refused', file: fileName, reason: cause.reason });
    // Readers walk what is nested; a file that is nested further than they can go was made to be.
    if (cause instanceof RangeError) return err({ code: 'manuscript-refused', file: fileName, reason: 'too-deep' });
    throw cause;
  }
}

type Kinded = { readonly format: ManuscriptFormat; readonly book: ImportedBook };

async function readBook(bytes: Uint8Array, fileName: string, report: LossReport): Promise<Kinded> {
  const startsWith = (...start: number[]): boolean => start.every((byte, at) => bytes[at] === byte);
  if (startsWith(0x50, 0x4b)) return withArchive(bytes, (archive) => readArchive(archive, report));
  if (startsWith(0xd0, 0xcf, 0x11, 0xe0)) refuse('old-word');
  if (startsWith(0x7b, 0x5c, 0x72, 0x74, 0x66)) {
    const { readRtf } = await import('./rtf/read-rtf');
    return notEmpty({ format: 'rtf', book: readRtf(bytes, report) });
  }
  if (startsWith(0x25, 0x50, 0x44, 0x46)) refuse('unknown-kind');
  const text = decodeText(bytes);
  const format = textKind(text, fileName);
  return { format, book: await readTextBook(format, text, report) };
}

async function readTextBook(format: ReturnType<typeof textKind>, text: string, report: LossReport): Promise<ImportedBook> {
  switch (format) {
    case 'html':
      return (await import('./html/read-html')).readHtml(text, report);
    case 'opml':
      return (await import('./read-opml')).readOpml(text, report);
    case 'markdown':
      return (await import('./markdown-book')).markdownBook(text, report);
    case 'text':
      return (await import('./read-text')).readText(text, report);
  }
}

async function readArchive(archive: Archive, report: LossReport): Promise<Kinded> {
  const format = await zipKind(archive);
  switch (format) {
    case 'docx':
      return notEmpty({ format, book: await (await import('./docx/read-docx')).readDocx(archive, report) });
    case 'epub':
      return notEmpty({ format, book: await (await import('./epub/read-epub')).readEpub(archive, report) });
    case 'odt':
      return notEmpty({ format, book: await (await import('./odt/read-odt')).readOdt(archive, report) });
    case 'scrivener':
      return notEmpty({ format, book: await (await import('./scrivener/read-scrivener')).readScrivener(archive, report) });
  }
}

const notEmpty = (read: Kinded): Kinded => (read.book.pieces.length === 0 ? refuse('empty') : read);

function previewOf(book: ImportedBook, { format, fileName }: { format: ManuscriptFormat; fileName: string }): ImportPreview {
  const language = book.language ?? 'en';
  return {
    fileName, format, title: (book.title ?? fileName.replace(/\.[^.]*$/u, '')).slice(0, 200), author: (book.author ?? '').slice(0, 200),
    chapterLevel: book.chapterLevel, pictures: book.pictures.length, notes: [...book.notes],
    pieces: book.pieces.map((piece) => viewOf(piece, language)),
  };
}

const openingCharacters = 120;

function viewOf(piece: Piece, language: string): ImportPreview['pieces'][number] {
  const document = { type: 'doc' as const, content: piece.blocks };
  const lines = textLines(document);
  return {
    title: piece.title.slice(0, 400), level: piece.level, isPart: piece.isPart, isMatter: piece.matter !== null, remarks: piece.remarks.length,
    words: lines.reduce((sum, line) => sum + countWords(line, language), 0),
    opening: plainText({ ...document, content: piece.blocks.slice(0, 3) }).replace(/\s+/gu, ' ').trim().slice(0, openingCharacters),
  };
}
