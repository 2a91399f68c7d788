import { z } from 'zod';

/** What becomes of a piece of a manuscript: `join` puts it, heading and all, at the end of the chapter before. */
export const PieceAction = z.enum(['part', 'chapter', 'join', 'leave']);
export type PieceAction = z.infer<typeof PieceAction>;

/** A piece as the author sees it before anything is written. */
export const PieceView = z.strictObject({
  title: z.string(),
  /** Of its heading, from 1 at the top; 0 for what stands before the first. */
  level: z.int(),
  words: z.int(),
  /** Its first words. */
  opening: z.string(),
  isPart: z.boolean(),
  /** Front or back matter by its name. */
  isMatter: z.boolean(),
  /** Remarks and suggestions of reviewers in it. */
  remarks: z.int(),
});
export type PieceView = z.infer<typeof PieceView>;

export const ManuscriptFormat = z.enum(['docx', 'markdown', 'text', 'html', 'epub', 'odt', 'rtf', 'opml', 'scrivener']);
export type ManuscriptFormat = z.infer<typeof ManuscriptFormat>;

/** What a file would become. */
export const ImportPreview = z.strictObject({
  fileName: z.string(),
  format: ManuscriptFormat,
  title: z.string(),
  author: z.string(),
  pieces: z.array(PieceView),
  chapterLevel: z.int(),
  pictures: z.int(),
  /** What was not carried over, or not as it was. */
  notes: z.array(z.string()),
});
export type ImportPreview = z.infer<typeof ImportPreview>;

/** More pieces than any manuscript has chapters, scenes and headings. */
export const mostPieces = 20_000;

/** How the author wants it: one entry for each piece, in order. */
export const ImportPlan = z.strictObject({
  title: z.string().trim().min(1).max(200),
  pieces: z.array(z.strictObject({ action: PieceAction, title: z.string().max(400) })).max(mostPieces),
});
export type ImportPlan = z.infer<typeof ImportPlan>;

type Shape = Pick<PieceView, 'level' | 'words' | 'isPart' | 'isMatter'>;

/** What becomes of each piece when chapters begin at a heading level. */
export function actionsAt(pieces: readonly Shape[], chapterLevel: number): PieceAction[] {
  return pieces.map(({ level, words, isPart, isMatter }) => {
    if (isPart || (level > 0 && level < chapterLevel)) return words === 0 && !isMatter ? 'part' : 'chapter';
    return level <= chapterLevel ? 'chapter' : 'join';
  });
}

/** The heading levels at which chapters could begin. */
export const levelsOf = (pieces: readonly Shape[]): number[] =>
  [...new Set(pieces.filter(({ level, isPart }) => level > 0 && !isPart).map(({ level }) => level))].sort((a, b) => a - b);
