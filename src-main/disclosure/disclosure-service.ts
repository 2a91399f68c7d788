import { join } from 'node:path';
import { evidenceOf, suggestDisclosure, type Disclosure } from '../../src-shared/domain/disclosure';
import { isOfReviewer } from '../../src-shared/domain/suggestion';
import type { Handlers } from '../../src-shared/ipc/contract';
import type { DisclosureView } from '../../src-shared/ipc/disclosure-calls';
import { ok } from '../../src-shared/result';
import type { Book } from '../book/book';
import { readDevices } from '../book/devices';
import { collections } from '../book/records';
import type { Files } from '../files/files';
import type { Dialogs } from '../shell-ports';
import { modelPictures } from './book-pictures';
import { countBook, findSentences } from './book-words';
import { statementHtml, statementJson, type Statement } from './statement';

/** The calls that tell whose words a book is made of. */
export type DisclosureService = Pick<Handlers, Extract<keyof Handlers, `disclosure.${string}`>> & {
  /** The statement for people and for programs, as it stands; `at` is the moment it names. */
  readonly writeStatement: (book: Book, at: string) => Promise<{ readonly html: string; readonly json: string }>;
};

const isSaid = (entry: readonly [string, unknown]): boolean => entry[1] !== undefined && entry[1] !== null;

/** Tells whose words a book is made of, suggests what to disclose, and writes it down with its evidence. */
export function createDisclosureService(deps: {
  readonly openBook: (bookId: string) => Promise<{ readonly book: Book }>;
  readonly bookFolder: (bookId: string) => string;
  readonly dialogs: Pick<Dialogs, 'chooseSaveFile'>;
  readonly files: Files;
  readonly now: () => number;
}): DisclosureService {
  async function view(book: Book): Promise<DisclosureView> {
    const chapters = await countBook(book);
    const pictures = await modelPictures(book);
    const author = book.state.one('book', 'book')?.author ?? '';
    const records = [...book.state.all('suggestions').values()].filter((one) => one.state === 'accepted' && !isOfReviewer(one));
    const drafts = [...book.state.all('drafts').values()].filter(({ origin }) => origin === 'co-writer');
    const models = [...new Set([...records, ...drafts, ...pictures].map(({ model }) => model))].filter((model) => model !== '').sort();
    const suggested = suggestDisclosure(evidenceOf(chapters), { author, models, pictures: pictures.length });
    const answers = book.state.one('disclosures', 'book') ?? collections.disclosures.parse({});
    const { text, images, translations, tools, statement } = answers;
    const said = Object.fromEntries(Object.entries({ text, images, translations, tools, statement }).filter(isSaid));
    return { suggested, present: { ...suggested, ...(said as Partial<Disclosure>) }, chapters, pictures: pictures.length };
  }

  /** Where each device’s log ends in what was counted: the place and its checksum, which covers every line before. */
  async function logEnds(book: Book): Promise<Statement['log']> {
    const own = { device: book.device, seq: book.logEnd().seq, checksum: book.logEnd().sum };
    const adopted = book.adopted();
    const after = Object.fromEntries(Object.entries(adopted).map(([device, seq]) => [device, Math.max(0, seq - 1)]));
    const logFolder = join(deps.bookFolder(book.id), 'log');
    const logs = await readDevices({ files: deps.files, logFolder, except: book.device, after });
    const others = [...logs].flatMap(([device, { entries }]) => {
      const last = entries.find(({ entry }) => entry.seq === adopted[device]);
      return last ? [{ device, seq: last.entry.seq, checksum: last.sum }] : [];
    });
    return [own, ...others].filter(({ seq }) => seq > 0);
  }

  async function writeStatement(book: Book, at: string): Promise<{ html: string; json: string }> {
    const { title = '', author = '' } = book.state.one('book', 'book') ?? {};
    const { present, suggested, chapters } = await view(book);
    const statement: Statement = { title, author, at, disclosure: present, suggested, chapters, log: await logEnds(book) };
    return { html: statementHtml(statement), json: statementJson(statement) };
  }

  return {
    writeStatement,
    async 'disclosure.read'({ bookId }) {
      return ok(await view((await deps.openBook(bookId)).book));
    },

    async 'disclosure.sentences'({ bookId, ...wanted }) {
      return ok(await findSentences((await deps.openBook(bookId)).book, wanted));
    },

    async 'disclosure.answer'({ bookId, patch }) {
      const { book } = await deps.openBook(bookId);
      await book.change(
        'Answer about the use of models',
        (tx) => {
          const before: Readonly<Record<string, unknown>> = { ...book.state.one('disclosures', 'book') };
          const changed = Object.entries(patch).filter(([field, value]) => value !== undefined && before[field] !== value);
          if (changed.length > 0) tx.set('disclosures', 'book', Object.fromEntries(changed));
        },
        { undoable: false },
      );
      return ok(null);
    },

    async 'disclosure.export'({ bookId, format }) {
      const { book } = await deps.openBook(bookId);
      const { title = '' } = book.state.one('book', 'book') ?? {};
      const suggestedName = `${title} – use of AI`.replaceAll(/[\u0000-\u001f<>:"/\\|?*]/gu, ' ').trim();
      const file = await deps.dialogs.chooseSaveFile({ suggestedName, extension: format });
      if (file === null) return ok(null);
      const written = await writeStatement(book, new Date(deps.now()).toISOString());
      await deps.files.replace(file, new TextEncoder().encode(written[format]));
      return ok({ file });
    },
  };
}
