import { z } from 'zod';
export { unplaced } from './unplaced';

export const NodeKind = z.enum(['part', 'chapter', 'section', 'front', 'back']);
export type NodeKind = z.infer<typeof NodeKind>;

export const FrontMatter = z.enum(['title-page', 'copyright', 'dedication', 'epigraph', 'foreword', 'preface', 'introduction']);
export const BackMatter = z.enum(['afterword', 'acknowledgements', 'appendix', 'notes', 'bibliography', 'about-the-author']);
/** Which piece of front or back matter a node is; `null` for parts, chapters and sections. */
export const Matter = z.union([FrontMatter, BackMatter]).nullable();
export type Matter = z.infer<typeof Matter>;

export const ChapterStatus = z.enum(['draft', 'in-progress', 'completed', 'published']);
export type ChapterStatus = z.infer<typeof ChapterStatus>;

/** One line of the outline. Parts hold chapters, chapters hold sections; sections are the plan of a chapter and carry no text. */
export const OutlineNode = z.strictObject({
  id: z.string(),
  kind: NodeKind,
  matter: Matter,
  /** `null` at the top level, {@link unplaced}, or the id of a part or chapter. */
  parentId: z.string().nullable(),
  title: z.string(),
  description: z.string(),
  status: ChapterStatus,
  words: z.number().int(),
  questions: z.number().int(),
  answered: z.number().int(),
});
export type OutlineNode = z.infer<typeof OutlineNode>;

/** All nodes in reading order (depth first): front matter, body, back matter, then what is unplaced. */
export const Outline = z.strictObject({ nodes: z.array(OutlineNode) });
export type Outline = z.infer<typeof Outline>;

/** A chapter of a proposed table of contents. `key` is stable inside its proposal. */
export const ProposedChapter = z.strictObject({
  key: z.string(),
  title: z.string(),
  description: z.string(),
  sections: z.array(z.strictObject({ title: z.string(), description: z.string() })),
  /** The present chapter this one would continue, or `null` for a new one. */
  continues: z.string().nullable(),
});
export type ProposedChapter = z.infer<typeof ProposedChapter>;

/** A proposal beside the present outline. Nothing changes until parts of it are accepted. */
export const OutlineProposal = z.strictObject({
  origin: z.enum(['template', 'co-writer']),
  label: z.string(),
  chapters: z.array(ProposedChapter),
});
export type OutlineProposal = z.infer<typeof OutlineProposal>;

const allowedMoves: Readonly<Record<ChapterStatus, readonly ChapterStatus[]>> = {
  draft: ['in-progress', 'completed'],
  'in-progress': ['draft', 'completed'],
  completed: ['in-progress', 'published'],
  published: ['completed'],
};

/** Which statuses a chapter may take next. */
export const nextStatuses = (from: ChapterStatus): readonly ChapterStatus[] => allowedMoves[from];

/** The status the word count suggests; a hint that never sets itself. */
export function suggestStatus(words: number): ChapterStatus {
  if (words === 0) return 'draft';
  return words < 500 ? 'in-progress' : 'completed';
}

/** Whether a node of this kind may stand below a parent of that kind (`null` is the top level). */
export function canContain(parent: NodeKind | null, child: NodeKind): boolean {
  if (child === 'section') return parent === 'chapter';
  if (child === 'chapter') return parent === null || parent === 'part';
  return parent === null;
}

/** Whether nodes of this kind carry text. */
export const hasText = (kind: NodeKind): boolean => kind !== 'part' && kind !== 'section';
