import { readFile, stat } from 'node:fs/promises';
import type { Handlers } from '../../src-shared/ipc/contract';
import { ok } from '../../src-shared/result';
import { createAssetStore } from '../book/asset-store';
import type { OpenBook } from '../book/open-book';
import { inspectImage } from './inspect-image';
import { fail } from '../failure';
import type { Files } from '../files/files';
import type { Dialogs } from '../shell-ports';
import type { RunJob } from '../worker/run-job';

export type ImageService = Pick<Handlers, 'image.add' | 'image.choose' | 'book.chooseCover'> & {
  /** The bytes of a picture of a book with their kind; `undefined` when there is none of that name. */
  readonly readAsset: (bookId: string, assetId: string) => Promise<{ bytes: Uint8Array; mime: string } | undefined>;
};

const mostBytes = 20 * 1024 * 1024;

/** Takes pictures into a book: checked and cleaned away from the main thread, kept by content. */
export function createImageService(deps: {
  readonly openBook: (bookId: string) => Promise<OpenBook>;
  readonly assetsFolder: (bookId: string) => string;
  readonly files: Files;
  readonly dialogs: Dialogs;
  readonly runJob: RunJob;
  readonly rememberBook: (bookId: string) => Promise<void>;
}): ImageService {
  const assetsOf = (bookId: string) => createAssetStore({ files: deps.files, folder: deps.assetsFolder(bookId) });

  async function add(bookId: string, bytes: Uint8Array): Promise<{ assetId: string; widthPx: number; heightPx: number }> {
    await deps.openBook(bookId);
    const clean = await deps.runJob('cleanImage', { bytes });
    if (!clean.ok) fail(clean.error);
    const { widthPx, heightPx } = clean.value;
    return { assetId: await assetsOf(bookId).add(clean.value.bytes), widthPx, heightPx };
  }

  async function choose(bookId: string): Promise<{ assetId: string; widthPx: number; heightPx: number } | null> {
    const file = await deps.dialogs.chooseFile({ kind: 'image' });
    if (file === null) return null;
    if ((await stat(file)).size > mostBytes) fail({ code: 'unsupported-image', reason: 'too-many-bytes' });
    return add(bookId, await readFile(file));
  }

  return {
    'image.add': async ({ bookId, bytes }) => ok(await add(bookId, bytes)),
    'image.choose': async ({ bookId }) => ok(await choose(bookId)),
    async 'book.chooseCover'({ bookId }) {
      const image = await choose(bookId);
      if (!image) return ok(null);
      const { book } = await deps.openBook(bookId);
      await book.change('Change cover', (tx) => tx.set('book', 'book', { cover: image.assetId }));
      await deps.rememberBook(bookId);
      return ok({ cover: image.assetId });
    },
    async readAsset(bookId, assetId) {
      const bytes = await assetsOf(bookId).read(assetId);
      const found = bytes && inspectImage(bytes);
      return bytes && found && { bytes, mime: found.mime };
    },
  };
}
