import { createHash } from 'node:crypto';
import type { BookSection } from '../block';

/** The file of a section inside the package. */
export const sectionFile = (section: BookSection): string => `${section.anchor}.xhtml`;

const types: Readonly<Record<string, readonly [type: string, role: string]>> = {
  'title-page': ['titlepage', ''], copyright: ['copyright-page', ''], dedication: ['dedication', 'doc-dedication'],
  epigraph: ['epigraph', 'doc-epigraph'], foreword: ['foreword', 'doc-foreword'], preface: ['preface', 'doc-preface'],
  introduction: ['introduction', 'doc-introduction'], afterword: ['afterword', 'doc-afterword'],
  acknowledgements: ['acknowledgments', 'doc-acknowledgments'], appendix: ['appendix', 'doc-appendix'],
  notes: ['endnotes', ''], bibliography: ['bibliography', 'doc-bibliography'],
};

/** What a section is, in the words of EPUB and of ARIA; empty where they have none. */
export function sectionType(section: BookSection): { readonly type: string; readonly role: string } {
  if (section.kind === 'part') return { type: 'part', role: 'doc-part' };
  if (section.kind === 'chapter') return { type: 'chapter', role: 'doc-chapter' };
  const [type, role] = types[section.matter ?? ''] ?? ['', ''];
  return { type, role };
}

/** A stable name for the book in the form of a UUID, made from its id. */
export function bookUuid(bookId: string): string {
  const hex = createHash('sha256').update(`longhand:${bookId}`).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`;
}

/** The moment of the last edit as EPUB wants it: whole seconds, UTC. */
export const modifiedAt = (changedAt: string): string => new Date(changedAt).toISOString().replace(/\.\d+Z$/u, 'Z');
