import { unplaced, type OutlineNode } from '../../src-shared/domain/outline';
import type { ExportFormat } from '../../src-shared/ipc/export-calls';
import type { OpenBook } from '../book/open-book';
import { outlineOf } from '../book/outline-tree';
import { papersOf, type BookPapers } from './book-papers';
import { planManuscript, type ManuscriptPlan } from './read-manuscript';

/** Formats that hold the whole book, whatever the author leaves out of the others. */
export const wholeFormats: ReadonlySet<ExportFormat> = new Set(['opml', 'archive']);

/** What a worker needs to write a book in one format. */
export type ExportPlan = { readonly plan: ManuscriptPlan; readonly outline: readonly OutlineNode[]; readonly papers?: BookPapers };

/** Writes down whose words a book is made of; `at` is the moment it names. */
export type WriteStatement = (book: OpenBook['book'], at: string) => Promise<BookPapers['statement']>;

/** Plans an export from the state that the book has now. */
export async function planExport(
  open: OpenBook,
  wanted: { readonly folder: string; readonly format: ExportFormat; readonly writeStatement: WriteStatement },
): Promise<ExportPlan> {
  const { folder, format, writeStatement } = wanted;
  const { nodes: outline } = outlineOf(open.book);
  const plan = await planManuscript(open, folder, { withUnplaced: format === 'archive' });
  if (!wholeFormats.has(format)) return { plan, outline };
  const isLoose = new Set(outline.filter(({ parentId }) => parentId === unplaced).map(({ id }) => id));
  const sections = plan.sections.map((section) => (isLoose.has(section.id) ? { ...section, number: null, partId: null } : section));
  const whole = { plan: { ...plan, sections, notes: [] }, outline };
  return format === 'archive' ? { ...whole, papers: papersOf(open, await writeStatement(open.book, plan.changedAt)) } : whole;
}
