import { rm } from 'node:fs/promises';
import type { Handlers } from '../../src-shared/ipc/contract';
import { endingOf, type ExportFormat, type ExportReceipt, type PageSize } from '../../src-shared/ipc/export-calls';
import { err, ok, type Result } from '../../src-shared/result';
import type { OpenBook } from '../book/open-book';
import { planExport, type WriteStatement } from './plan-export';
import type { Dialogs } from '../shell-ports';
import type { TaskControl, TaskService } from '../tasks/task-service';
import type { RunJob } from '../worker/run-job';

export type ExportService = Pick<Handlers, 'export.start' | 'export.history'> & {
  /** Exports to a file and answers when it is finished. */
  readonly exportTo: (request: ExportRequest, control: Partial<TaskControl>) => Promise<Result<ExportReceipt>>;
};

type ExportRequest = { readonly bookId: string; readonly format: ExportFormat; readonly page: PageSize; readonly file: string };

const names: Readonly<Record<ExportFormat, string>> = {
  pdf: 'PDF', docx: 'Word', epub: 'EPUB', md: 'Markdown', txt: 'plain text', html: 'a web page', manuscript: 'a manuscript', 'manuscript-classic': 'a classic manuscript', opml: 'an outline', archive: 'an archive of everything',
};

/** A book's title as a file name on every system. */
export function fileNameOf(title: string): string {
  const safe = title.replaceAll(/[\u0000-\u001f<>:"/\\|?*]/g, ' ').replaceAll(/\s+/g, ' ').trim().replace(/\.+$/, '');
  return safe === '' ? 'Book' : safe.slice(0, 120);
}

/** Exports books in the background, each from the state it had when the export began. */
export function createExportService(deps: {
  readonly openBook: (bookId: string) => Promise<OpenBook>;
  readonly bookFolder: (bookId: string) => string;
  readonly writeStatement: WriteStatement;
  readonly resources: string;
  readonly dialogs: Dialogs;
  readonly tasks: TaskService;
  readonly runJob: RunJob;
  readonly newId: () => string;
}): ExportService {
  async function exportTo({ bookId, format, page, file }: ExportRequest, control: Partial<TaskControl>): Promise<Result<ExportReceipt>> {
    const open = await deps.openBook(bookId);
    const attempt = async (): Promise<Result<ExportReceipt>> => {
      const plan = await planExport(open, { folder: deps.bookFolder(bookId), format, writeStatement: deps.writeStatement });
      try {
        return await deps.runJob('export', { ...plan, format, page, file, resourcesFolder: deps.resources }, control);
      } catch (cause) {
        // A worker that crashed or would not stop could not remove what it had begun.
        await rm(`${file}.partial`, { force: true });
        if (control.signal?.aborted === true) return err({ code: 'cancelled' });
        throw cause;
      }
    };
    let result = await attempt();
    if (!result.ok && result.error.code === 'library-damaged') {
      // Reading a text whose file is damaged makes it again from the log.
      for (const textId of open.book.lineage().liveTextOf.values()) await open.book.texts.read(textId);
      result = await attempt();
    }
    if (result.ok && !open.isReadOnly) {
      await open.book.change('Export', (tx) => tx.set('exports', deps.newId(), { receipt: result.value }), { undoable: false });
    }
    return result;
  }

  return {
    exportTo,
    async 'export.start'({ bookId, format, page }) {
      const { book } = await deps.openBook(bookId);
      const title = book.state.one('book', 'book')?.title ?? '';
      const file = await deps.dialogs.chooseSaveFile({ suggestedName: fileNameOf(title), extension: endingOf[format] });
      if (file === null) return ok(null);
      const task = { bookId, title: `“${title}” as ${names[format]}` };
      return ok({ taskId: deps.tasks.start(task, (control) => exportTo({ bookId, format, page, file }, control)) });
    },
    async 'export.history'({ bookId }) {
      const { book } = await deps.openBook(bookId);
      const receipts = [...book.state.all('exports').values()].flatMap(({ receipt }) => (receipt ? [receipt] : []));
      return ok(receipts.sort((a, b) => (a.finishedAt < b.finishedAt ? 1 : -1)));
    },
  };
}
