import { basename, extname } from 'node:path';
import type { Handlers } from '../../src-shared/ipc/contract';
import { ok } from '../../src-shared/result';
import { createAssetStore } from '../book/asset-store';
import type { OpenBook } from '../book/open-book';
import { fail } from '../failure';
import type { Files } from '../files/files';
import type { Dialogs } from '../shell-ports';
import type { ManuscriptImports } from './manuscript-imports';

export type ImportCalls = Pick<Handlers, Extract<keyof Handlers, `import.${string}`>>;

/** The calls by which an author brings a manuscript: choose or drop, look at the cut, make the book, get the file back. */
export function createImportCalls(deps: {
  readonly manuscripts: ManuscriptImports;
  readonly dialogs: Dialogs;
  readonly openBook: (bookId: string) => Promise<OpenBook>;
  readonly assetsFolder: (bookId: string) => string;
  readonly files: Files;
}): ImportCalls {
  const { manuscripts } = deps;
  return {
    async 'import.choose'() {
      const path = await deps.dialogs.chooseFile({ kind: 'manuscript' });
      if (path === null) return ok(null);
      return ok({ importId: manuscripts.begin({ kind: 'path', path }), fileName: basename(path) });
    },
    async 'import.drop'(dropped) {
      const { fileName } = dropped;
      const importId = 'bytes' in dropped
        ? manuscripts.begin({ kind: 'bytes', fileName, bytes: dropped.bytes })
        : manuscripts.begin({ kind: 'files', fileName, files: dropped.files });
      return ok({ importId, fileName });
    },
    'import.preview': async ({ importId }) => ok(await manuscripts.preview(importId)),
    async 'import.store'({ importId, plan }) {
      const { bookId, notes } = await manuscripts.store(importId, plan);
      return ok({ bookId, notes: [...notes] });
    },
    async 'import.cancel'({ importId }) {
      manuscripts.cancel(importId);
      return ok(null);
    },
    async 'import.kept'({ bookId }) {
      const { book } = await deps.openBook(bookId);
      return ok([...book.state.all('imports').values()].map(({ id, fileName, format, importedAt, notes }) => ({ id, fileName, format, importedAt, notes })));
    },
    async 'import.saveOriginal'({ bookId, id }) {
      const { book } = await deps.openBook(bookId);
      const kept = book.state.one('imports', id) ?? fail({ code: 'not-found', what: 'file', id });
      const assets = createAssetStore({ files: deps.files, folder: deps.assetsFolder(bookId) });
      const bytes = (await assets.read(kept.asset)) ?? fail({ code: 'not-found', what: 'file', id });
      // The files of a project are kept as one archive.
      const extension = kept.format === 'scrivener' ? 'zip' : extname(kept.fileName).slice(1) || 'txt';
      const suggestedName = basename(kept.fileName, extname(kept.fileName));
      const file = await deps.dialogs.chooseSaveFile({ suggestedName, extension });
      if (file === null) return ok(null);
      await deps.files.replace(file, bytes);
      return ok({ file: basename(file) });
    },
  };
}
