import type { OutlineNode } from '../../src-shared/domain/outline';
import { countWords } from '../../src-shared/domain/word-count';
import type { ExportFormat, ExportReceipt, PageSize } from '../../src-shared/ipc/export-calls';
import { err, ok, type Result } from '../../src-shared/result';
import { AppFailure, fail } from '../failure';
import type { Disk } from '../files/disk';
import { asDiskFailure } from '../files/files';
import type { BookItem } from './block';
import type { BookPapers } from './book-papers';
import { createLedger, readBlock, type Ledger } from './conservation';
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
  readonly disk: Disk;
  readonly onProgress?: (progress: number, doing: string) => void;
  readonly signal?: AbortSignal;
};

/**
 * Writes the book to a file, reads it back, and answers with a receipt. Until every paragraph has been found in it once
 * and in order the file has another name, and after a failure or a cancel there is none.
 * Fails with `cancelled`, `disk-full`, `disk-failed`, `folder-unusable` and, when the file would not hold the book, `internal`.
 */
export async function exportBook(manuscript: Manuscript, options: ExportOptions): Promise<Result<ExportReceipt>> {
  const output = openOutput(options.disk, options.file);
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
    if (output.stream.errored) throw output.stream.errored; // a disk that has failed is no use any more
  };
  const step: WriteJob['step'] = async (progress, doing) => {
    options.onProgress?.(Math.min(progress, 1), doing);
    await breathe();
  };
  const writer = await writers[format]();
  let pages: number | undefined;
  const painted = await writer.write({
    manuscript, outline, papers: options.papers, format, page: options.page, file, resourcesFolder: options.resourcesFolder, output: output.stream,
    readItems: () => countingWalk(manuscript, tally, breathe), note: (sentence) => void notes.add(sentence), step,
    startAgain: output.restart,
    countPages: (count) => (pages = count), writeCompanion: output.writeCompanion,
  });
  const { bytes, sha256 } = await output.close();
  await step(0.95, 'Checking every paragraph');
  const difference = await writer.check(
    { file: output.partial, manuscript, outline, expected: tally.expected, readItems: () => breathing(readBook(manuscript), breathe) },
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

/** The walk that enters every title, paragraph and note, and counts; each walk starts anew. */
async function* countingWalk(manuscript: Manuscript, tally: Tally, breathe: () => Promise<void>): AsyncGenerator<BookItem> {
  const expected = createLedger();
  Object.assign(tally, { expected, paragraphs: 0, words: 0 } satisfies Tally);
  const body = (text: string): void => {
    expected.addBody(text);
    if (text.trim() !== '') tally.paragraphs += 1;
    tally.words += countWords(text, manuscript.brief.language);
  };
  for await (const item of breathing(readBook(manuscript), breathe)) {
    if (item.kind === 'section') expected.addBody(item.section.heading);
    else for (const block of item.blocks) readBlock(block, { body, note: expected.addNote });
    yield item;
  }
}

async function* breathing(items: AsyncIterable<BookItem>, breathe: () => Promise<void>): AsyncGenerator<BookItem> {
  for await (const item of items) {
    await breathe();
    yield item;
  }
}
