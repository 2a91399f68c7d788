import { basename } from 'node:path';
import type { Writable } from 'node:stream';
import type { OutlineNode } from '../../src-shared/domain/outline';
import type { ExportFormat, PageSize } from '../../src-shared/ipc/export-calls';
import type { BookItem } from './block';
import type { BookPapers } from './book-papers';
import type { Ledger } from './conservation';
import type { Manuscript } from './manuscript';

/** What a writer is given. */
export type WriteJob = {
  readonly manuscript: Manuscript;
  /** The whole outline with its sections and descriptions, for formats that hold more than the text. */
  readonly outline: readonly OutlineNode[];
  /** All that stands beside the text, for the format that holds it. */
  readonly papers: BookPapers | undefined;
  readonly format: ExportFormat;
  readonly page: PageSize;
  /** Where the file will stand in the end: names of companions are derived from it. */
  readonly file: string;
  /** The folder that holds `fonts/`. */
  readonly resourcesFolder: string;
  /** Where the bytes go. */
  readonly output: Writable;
  /** Takes back all that has gone there. */
  readonly startAgain: () => Promise<void>;
  /** The walk over the book whose paragraphs must be found in the file; each call starts anew. */
  readonly readItems: () => AsyncGenerator<BookItem>;
  /** Adds a sentence to the receipt, once. */
  readonly note: (sentence: string) => void;
  /** Says how far the work is, lets messages in, and throws when the author has cancelled. */
  readonly step: (progress: number, doing: string) => Promise<void>;
  /** Says how many pages there are, where the format has any. */
  readonly countPages: (pages: number) => void;
  /** A file beside the book's, such as a picture of a Markdown book. It is removed again when the export fails. */
  readonly writeCompanion: (folder: string, name: string, bytes: Uint8Array) => Promise<void>;
};

/** What a finished file is checked with. */
export type CheckJob = {
  /** The file, still under its partial name. */
  readonly file: string;
  readonly manuscript: Manuscript;
  readonly outline: readonly OutlineNode[];
  /** The paragraphs of the book, in order. */
  readonly expected: Ledger;
  /** One more walk, for formats that are compared text by text. */
  readonly readItems: () => AsyncGenerator<BookItem>;
};

/** One format: how its file is written, and how it is read back and compared with the book. */
export type BookWriter = {
  readonly write: (job: WriteJob) => Promise<PaintedText>;
  /** What the file lacks or has twice, in words; `null` when it holds the book. */
  readonly check: (job: CheckJob, painted: PaintedText) => Promise<string | null>;
};

/** The paragraphs as they went on pages, from a writer whose file cannot be read back cheaply; else `null`. */
export type PaintedText = Ledger | null;

/** A file's name without folder and ending: what companions are named after. */
export const bookFileName = (file: string): string => basename(file).replace(/\.[^.]+$/u, '');

/** Writes and waits until the stream has room again, so that a long book does not pile up in memory. */
export async function writeChunk(output: Writable, chunk: string | Uint8Array): Promise<void> {
  if (chunk.length === 0) return;
  if (output.errored) throw output.errored;
  if (output.write(chunk)) return;
  await new Promise<void>((resolve, reject) => {
    const settle = (cause?: Error): void => {
      output.off('drain', settle);
      output.off('error', settle);
      if (cause) reject(cause);
      else resolve();
    };
    output.once('drain', settle);
    output.once('error', settle);
  });
}
