import { firstDesign, picturedLayouts, type CoverDesign } from '../../src-shared/domain/cover';
import type { Handlers } from '../../src-shared/ipc/contract';
import type { CoverView } from '../../src-shared/ipc/cover-calls';
import { ok } from '../../src-shared/result';
import type { Book, Transaction } from '../book/book';
import type { OpenBook } from '../book/open-book';
import { collections, type RecordOf } from '../book/records';
import { fail } from '../failure';
import type { Files } from '../files/files';
import type { Dialogs } from '../shell-ports';
import type { RunJob } from '../worker/run-job';

/** The calls of the cover. */
export type CoverService = Pick<Handlers, Extract<keyof Handlers, `cover.${string}`>>;

type Patch = { readonly [K in keyof CoverDesign | 'idea']?: (CoverDesign & { idea: string })[K] | undefined };

/** What is typed has its own undo in the field; the rest is a step of the book. */
const typed: ReadonlySet<string> = new Set(['line', 'idea'] satisfies (keyof Patch)[]);

const bookRecord = (book: Book): RecordOf<'book'> =>
  book.state.one('book', 'book') ?? { ...collections.book.parse({}), id: 'book' };
const coverRecord = (book: Book): Omit<RecordOf<'covers'>, 'id'> =>
  book.state.one('covers', 'book') ?? collections.covers.parse({});

function designOf(book: Book): CoverDesign {
  const { layout, palette, face, line, picture, veil, variation } = coverRecord(book);
  const first = firstDesign(bookRecord(book).genre);
  return {
    layout: layout ?? first.layout,
    palette: palette ?? first.palette,
    face: face ?? first.face,
    ...{ line, picture, veil, variation },
  };
}

function viewOf(book: Book): CoverView {
  const { idea, madeId, madeWith } = coverRecord(book);
  const { cover } = bookRecord(book);
  const pictures = [...book.state.all('pictures').values()]
    .map(({ id, model, idea: asked, createdAt }) => ({ assetId: id, model, idea: asked, createdAt }))
    .sort((one, other) => (one.createdAt > other.createdAt ? -1 : 1));
  const isMade = cover !== null && cover === madeId;
  return { design: designOf(book), idea, cover, made: isMade ? { pictureId: madeWith } : null, pictures };
}

/** Sets what changed. The first time all of a design is set: it no longer follows the genre. */
function setDesign(book: Book, tx: Transaction, patch: Patch): void {
  const isFirst = coverRecord(book).layout === null;
  const before: Readonly<Record<string, unknown>> = { ...designOf(book), idea: coverRecord(book).idea };
  const changed = Object.entries(patch).filter(
    ([field, value]) => value !== undefined && JSON.stringify(before[field]) !== JSON.stringify(value),
  );
  if (changed.length === 0) return;
  tx.set('covers', 'book', { ...(isFirst ? { ...before, gone: false } : {}), ...Object.fromEntries(changed) });
}

/** Keeps the design of a cover, and makes files and the book’s own cover of what the page drew from it. */
export function createCoverService(deps: {
  readonly openBook: (bookId: string) => Promise<OpenBook>;
  /** Asks for a picture and takes it into the book; `null` when the author changed their mind. */
  readonly choosePicture: (bookId: string) => Promise<{ readonly assetId: string } | null>;
  readonly keepAsset: (bookId: string, bytes: Uint8Array) => Promise<string>;
  readonly rememberBook: (bookId: string) => Promise<void>;
  readonly dialogs: Pick<Dialogs, 'chooseSaveFile'>;
  readonly files: Pick<Files, 'replace'>;
  readonly runJob: RunJob;
}): CoverService {
  async function change(bookId: string, patch: Patch): Promise<void> {
    const { book } = await deps.openBook(bookId);
    const undoable = Object.keys(patch).some((field) => !typed.has(field));
    await book.change('Change the cover design', (tx) => setDesign(book, tx, patch), { undoable });
  }

  async function made(bytes: Uint8Array): Promise<Uint8Array> {
    const result = await deps.runJob('makeCover', { bytes });
    return result.ok ? result.value : fail(result.error);
  }

  return {
    'cover.read': async ({ bookId }) => ok(viewOf((await deps.openBook(bookId)).book)),

    async 'cover.change'({ bookId, patch }) {
      await change(bookId, patch);
      return ok(null);
    },

    async 'cover.choosePicture'({ bookId }) {
      const image = await deps.choosePicture(bookId);
      if (!image) return ok(null);
      const picture = { assetId: image.assetId, focusX: 0.5, focusY: 0.5, zoom: 1 };
      await change(bookId, { picture });
      return ok(picture);
    },

    async 'cover.use'({ bookId, bytes }) {
      const { book } = await deps.openBook(bookId);
      const jpeg = await made(bytes);
      const cover = await deps.keepAsset(bookId, jpeg);
      await book.change('Change cover', (tx) => {
        const { layout, picture } = designOf(book);
        const isShown = picturedLayouts.has(layout);
        tx.set('book', 'book', { cover });
        tx.set('covers', 'book', { madeId: cover, madeWith: isShown ? (picture?.assetId ?? null) : null, gone: false });
      });
      await deps.rememberBook(bookId);
      return ok({ cover, bytes: jpeg.byteLength });
    },

    async 'cover.save'({ bookId, bytes }) {
      const { title } = bookRecord((await deps.openBook(bookId)).book);
      const suggestedName = `${title} – cover`.replaceAll(/[\u0000-\u001f<>:"/\\|?*]/gu, ' ').trim();
      const file = await deps.dialogs.chooseSaveFile({ suggestedName, extension: 'jpg' });
      if (file === null) return ok(null);
      const jpeg = await made(bytes);
      await deps.files.replace(file, jpeg);
      return ok({ file, bytes: jpeg.byteLength });
    },
  };
}
