import type { OutlineProposal, ProposedChapter } from '../../src-shared/domain/outline';
import type { Handlers } from '../../src-shared/ipc/contract';
import { ok } from '../../src-shared/result';
import type { Book } from '../book/book';
import type { RecordOf } from '../book/records';
import { fail } from '../failure';

/** A proposal as it is kept. */
export type KeptProposal = { readonly proposalId: string; readonly proposal: OutlineProposal };

/** The calls for proposals that stand beside the outline, and how one gets there. */
export type KeptProposals = Pick<Handlers, 'outline.proposals' | 'outline.discardProposal'> & {
  /** Keeps a table of contents that the co-writer proposed. The outline stays as it is. */
  readonly keep: (book: Book, proposed: { label: string; chapters: ProposedChapter[] }) => Promise<KeptProposal>;
};

const show = ({ label, chapters }: RecordOf<'proposals'>): OutlineProposal => ({ origin: 'co-writer', label, chapters });

/** Keeps proposed tables of contents until the author throws them away, so that several can be compared. */
export function createKeptProposals(deps: {
  readonly openBook: (bookId: string) => Promise<{ readonly book: Book }>;
  readonly newId: () => string;
  readonly now: () => number;
}): KeptProposals {
  const { openBook, newId } = deps;
  const nowIso = (): string => new Date(deps.now()).toISOString();

  function proposalOf(book: Book, id: string): RecordOf<'proposals'> {
    return book.state.one('proposals', id) ?? fail({ code: 'not-found', what: 'proposal', id });
  }

  return {
    async keep(book, { label, chapters }) {
      const proposalId = newId();
      await book.change('Propose an outline', (tx) =>
        tx.set('proposals', proposalId, { createdAt: nowIso(), label, chapters, trashedAt: null }),
      );
      return { proposalId, proposal: show(proposalOf(book, proposalId)) };
    },

    async 'outline.proposals'({ bookId }) {
      const { book } = await openBook(bookId);
      const kept = [...book.state.all('proposals').values()].filter(({ trashedAt }) => trashedAt === null);
      const newestFirst = kept.sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
      return ok(newestFirst.map((record) => ({ id: record.id, createdAt: record.createdAt, proposal: show(record) })));
    },

    async 'outline.discardProposal'({ bookId, proposalId }) {
      const { book } = await openBook(bookId);
      await book.change('Discard a proposal', (tx) => {
        if (proposalOf(book, proposalId).trashedAt === null) tx.set('proposals', proposalId, { trashedAt: nowIso() });
      });
      return ok(null);
    },
  };
}
