import { hasText, type Outline, type OutlineNode } from '../../../src-shared/domain/outline';

/** The chapters that carry text, in reading order. */
export const textNodes = (outline: Outline): readonly OutlineNode[] =>
  outline.nodes.filter((node) => hasText(node.kind));

/**
 * The chapter to write in for a line of the outline: the line itself, the chapter of a section, the first chapter of a
 * part; without a line the one that was left, else the first.
 */
export function chapterFor(outline: Outline, chosen: string | null, leftAt: string | null): OutlineNode | undefined {
  const chapters = textNodes(outline);
  const line = outline.nodes.find((node) => node.id === chosen);
  if (line?.kind === 'section') return chapters.find((node) => node.id === line.parentId);
  if (line?.kind === 'part') {
    const first = chapters.find((node) => node.parentId === line.id);
    if (first) return first;
  }
  return (
    chapters.find((node) => node.id === chosen) ??
    chapters.find((node) => node.id === leftAt) ??
    chapters.find((node) => node.kind === 'chapter') ??
    chapters[0]
  );
}

/** Words of the book's other chapters, as they are on disk; this one's are counted on the page. */
export function wordsElsewhere(outline: Outline, chapterId: string): number {
  return textNodes(outline).reduce((sum, node) => sum + (node.id === chapterId ? 0 : node.words), 0);
}
