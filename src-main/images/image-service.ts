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

/** A picture that is in the book. */
export type StoredImage = { readonly assetId: string; readonly widthPx: number; readonly heightPx: number };

export type ImageService = Pick<Handlers, 'image.add' | 'image.choose' | 'image.read' | 'book.chooseCover'> & {
  /** Asks the author for a picture and takes it into the book; `null` when they changed their mind. */
  readonly choose: (bookId: string) => Promise<StoredImage | null>;
  /** Takes a picture into the book: checked, turned upright, without camera data. */
  readonly take: (bookId: string, bytes: Uint8Array) => Promise<StoredImage>;
  /** Keeps a file of the book that was made here. */
  readonly keep: (bookId: string, bytes: Uint8Array) => Promise<string>;
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

  async function add(bookId: string, bytes: Uint8Array): Promise<StoredImage> {
    await deps.openBook(bookId);
    const clean = await deps.runJob('cleanImage', { bytes });
    if (!clean.ok) fail(clean.error);
    const { widthPx, heightPx } = clean.value;
    return { assetId: await assetsOf(bookId).add(clean.value.bytes), widthPx, heightPx };
  }

  async function choose(bookId: string): Promise<StoredImage | null> {
    const file = await deps.dialogs.chooseFile({ kind: 'image' });
    if (file === null) return null;
    if ((await stat(file)).size > mostBytes) fail({ code: 'unsupported-image', reason: 'too-many-bytes' });
    return add(bookId, await readFile(file));
  }

  async function readAsset(bookId: string, assetId: string): Promise<{ bytes: Uint8Array; mime: string } | undefined> {
    const bytes = await assetsOf(bookId).read(assetId);
    const found = bytes && inspectImage(bytes);
    return bytes && found && { bytes, mime: found.mime };
  }

  return {
    choose,
    take: add,
    keep: (bookId, bytes) => assetsOf(bookId).add(bytes),
    readAsset,
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
    async 'image.read'({ bookId, assetId }) {
      await deps.openBook(bookId);
      const { bytes } = (await readAsset(bookId, assetId)) ?? fail({ code: 'not-found', what: 'asset', id: assetId });
      return ok({ bytes });
    },
  };
}
