import { canContain, hasText, nextStatuses, unplaced, type NodeKind } from '../../src-shared/domain/outline';
import type { Handlers } from '../../src-shared/ipc/contract';
import { ok } from '../../src-shared/result';
import type { Transaction } from '../book/book';
import type { OpenBook } from '../book/open-book';
import { outlineOf } from '../book/outline-tree';
import type { RecordOf } from '../book/records';
import { replaceTexts } from '../book/replace-text';
import { fail } from '../failure';
import { acceptProposal } from './accept-proposal';
import { keyAt, keysAt, standTogether } from './order';

type OutlineCalls = Extract<keyof Handlers, `outline.${string}`>;
type ProposalCalls = 'outline.propose' | 'outline.proposals' | 'outline.discardProposal';
/** The calls of the outline but those for proposals: the template's is the interview's, kept ones are beside this file. */
export type OutlineService = Pick<Handlers, Exclude<OutlineCalls, ProposalCalls>>;

/** Changes the structure of a book. Structure and text are separate: nothing here can touch a word. */
export function createOutlineService(deps: {
  readonly openBook: (bookId: string) => Promise<OpenBook>;
  readonly newId: () => string;
  readonly now: () => number;
}): OutlineService {
  const { openBook, newId } = deps;

  function nodeOf({ book }: OpenBook, nodeId: string): RecordOf<'nodes'> {
    return book.state.one('nodes', nodeId) ?? fail({ code: 'not-found', what: 'chapter', id: nodeId });
  }

  function checkParent(open: OpenBook, kind: NodeKind, parentId: string | null): void {
    if (parentId === unplaced) {
      if (!hasText(kind)) fail({ code: 'illegal-move', reason: 'kind' });
      return;
    }
    const parent = parentId === null ? null : nodeOf(open, parentId);
    if (!canContain(parent?.kind ?? null, kind)) fail({ code: 'illegal-move', reason: 'kind' });
  }

  function checkCycle(open: OpenBook, nodeId: string, parentId: string | null): void {
    for (let at = parentId; at !== null && at !== unplaced; at = open.book.state.one('nodes', at)?.parentId ?? null) {
      if (at === nodeId) fail({ code: 'illegal-move', reason: 'cycle' });
    }
  }

  function addText(tx: Transaction, chapterId: string): void {
    tx.set('texts', newId(), { chapterId, seedClient: 0 });
  }

  return {
    'outline.read': async ({ bookId }) => ok(outlineOf((await openBook(bookId)).book)),

    async 'outline.add'({ bookId, kind, matter, parentId, beforeId, title, description }) {
      const open = await openBook(bookId);
      const nodeId = newId();
      await open.book.change('Add to the outline', (tx) => {
        checkParent(open, kind, parentId);
        const order = keyAt(open.book, { parentId, kind, beforeId });
        tx.set('nodes', nodeId, { kind, matter, parentId, order, title, description, status: 'draft', trashedAt: null });
        if (hasText(kind)) addText(tx, nodeId);
      });
      return ok({ nodeId });
    },

    async 'outline.update'({ bookId, nodeId, title, description }) {
      const open = await openBook(bookId);
      await open.book.change(title === undefined ? 'Describe' : 'Rename', (tx) => {
        const node = nodeOf(open, nodeId);
        if (title !== undefined && title !== node.title) tx.set('nodes', nodeId, { title });
        if (description !== undefined && description !== node.description) tx.set('nodes', nodeId, { description });
      });
      return ok(null);
    },

    async 'outline.move'({ bookId, nodeIds, parentId, beforeId }) {
      const open = await openBook(bookId);
      await open.book.change('Move', (tx) => {
        const moving = nodeIds.map((nodeId) => nodeOf(open, nodeId));
        for (const { id, kind } of moving) {
          checkParent(open, kind, parentId);
          checkCycle(open, id, parentId);
        }
        // At the top of a book front matter, body and back matter each stand in a row of their own.
        for (const [at, { kind }] of moving.entries()) {
          const row = moving.filter((node) => parentId !== null || standTogether(node.kind, kind));
          if (row[0] !== moving[at]) continue;
          const keys = keysAt(open.book, { parentId, kind, beforeId, moving: nodeIds }, row.length);
          row.forEach((node, index) => tx.set('nodes', node.id, { parentId, order: keys[index] ?? '' }));
        }
      });
      return ok(null);
    },

    async 'outline.trash'({ bookId, nodeIds }) {
      const open = await openBook(bookId);
      const trashedAt = new Date(deps.now()).toISOString();
      await open.book.change('Move to trash', (tx) => {
        for (const nodeId of nodeIds) tx.set('nodes', nodeOf(open, nodeId).id, { trashedAt });
      });
      return ok(null);
    },

    async 'outline.restore'({ bookId, nodeId }) {
      const open = await openBook(bookId);
      await open.book.change('Restore from trash', (tx) => {
        const node = nodeOf(open, nodeId);
        const hasPlace = isPlaceShown(open, node.parentId);
        tx.set('nodes', nodeId, { trashedAt: null, ...(hasPlace ? {} : { parentId: hasText(node.kind) ? unplaced : null }) });
      });
      return ok(null);
    },

    async 'outline.trashed'({ bookId }) {
      const { book } = await openBook(bookId);
      const nodes = [...book.state.all('nodes').values()];
      const below = (id: string): number =>
        nodes.filter((node) => node.parentId === id).reduce((sum, node) => sum + 1 + below(node.id), 0);
      const live = book.lineage().liveTextOf;
      const holdsSome = (id: string): boolean => book.texts.count(live.get(id) ?? '').characters > 0 || below(id) > 0;
      const trashed = nodes.filter(
        (node) => node.trashedAt !== null && (!hasText(node.kind) || live.has(node.id)) && (!node.takenBack || holdsSome(node.id)),
      );
      return ok(
        trashed.map((node) => ({
          node: {
            id: node.id, kind: node.kind, matter: node.matter, parentId: node.parentId, title: node.title,
            description: node.description, status: node.status,
            words: book.texts.count(live.get(node.id) ?? '').words, questions: 0, answered: 0,
          },
          trashedAt: node.trashedAt ?? '',
          trashedWith: below(node.id),
        })),
      );
    },

    async 'outline.split'({ bookId, chapterId, beforeBlock, title }) {
      const open = await openBook(bookId);
      const nodeId = newId();
      await open.book.change('Split chapter', async (tx) => {
        const node = nodeOf(open, chapterId);
        const textId = open.book.liveText(chapterId);
        const content = (await open.book.texts.document(textId)).content ?? [];
        if (beforeBlock < 1 || beforeBlock >= content.length) fail({ code: 'invalid-input', issues: ['There is nothing to split off there.'] });
        const order = keyAt(open.book, { parentId: node.parentId, kind: node.kind, afterId: chapterId });
        tx.set('nodes', nodeId, { kind: node.kind, matter: node.matter, parentId: node.parentId, order, title, description: '', status: 'draft', trashedAt: null });
        const to = [
          { chapterId, content: content.slice(0, beforeBlock) },
          { chapterId: nodeId, content: content.slice(beforeBlock) },
        ];
        await replaceTexts(open, tx, { kind: 'split', from: [textId], to, newId });
      });
      return ok({ nodeId });
    },

    async 'outline.merge'({ bookId, chapterId, withId }) {
      const open = await openBook(bookId);
      await open.book.change('Join chapters', async (tx) => {
        if (chapterId === withId) fail({ code: 'illegal-move', reason: 'cycle' });
        const { book } = open;
        const [first, second] = [book.liveText(chapterId), book.liveText(withId)];
        const content = [
          ...((await book.texts.document(first)).content ?? []),
          ...((await book.texts.document(second)).content ?? []),
        ];
        await replaceTexts(open, tx, { kind: 'merge', from: [first, second], to: [{ chapterId, content }], newId });
        for (const question of book.state.all('questions').values()) {
          if (question.chapterId === withId) tx.set('questions', question.id, { chapterId });
        }
        for (const node of book.state.all('nodes').values()) if (node.parentId === withId) tx.set('nodes', node.id, { parentId: chapterId });
      });
      return ok(null);
    },

    async 'outline.setStatus'({ bookId, nodeIds, status }) {
      const open = await openBook(bookId);
      const report = await open.book.change('Change status', (tx) =>
        nodeIds.map((nodeId) => {
          const from = nodeOf(open, nodeId).status;
          const changed = nextStatuses(from).includes(status);
          if (changed) tx.set('nodes', nodeId, { status });
          return { nodeId, from, changed };
        }),
      );
      const only = report.length === 1 ? report[0] : undefined;
      if (only && !only.changed && only.from !== status) fail({ code: 'illegal-status', nodeId: only.nodeId, from: only.from, to: status });
      return ok(report);
    },

    async 'outline.accept'({ bookId, chapters, mode }) {
      const open = await openBook(bookId);
      await open.book.change('Accept the outline', (tx) => acceptProposal({ book: open.book, tx, chapters, mode, newId }));
      return ok(outlineOf(open.book));
    },
  };
}

function isPlaceShown({ book }: OpenBook, parentId: string | null): boolean {
  for (let at = parentId; at !== null && at !== unplaced; ) {
    const parent = book.state.one('nodes', at);
    if (!parent || parent.trashedAt !== null) return false;
    at = parent.parentId;
  }
  return true;
}
