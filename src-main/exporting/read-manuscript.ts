import { join } from 'node:path';
import type { Brief } from '../../src-shared/domain/brief';
import { hasText, unplaced } from '../../src-shared/domain/outline';
import { paragraph, type DocumentNode } from '../../src-shared/text/document';
import { createAssetStore } from '../book/asset-store';
import { stampTime } from '../book/clock';
import type { OpenBook } from '../book/open-book';
import { outlineOf } from '../book/outline-tree';
import { textOf, toDocument } from '../book/text-document';
import { readTextFile } from '../book/text-file';
import { fail } from '../failure';
import type { Files } from '../files/files';
import { inspectImage } from '../images/inspect-image';
import type { Manuscript, ManuscriptAsset, ManuscriptSection } from './manuscript';

/** A text by name; `update` is all of it where its file lacks words that the log has. */
type PlannedText = { readonly textId: string; readonly arrivals: readonly string[]; readonly update?: Uint8Array };

/** All that a worker needs to read a book as it was at one moment: plain data, small, without the texts. */
export type ManuscriptPlan = {
  readonly folder: string;
  readonly bookId: string;
  readonly brief: Brief;
  readonly changedAt: string;
  readonly coverId: string | null;
  readonly sections: readonly ManuscriptSection[];
  /** For each section with text: its text, and what arrived for it and waits for a place. */
  readonly texts: Readonly<Record<string, PlannedText>>;
  readonly notes: readonly string[];
};

/** The brief of a book as it stands. */
export function briefOf({ book }: OpenBook): Brief {
  const record = book.state.one('book', 'book') ?? fail({ code: 'not-found', what: 'book', id: book.id });
  const { title, subtitle, author, genre, audience, language, summary, description } = record;
  return { title, subtitle, author, genre, audience, language, summary, description };
}

/** Writes the book out and plans the reading of it. The plan reads files that later edits only replace by newer ones. */
export async function planManuscript(open: OpenBook, folder: string, { withUnplaced = false } = {}): Promise<ManuscriptPlan> {
  await open.checkpoint();
  const { book, arrivals } = open;
  const { nodes } = outlineOf(book);
  const sections: ManuscriptSection[] = [];
  const texts: Record<string, PlannedText> = {};
  let [parts, chapters] = [0, 0];
  for (const node of nodes) {
    if (node.kind === 'section' || (node.parentId === unplaced && !withUnplaced)) continue;
    const { id, kind, matter, title } = node;
    if (kind === 'part') parts += 1;
    if (kind === 'chapter') chapters += 1;
    const counted = kind === 'part' ? parts : chapters;
    const number = kind === 'part' || kind === 'chapter' ? counted : null;
    const section = { id, kind, matter, title, number, partId: kind === 'chapter' ? node.parentId : null, letters: 0 };
    sections.push(section);
    if (!hasText(kind)) continue;
    const textId = book.liveText(id);
    const planned = { textId, arrivals: (await arrivals.of(id)).map(({ text }) => text) };
    texts[id] = planned;
    // A library that is open for reading only has no checkpoint: its writer's latest words are in the log alone.
    if (book.texts.isAheadOfFile(textId)) {
      texts[id] = { ...planned, update: await book.texts.read(textId) };
      await book.texts.recount(textId);
    }
    section.letters = book.texts.count(textId).characters;
  }
  const left = nodes.filter((node) => node.parentId === unplaced).length;
  return {
    folder, bookId: book.id, brief: briefOf(open), sections, texts,
    changedAt: new Date(stampTime(book.lastStamp())).toISOString(),
    coverId: book.state.one('book', 'book')?.cover ?? null,
    notes: left === 0 ? [] : [left === 1 ? 'One chapter in Unplaced is not in this file.' : `${left} chapters in Unplaced are not in this file.`],
  };
}

/** Reads by name; while one is used, the next in order is fetched. */
function readAhead<T>(order: readonly string[], fetch: (name: string) => Promise<T>): (name: string) => Promise<T> {
  let ahead: { readonly name: string | undefined; readonly fetched: Promise<T> } | null = null;
  return async (name) => {
    const value = await (ahead?.name === name ? ahead.fetched : fetch(name));
    const next = order[order.indexOf(name) + 1];
    ahead = next === undefined ? null : { name: next, fetched: fetch(next) };
    ahead?.fetched.catch(() => undefined); // heard when it is asked for
    return value;
  };
}

/** Opens a planned manuscript for reading, one chapter at a time. */
export async function openManuscript(files: Files, plan: ManuscriptPlan): Promise<Manuscript> {
  const assets = createAssetStore({ files, folder: join(plan.folder, 'assets') });

  async function readAsset(assetId: string): Promise<ManuscriptAsset | undefined> {
    const bytes = await assets.read(assetId);
    const found = bytes && inspectImage(bytes);
    return bytes && found ? { bytes, ...found } : undefined;
  }

  const read = readAhead(plan.sections.map(({ id }) => id), async (sectionId) => {
    const text = plan.texts[sectionId];
    return text && (text.update ?? (await readTextFile(files, join(plan.folder, 'text', text.textId))));
  });

  async function readText(sectionId: string): Promise<DocumentNode> {
    const text = plan.texts[sectionId];
    const update = await read(sectionId);
    if (!text || !update) return { type: 'doc', content: [] };
    // A chapter that was never written in has no file.
    if (update === 'damaged') fail({ code: 'library-damaged', file: `text/${text.textId}`, reason: 'damaged' });
    const late = text.arrivals.map((words) => paragraph(words));
    if (update === 'missing') return { type: 'doc', content: late };
    const document = textOf([update]);
    const { content = [] } = toDocument(document);
    document.destroy();
    return { type: 'doc', content: [...content, ...late] };
  }

  const cover = plan.coverId === null ? undefined : await readAsset(plan.coverId);
  return {
    brief: plan.brief, bookId: plan.bookId, changedAt: plan.changedAt, sections: plan.sections, notes: plan.notes,
    cover: cover ? { bytes: cover.bytes, mime: cover.mime } : null,
    readText, readAsset,
  };
}
