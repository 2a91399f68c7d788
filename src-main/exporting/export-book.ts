import type { OutlineNode } from '../../src-shared/domain/outline';
import { countWords } from '../../src-shared/domain/word-count';
import type { ExportFormat, ExportReceipt, PageSize } from '../../src-shared/ipc/export-calls';
import { err, ok, type Result } from '../../src-shared/result';
import { AppFailure, fail } from '../failure';
import { asDiskFailure } from '../files/files';
import type { BookItem } from './block';
import type { BookPapers } from './book-papers';
import { createLedger, linesOf, recordBook, type Ledger } from './conservation';
import { textOf } from './inline-content';
import type { Manuscript } from './manuscript';
import { readBook } from './manuscript-blocks';
import { openOutput, type OutputFile } from './output-file';
import type { BookWriter, WriteJob } from './writer';

// A format brings its libraries along: each is loaded for a book that needs it.
const writers: Readonly<Record<ExportFormat, () => Promise<BookWriter>>> = {
  pdf: async () => (await import('./pdf/pdf-writer')).pdfWriter,
  docx: async () => (await import('./docx/docx-writer')).docxWriter,
  epub: async () => (await import('./epub/epub-writer')).epubWriter,
  md: async () => (await import('./markdown/markdown-writer')).markdownWriter,
  txt: async () => (await import('./text/text-writer')).textWriter,
  archive: async () => (await import('./archive/archive-writer')).archiveWriter,
  html: async () => (await import('./html/html-writer')).htmlWriter,
  manuscript: async () => (await import('./submission/submission-writer')).modernSubmission,
  'manuscript-classic': async () => (await import('./submission/submission-writer')).classicSubmission,
  opml: async () => (await import('./opml/opml-writer')).opmlWriter,
};

/** What an export is asked for and how it tells of itself. */
export type ExportOptions = {
  readonly format: ExportFormat;
  readonly page: PageSize;
  readonly file: string;
  /** The whole outline; formats that hold only the text need none. */
  readonly outline?: readonly OutlineNode[];
  /** All that stands beside the text; only an archive asks for it. */
  readonly papers?: BookPapers;
  /** The folder that holds `fonts/`. */
  readonly resourcesFolder: string;
  readonly now: () => string;
  readonly onProgress?: (progress: number, doing: string) => void;
  readonly signal?: AbortSignal;
};

/**
 * Writes the book to a file, reads it back, and answers with a receipt. Until every paragraph has been found in it once
 * and in order the file has another name, and after a failure or a cancel there is none.
 * Fails with `cancelled`, `disk-full`, `disk-failed`, `folder-unusable` and, when the file would not hold the book, `internal`.
 */
export async function exportBook(manuscript: Manuscript, options: ExportOptions): Promise<Result<ExportReceipt>> {
  const output = openOutput(options.file);
  try {
    return ok(await writeAndCheck(manuscript, options, output));
  } catch (cause) {
    await output.abandon();
    if (cause instanceof AppFailure) return err(cause.error);
    if (isSystemError(cause)) return asResult(() => asDiskFailure(options.file, cause));
    throw cause;
  }
}

function isSystemError(cause: unknown): boolean {
  return cause instanceof Error && 'syscall' in cause && 'code' in cause;
}

function asResult(work: () => never): Result<never> {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof AppFailure) return err(cause.error);
    throw cause;
  }
}

type Tally = { expected: Ledger; paragraphs: number; words: number };

async function writeAndCheck(manuscript: Manuscript, options: ExportOptions, output: OutputFile): Promise<ExportReceipt> {
  const { format, file, signal, outline = [] } = options;
  const notes = new Set(manuscript.notes);
  const tally: Tally = { expected: createLedger(), paragraphs: 0, words: 0 };
  const breathe = async (): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve)); // a cancel comes in as a message
    if (signal?.aborted === true) fail({ code: 'cancelled' });
  };
  const step: WriteJob['step'] = async (progress, doing) => {
    options.onProgress?.(Math.min(progress, 1), doing);
    await breathe();
  };
  const lookAhead = (): AsyncGenerator<BookItem> => breathing(readBook(manuscript), breathe);
  const writer = await writers[format]();
  let pages: number | undefined;
  const painted = await writer.write({
    manuscript, outline, papers: options.papers, format, page: options.page, file, resourcesFolder: options.resourcesFolder, output: output.stream,
    readItems: () => countingWalk(manuscript, tally, breathe), lookAhead, note: (sentence) => void notes.add(sentence), step,
    countPages: (count) => (pages = count), writeCompanion: output.writeCompanion,
  });
  const { bytes, sha256 } = await output.close();
  await step(0.95, 'Checking every paragraph');
  const difference = await writer.check(
    { file: output.partial, manuscript, outline, expected: tally.expected, readItems: lookAhead },
    painted,
  );
  if (difference !== null) fail({ code: 'internal', message: `The finished ${format} does not hold the whole book: ${difference}.` });
  await step(1, 'Done');
  await output.publish();
  const chapters = manuscript.sections.filter((section) => section.kind === 'chapter').length;
  return {
    format, file, bytes, sha256, chapters, paragraphs: tally.paragraphs, words: tally.words, ...(pages === undefined ? {} : { pages }),
    notes: [...notes], finishedAt: options.now(),
  };
}

/** The walk with its ledger and its counts; each walk starts them anew. */
async function* countingWalk(manuscript: Manuscript, tally: Tally, breathe: () => Promise<void>): AsyncGenerator<BookItem> {
  tally.expected = createLedger();
  tally.paragraphs = 0;
  tally.words = 0;
  for await (const item of recordBook(breathing(readBook(manuscript), breathe), tally.expected)) {
    if (item.kind === 'block') {
      const lines = linesOf(item.block).map(textOf);
      if (item.block.kind === 'code') lines.push(item.block.text);
      if (item.block.kind === 'figure') lines.push(item.block.caption);
      tally.paragraphs += lines.filter((line) => line.trim() !== '').length;
      for (const line of lines) tally.words += countWords(line, manuscript.brief.language);
    }
    yield item;
  }
}

/** So many blocks are set well within the second that a cancel may take. */
const blocksABreath = 100;

async function* breathing(items: AsyncIterable<BookItem>, breathe: () => Promise<void>): AsyncGenerator<BookItem> {
  let count = 0;
  for await (const item of items) {
    count += 1;
    if (count % blocksABreath === 0) await breathe();
    yield item;
  }
}
