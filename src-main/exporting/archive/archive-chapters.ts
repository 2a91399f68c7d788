import { unplaced, type OutlineNode } from '../../../src-shared/domain/outline';
import type { BookSection } from '../block';
import { bookSections } from '../manuscript-blocks';
import type { Manuscript } from '../manuscript';
import { frontMatterText, titleOf } from '../markdown/markdown-section';

/** A section of the book and where its text stands in the archive. */
export type ArchiveChapter = {
  readonly section: BookSection;
  readonly file: string;
  /** The line of the outline; missing where the outline is not known. */
  readonly node: OutlineNode | undefined;
  /** The title of the part it stands in. */
  readonly part: string;
};

const longestName = 60;

/** A title as part of a file’s name on every system, in any script. */
function nameOf(title: string): string {
  const plain = title.normalize('NFC').toLowerCase().replace(/[^\p{L}\p{N}\p{M}]+/gu, '-').replace(/^-+|-+$/gu, '');
  return Array.from(plain).slice(0, longestName).join('').replace(/-+$/u, '');
}

/** The sections of a book that have a text of their own, each with its file. */
export function archiveChapters(manuscript: Manuscript, outline: readonly OutlineNode[]): ArchiveChapter[] {
  const nodes = new Map(outline.map((node) => [node.id, node]));
  const sections = bookSections(manuscript);
  const parts = new Map(sections.filter(({ kind }) => kind === 'part').map(({ id, title }) => [id, title]));
  const written = sections.filter(({ kind }) => kind !== 'part');
  const digits = Math.max(2, String(written.length).length);
  return written.map((section, at) => {
    const node = nodes.get(section.id);
    const folder = node?.parentId === unplaced ? 'chapters/unplaced' : 'chapters';
    const name = nameOf(titleOf(section));
    const number = String(at + 1).padStart(digits, '0');
    return { section, file: `${folder}/${number}${name === '' ? '' : `-${name}`}.md`, node, part: parts.get(section.partId ?? '') ?? '' };
  });
}

/** What a chapter’s file says of itself. */
export function chapterFrontMatter({ section, node, part }: ArchiveChapter, manuscript: Manuscript): string {
  const { title, author, language } = manuscript.brief;
  return frontMatterText([
    ['title', titleOf(section)], ['book', title], ['author', author], ['lang', language], ['kind', section.matter ?? section.kind],
    ['part', part], ['number', section.number === null ? '' : String(section.number)], ['status', node?.status ?? ''],
    ['description', node?.description ?? ''], ['id', section.id],
  ]);
}
