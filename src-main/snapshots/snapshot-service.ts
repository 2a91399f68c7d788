import type { Snapshot } from '../../src-shared/domain/snapshot';
import { hasText } from '../../src-shared/domain/outline';
import type { Handlers } from '../../src-shared/ipc/contract';
import { ok } from '../../src-shared/result';
import { DocumentNode, textLines } from '../../src-shared/text/document';
import { createAssetStore, type AssetStore } from '../book/asset-store';
import type { OpenBook } from '../book/open-book';
import type { RecordOf } from '../book/records';
import { replaceTexts } from '../book/replace-text';
import { fail } from '../failure';
import type { Files } from '../files/files';

/** The calls that keep and bring back states of a book. */
export type SnapshotService = Pick<Handlers, 'snapshot.take' | 'snapshot.list' | 'snapshot.compare' | 'snapshot.restore'>;

const outlineFields = ['parentId', 'order', 'title', 'description', 'status', 'trashedAt'] as const;
type OutlineFields = Pick<RecordOf<'nodes'>, (typeof outlineFields)[number]>;

function shown(record: RecordOf<'snapshots'>): Snapshot {
  const { id, chapterId, label, reason, takenAt, words } = record;
  return { id, chapterId, label, reason, takenAt, words };
}

/** Snapshots hold whole documents as assets: a chapter that has not changed is kept once, however often it is kept. */
export function createSnapshotService(deps: {
  readonly openBook: (bookId: string) => Promise<OpenBook>;
  readonly assetsFolder: (bookId: string) => string;
  readonly files: Files;
  readonly newId: () => string;
  readonly now: () => number;
}): SnapshotService & { readonly take: (bookId: string, snapshot: Pick<Snapshot, 'chapterId' | 'label' | 'reason'>) => Promise<Snapshot> } {
  const assetsOf = (bookId: string): AssetStore => createAssetStore({ files: deps.files, folder: deps.assetsFolder(bookId) });

  async function take(bookId: string, snapshot: Pick<Snapshot, 'chapterId' | 'label' | 'reason'>): Promise<Snapshot> {
    const { book } = await deps.openBook(bookId);
    const live = book.lineage().liveTextOf;
    const chapters = snapshot.chapterId === null ? [...live.keys()] : [snapshot.chapterId];
    const texts: Record<string, string> = {};
    let words = 0;
    for (const chapterId of chapters) {
      const textId = book.liveText(chapterId);
      texts[chapterId] = await assetsOf(bookId).add(new TextEncoder().encode(JSON.stringify(await book.texts.document(textId))));
      words += book.texts.count(textId).words;
    }
    const nodes = [...book.state.all('nodes').values()].map((node) => [node.id, Object.fromEntries(outlineFields.map((field) => [field, node[field]]))]);
    const outline = snapshot.chapterId === null ? JSON.stringify(Object.fromEntries(nodes)) : '';
    const id = deps.newId();
    const takenAt = new Date(deps.now()).toISOString();
    await book.change('Snapshot', (tx) => tx.set('snapshots', id, { ...snapshot, takenAt, words, texts, outline }), { undoable: false });
    return { id, ...snapshot, takenAt, words };
  }

  async function contentOf(bookId: string, snapshot: RecordOf<'snapshots'>, chapterId: string): Promise<DocumentNode> {
    const assetId = snapshot.texts[chapterId];
    const bytes = assetId === undefined ? undefined : await assetsOf(bookId).read(assetId);
    if (!bytes) fail({ code: 'not-found', what: 'snapshot', id: snapshot.id });
    return DocumentNode.parse(JSON.parse(new TextDecoder().decode(bytes)));
  }

  async function recordOf(bookId: string, id: string): Promise<{ open: OpenBook; record: RecordOf<'snapshots'> }> {
    const open = await deps.openBook(bookId);
    return { open, record: open.book.state.one('snapshots', id) ?? fail({ code: 'not-found', what: 'snapshot', id }) };
  }

  async function restore(bookId: string, snapshotId: string): Promise<void> {
    const { open, record } = await recordOf(bookId, snapshotId);
    const { book } = open;
    // A chapter that was joined to another has no text of its own to keep; restoring gives it one again.
    const isThere = record.chapterId === null || book.lineage().liveTextOf.has(record.chapterId);
    if (isThere) await take(bookId, { chapterId: record.chapterId, label: 'Before restoring', reason: 'restore' });
    await book.change('Restore snapshot', async (tx) => {
      const live = book.lineage().liveTextOf;
      // One move for all of them: where another device has moved some meanwhile, half of it would leave words twice.
      const from: string[] = [];
      const to: { chapterId: string; content: readonly DocumentNode[] }[] = [];
      for (const chapterId of Object.keys(record.texts)) {
        const content = (await contentOf(bookId, record, chapterId)).content ?? [];
        const textId = live.get(chapterId);
        const node = book.state.one('nodes', chapterId);
        if (!node || !hasText(node.kind)) continue;
        if (textId !== undefined) {
          const present = (await book.texts.document(textId)).content ?? [];
          if (JSON.stringify(present) === JSON.stringify(content)) continue;
        }
        if (textId !== undefined) from.push(textId);
        to.push({ chapterId, content });
      }
      if (to.length > 0) await replaceTexts(open, tx, { kind: 'replace', from, to, newId: deps.newId });
      if (record.outline === '') return;
      const outline = JSON.parse(record.outline) as Record<string, OutlineFields>;
      for (const [nodeId, fields] of Object.entries(outline)) if (book.state.one('nodes', nodeId)) tx.set('nodes', nodeId, fields);
      // What was not there then goes to the trash: its words may stand twice otherwise, split off from a chapter that is whole again.
      const trashedAt = new Date(deps.now()).toISOString();
      for (const node of book.state.all('nodes').values()) {
        if (node.trashedAt === null && outline[node.id] === undefined) tx.set('nodes', node.id, { trashedAt });
      }
    });
  }

  return {
    take,
    'snapshot.take': async ({ bookId, chapterId, label, reason }) => ok(await take(bookId, { chapterId, label, reason })),

    async 'snapshot.list'({ bookId, chapterId }) {
      const { book } = await deps.openBook(bookId);
      const all = [...book.state.all('snapshots').values()];
      const wanted = all.filter((snapshot) => chapterId === null || snapshot.chapterId === chapterId || snapshot.texts[chapterId] !== undefined);
      return ok(wanted.map(shown).sort((a, b) => (a.takenAt < b.takenAt ? 1 : -1)));
    },

    async 'snapshot.compare'({ bookId, snapshotId, chapterId }) {
      const { open, record } = await recordOf(bookId, snapshotId);
      const now = await open.book.texts.document(open.book.liveText(chapterId));
      return ok({ then: textLines(await contentOf(bookId, record, chapterId)), now: textLines(now) });
    },

    async 'snapshot.restore'({ bookId, snapshotId }) {
      await restore(bookId, snapshotId);
      return ok(null);
    },
  };
}
