import { z } from 'zod';
import { call, Id, Nothing, OfBook } from './call';

export const ExportFormat = z.enum(['pdf', 'docx', 'epub', 'md', 'txt', 'html', 'manuscript', 'manuscript-classic', 'opml', 'archive']);
export type ExportFormat = z.infer<typeof ExportFormat>;

/** How the names of a format’s files end, without the dot. */
export const endingOf: Readonly<Record<ExportFormat, string>> = {
  pdf: 'pdf', docx: 'docx', epub: 'epub', md: 'md', txt: 'txt', html: 'html', manuscript: 'docx', 'manuscript-classic': 'docx', opml: 'opml', archive: 'zip',
};
export const PageSize = z.enum(['6x9', 'a4']);
export type PageSize = z.infer<typeof PageSize>;

/** What a finished export is, and what it could not carry. */
export const ExportReceipt = z.strictObject({
  format: ExportFormat,
  file: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  chapters: z.int(),
  paragraphs: z.int(),
  words: z.int(),
  /** Of a PDF. */
  pages: z.int().optional(),
  /** Sentences for the author: nodes or marks the format cannot hold, chapters left out and why. */
  notes: z.array(z.string()),
  finishedAt: z.string(),
});
export type ExportReceipt = z.infer<typeof ExportReceipt>;

export const TaskState = z.enum(['running', 'done', 'failed', 'cancelled']);

/** Long work in the background. `progress` is 0 to 1. */
export const Task = z.strictObject({
  id: z.string(),
  bookId: z.string(),
  title: z.string(),
  doing: z.string(),
  progress: z.number(),
  state: TaskState,
  error: z.unknown().optional(),
  receipt: ExportReceipt.nullable(),
});
export type Task = z.infer<typeof Task>;

export const exportCalls = {
  /** Asks the author where to, then works in the background; `null` when they changed their mind. */
  'export.start': call(
    z.strictObject({ bookId: Id, format: ExportFormat, page: PageSize }),
    z.strictObject({ taskId: z.string() }).nullable(),
  ),
  'export.history': call(OfBook, z.array(ExportReceipt)),
  'task.list': call(Nothing, z.array(Task)),
  'task.cancel': call(z.strictObject({ taskId: Id }), Nothing),
  /** Opens the finished file with the system's application for it. */
  'task.openResult': call(z.strictObject({ taskId: Id }), Nothing),
  'task.showResult': call(z.strictObject({ taskId: Id }), Nothing),
};

export const exportEvents = { 'task.changed': Task };
