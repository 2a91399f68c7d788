import { deserialize } from 'node:v8';
import type { ImportPlan } from '../../src-shared/domain/import-split';
import type { Matter, NodeKind } from '../../src-shared/domain/outline';
import type { DocumentNode } from '../../src-shared/text/document';
import { seedText } from '../book/text-document';
import type { ImportedBook, Piece, Remark } from './imported-book';
import { createLossReport, type LossReport } from './loss-report';
import { kindOfMatter } from './matter';
import { lineNodes } from './pieces';
import { cleanPictures, withPictures, type CleanPictures } from './seed-pictures';
import { withOrigin } from './read-markdown';

/** A node of the outline, ready to be stored; `parent` is its part's place in the row. */
export type SeededNode = {
  readonly kind: Exclude<NodeKind, 'section'>;
  readonly matter: Matter;
  readonly parent: number | null;
  readonly title: string;
  readonly description: string;
  readonly sections: readonly { readonly title: string; readonly description: string }[];
  /** The text as one Yjs update, every run marked as imported; `null` for a part. */
  readonly update: Uint8Array | null;
  readonly remarks: readonly Remark[];
};

/** A manuscript ready to be stored. */
export type SeededBook = Pick<ImportedBook, 'subtitle' | 'author' | 'language' | 'description' | 'notes'> & {
  readonly nodes: readonly SeededNode[];
  readonly pictures: readonly { readonly assetId: string; readonly bytes: Uint8Array }[];
  readonly cover: string | null;
};

type Growing = {
  readonly piece: Piece; readonly title: string; readonly isPart: boolean; readonly parent: number | null;
  readonly blocks: DocumentNode[]; readonly sections: { title: string; description: string }[]; readonly remarks: Remark[]; lines: number;
};

/** Makes the texts of a book as the author wants it cut. Takes seconds for a million words: it belongs in a worker. */
export async function seedBook(
  { book, plan }: { readonly book: Uint8Array; readonly plan: ImportPlan },
  onProgress: (progress: number, doing: string) => void = () => undefined,
): Promise<SeededBook> {
  const read = deserialize(book) as ImportedBook;
  const report = createLossReport();
  const chapters = chaptersOf(read.pieces, plan);
  const pictures = await cleanPictures(read, chapters.flatMap(({ blocks }) => blocks), report, onProgress);
  const nodes = chapters.map((chapter, at) => seedNode(chapter, { at, chapters, pictures, report, bookTitle: plan.title }));
  const { subtitle, author, language, description } = read;
  const cover = read.cover === null ? null : (pictures.byName.get(read.cover)?.assetId ?? null);
  return { subtitle, author, language, description, nodes, pictures: pictures.kept(), cover, notes: [...read.notes, ...report.sentences()] };
}

function chaptersOf(pieces: readonly Piece[], plan: ImportPlan): Growing[] {
  const chapters: Growing[] = [];
  let part: number | null = null;
  for (const [at, piece] of pieces.entries()) {
    const { action = 'leave', title = piece.title } = plan.pieces[at] ?? {};
    if (action === 'leave') continue;
    const last = chapters.at(-1);
    if (action === 'join' && last && !last.isPart) {
      join(last, piece, title);
      continue;
    }
    const isPart = action === 'part' && piece.blocks.length === 0;
    const isBody = kindOfMatter(piece.matter) === 'chapter';
    if (isPart) part = chapters.length;
    else if (!isBody && kindOfMatter(piece.matter) === 'back') part = null;
    chapters.push({
      piece, title, isPart, parent: isPart || !isBody ? null : part,
      blocks: [...piece.blocks], sections: [], remarks: [...piece.remarks], lines: linesIn(piece.blocks),
    });
  }
  return chapters;
}

const linesIn = (blocks: readonly DocumentNode[]): number => lineNodes({ type: 'doc', content: blocks }).length;

/** Puts a piece at the end of a chapter: under its heading, or as a scene of the chapter's plan. */
function join(chapter: Growing, piece: Piece, title: string): void {
  if (piece.isPlan) {
    if (title !== '' || piece.description !== '') chapter.sections.push({ title, description: piece.description });
    if (piece.blocks.length > 0 && chapter.blocks.length > 0) chapter.blocks.push({ type: 'sceneBreak' });
  } else if (title !== '' || piece.heading.length > 0) {
    const level = Math.min(3, Math.max(1, piece.level - Math.max(1, chapter.piece.level)));
    const content = title === piece.title ? piece.heading : [{ type: 'text' as const, text: title }];
    chapter.blocks.push({ type: 'heading', attrs: { level }, content });
    chapter.lines += 1;
  }
  chapter.remarks.push(...piece.remarks.map((remark) => ({ ...remark, line: remark.line + chapter.lines })));
  chapter.blocks.push(...piece.blocks);
  chapter.lines += linesIn(piece.blocks);
}

type Setting = { readonly at: number; readonly chapters: readonly Growing[]; readonly pictures: CleanPictures; readonly report: LossReport; readonly bookTitle: string };

function seedNode(chapter: Growing, { at, chapters, pictures, report, bookTitle }: Setting): SeededNode {
  const { piece, isPart, parent, sections, remarks } = chapter;
  const description = piece.description.slice(0, 5_000);
  if (isPart) return { kind: 'part', matter: null, parent: null, title: chapter.title.slice(0, 200), description, sections: [], update: null, remarks: [] };
  const hasOthers = chapters.length > 1;
  // What stands before the first heading is an opening of its own when chapters follow.
  const isOpening = piece.level === 0 && at === 0 && hasOthers && chapter.title === '';
  const matter: Matter = isOpening ? 'introduction' : piece.matter;
  const number = chapters.slice(0, at + 1).filter((one) => !one.isPart && one.piece.matter === null).length;
  const unnamed = hasOthers ? `Chapter ${number}` : bookTitle;
  const notes = titleNotes(chapter);
  if (notes.length > 0) report.count('titleNotes');
  const content = [...notes, ...withPictures(chapter.blocks, pictures)];
  return {
    kind: kindOfMatter(matter), matter, parent, description, sections,
    remarks: remarks.map((remark) => ({ ...remark, line: remark.line + notes.length })),
    title: (chapter.title === '' && !isOpening ? unnamed : chapter.title).slice(0, 200),
    update: seedText(withOrigin({ type: 'doc', content }, 'imported', '').content ?? []).update,
  };
}

/** A title holds plain words: a note that hung on it opens the chapter. */
function titleNotes({ piece }: Growing): DocumentNode[] {
  const notes = piece.heading.filter(({ type }) => type === 'footnote');
  return notes.length === 0 ? [] : [{ type: 'paragraph', content: notes }];
}

