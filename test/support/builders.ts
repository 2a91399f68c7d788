import * as Y from 'yjs';
import { outlineOf } from '../../src-main/book/outline-tree';
import type { OpenBook, BookProblem } from '../../src-main/book/open-book';
import { blocksOf, insertBlocks, toDocument, updateOf } from '../../src-main/book/text-document';
import type { Disk } from '../../src-main/files/disk';
import { createBriefService } from '../../src-main/brief/brief-service';
import { createFiles } from '../../src-main/files/files';
import { createAnswerService } from '../../src-main/interview/answer-service';
import { tokensOf } from '../../src-main/interview/similarity';
import { createLibrary } from '../../src-main/library/library';
import { createLibraryService } from '../../src-main/library/library-service';
import { createMergeService } from '../../src-main/merging/merge-service';
import { createOutlineService } from '../../src-main/outline/outline-service';
import { createSnapshotService } from '../../src-main/snapshots/snapshot-service';
import { createTextService } from '../../src-main/writing/text-service';
import type { Result } from '../../src-shared/result';
import { countWords } from '../../src-shared/domain/word-count';
import { paragraph, textLines } from '../../src-shared/text/document';
import { shippedPacks } from './start-interview';

/** The value of an answer that is expected to be one. */
export async function valueOf<T>(answer: Promise<Result<T>>): Promise<T> {
  const result = await answer;
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** Numbers ids in order, so that a run can be repeated. */
export function countIds(prefix: string): () => string {
  let count = 0;
  return () => `${prefix}${(count += 1).toString(36)}`;
}

/** The words of a text as an editor counts them. */
export const countOf = (text: Y.Doc): number => textLines(toDocument(text)).reduce((sum, line) => sum + countWords(line), 0);

/** One running copy of the services of a library, without settings and windows. */
export function createDevice({ disk, now, newId }: { disk: Disk; now: () => number; newId: () => string }) {
  const files = createFiles({ disk, newId });
  const problems: BookProblem[] = [];
  const library = createLibrary({
    files, now, newId,
    onChange: () => undefined,
    onBooksChanged: () => undefined,
    onProblem: (problem) => problems.push(problem),
  });
  const openBook = (bookId: string): Promise<OpenBook> => library.open(bookId);
  const shelf = createLibraryService({
    library, now,
    dialogs: { chooseFolder: async () => null, chooseFile: async () => null, chooseSaveFile: async () => null },
    authorName: () => 'Nell Harrow',
    rememberFolder: async () => undefined,
  });
  const outline = createOutlineService({ openBook, newId, now });
  const texts = createTextService({ openBook, now, noteWords: () => undefined });
  const answers = createAnswerService({ openBook, newId, now, noteWords: () => undefined });
  const brief = createBriefService({ openBook, packFor: shippedPacks().packFor, tokensOf, newId, now });
  const snapshots = createSnapshotService({
    openBook, files, newId, now,
    assetsFolder: (bookId) => `${library.folder().bookFolder(bookId)}/assets`,
  });

  async function addChapter(bookId: string, title: string, parentId: string | null = null): Promise<string> {
    const added = outline['outline.add']({ bookId, kind: 'chapter', matter: null, parentId, beforeId: null, title, description: '' });
    return (await valueOf(added)).nodeId;
  }

  /** Edits a chapter as the editor does: on a document of its own, sending what changed. */
  async function edit(bookId: string, chapterId: string, work: (text: Y.Doc) => void): Promise<void> {
    const open = await valueOf(texts['text.open']({ bookId, chapterId }));
    const text = new Y.Doc();
    Y.applyUpdate(text, open.update);
    const update = updateOf(text, () => work(text));
    const words = countOf(text);
    text.destroy();
    await valueOf(texts['text.append']({ bookId, textId: open.textId, update, words, written: 0 }));
  }

  return {
    files, library, shelf, outline, texts, answers, brief, snapshots, problems, addChapter, edit,
    merging: createMergeService({ files, library }),
    /** Adds a paragraph at the end of a chapter. */
    write: (bookId: string, chapterId: string, words: string) =>
      edit(bookId, chapterId, (text) => insertBlocks(text, blocksOf(text).length, [paragraph(words)])),
  };
}

export type Device = ReturnType<typeof createDevice>;

/** All that a book holds, as bytes to compare. */
export async function dumpOf(open: OpenBook): Promise<string> {
  const { book, arrivals } = open;
  const texts: [string, unknown][] = [];
  for (const textId of [...book.state.all('texts').keys()].sort()) texts.push([textId, await book.texts.document(textId)]);
  const waiting: [string, unknown][] = [];
  for (const chapterId of [...book.lineage().liveTextOf.keys()].sort()) waiting.push([chapterId, await arrivals.of(chapterId)]);
  return JSON.stringify({ records: book.state.store(), texts, waiting });
}

/** What a reader of the book gets, as bytes to compare: outline, texts in order, and what waits for a place. */
export async function exportOf(open: OpenBook): Promise<string> {
  const { book, arrivals } = open;
  const { nodes } = outlineOf(book);
  const live = book.lineage().liveTextOf;
  const chapters: unknown[] = [];
  for (const { id } of nodes) {
    const textId = live.get(id);
    if (textId === undefined) continue;
    chapters.push([id, await book.texts.document(textId), (await arrivals.of(id)).map((arrival) => [arrival.id, arrival.text])]);
  }
  return JSON.stringify({ nodes, chapters, brief: book.state.one('book', 'book') });
}
