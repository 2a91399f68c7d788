import type { DocumentNode } from '../../../src-shared/text/document';
import { joinRuns, somebody, trimStart } from '../tracked-line';
import { allNamed, elementsOf, lettersOf, type XmlElement } from '../xml-tree';
import type { DocxPackage } from './docx-package';
import { createRunReader, type RunPorts } from './docx-runs';

/** The notes of one kind, by id. */
export type Notes = ReadonlyMap<string, readonly DocumentNode[]>;

/** Reads footnotes or endnotes: each is one run of text, its paragraphs set apart by breaks. */
export async function readNotes(docx: DocxPackage, kind: 'footnote' | 'endnote', ports: Pick<RunPorts, 'styles' | 'report'>): Promise<Notes> {
  const notes = new Map<string, readonly DocumentNode[]>();
  const relations = await docx.relationsOf(`${kind}s`);
  const read = createRunReader({ ...ports, relations, note: () => null, picture: () => null });
  const hear = (note: XmlElement): void => {
    const { 'w:id': id = '', 'w:type': type = 'normal' } = note.attributes;
    if (note.name !== `w:${kind}` || type !== 'normal') return;
    const lines = elementsOf(note, 'w:p').map((line) => {
      const { segments } = read(line);
      if (segments.some(({ change }) => change !== null)) ports.report.count('noteChanges');
      return joinRuns(segments.filter(({ change }) => change?.kind !== 'removed').map(({ node }) => node));
    });
    notes.set(id, trimStart(joined(lines)));
  };
  await docx.part(`${kind}s`, { inside: `w:${kind}s`, hear });
  return notes;
}

const joined = (lines: readonly DocumentNode[][]): DocumentNode[] =>
  lines.filter((line) => line.length > 0).flatMap((line, at) => (at === 0 ? line : [{ type: 'hardBreak' as const }, ...line]));

/** What reviewers wrote beside the text. */
export type Comment = { readonly by: string; readonly text: string };

/** Reads the comments, by id. */
export async function readComments(docx: DocxPackage): Promise<ReadonlyMap<string, Comment>> {
  const comments = new Map<string, Comment>();
  const hear = (comment: XmlElement): void => {
    const text = elementsOf(comment, 'w:p').map((line) => allNamed(line, 'w:t').map(lettersOf).join('')).join('\n').trim();
    if (text !== '') comments.set(comment.attributes['w:id'] ?? '', { by: comment.attributes['w:author']?.trim() || somebody, text });
  };
  await docx.part('comments', { inside: 'w:comments', hear });
  return comments;
}
