import { bareBook, type ImportedBook, type Piece } from './imported-book';
import type { LossReport } from './loss-report';
import { matterOf } from './matter';
import { refuse } from './refusal';
import { elementAt, elementsOf, lettersOf, readXml, type XmlElement } from './xml-tree';

const wordsOf = (element: XmlElement | undefined): string | null => (element && lettersOf(element).trim()) || null;

/** Reads an outline: its lines become chapters, those below them the plan of a chapter. There is no text in it. */
export function readOpml(text: string, report: LossReport): ImportedBook {
  const opml = elementAt(readXml(text), 'opml') ?? refuse('unknown-kind');
  const head = elementAt(opml, 'head');
  const pieces: Piece[] = [];
  function walk(parent: XmlElement, level: number): void {
    for (const line of elementsOf(parent, 'outline')) {
      const { text: name = '', title = '', _note: note = '' } = line.attributes;
      const called = plainWords(name || title).replace(/\s+/gu, ' ').trim();
      if (called !== '' || note !== '') pieces.push(planned({ title: called, level, note }));
      walk(line, level + 1);
    }
  }
  walk(elementAt(opml, 'body') ?? refuse('damaged'), 1);
  if (pieces.length === 0) refuse('empty');
  // A single line above all others is the book; three levels are parts, chapters and their plan.
  const isNamed = pieces.filter(({ level }) => level === 1).length === 1 && pieces.length > 1;
  const outline = isNamed ? pieces.slice(1).map((piece) => ({ ...piece, level: piece.level - 1 })) : pieces;
  const hasScenes = outline.some(({ level }) => level >= 3);
  const areParts = outline.every(({ level, matter }, at) => level > 1 || matter !== null || (outline[at + 1]?.level ?? 1) > 1);
  return {
    ...bareBook, title: wordsOf(elementAt(head, 'title')) ?? (isNamed ? (pieces[0]?.title ?? null) : null), author: wordsOf(elementAt(head, 'ownerName')),
    description: isNamed ? (pieces[0]?.description ?? null) : null, pieces: outline, chapterLevel: hasScenes && areParts ? 2 : 1, notes: report.sentences(),
  };
}

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&nbsp;': ' ' };

/** Some writers put HTML into a line of an outline. */
const plainWords = (text: string): string => text.replace(/<[^>]*>/gu, '').replace(/&(?:amp|lt|gt|quot|nbsp);/gu, (found) => entities[found] ?? found);

const planned = ({ title, level, note }: { title: string; level: number; note: string }): Piece => ({
  level, title, heading: [{ type: 'text', text: title || '…' }], isPart: false, matter: matterOf(title), isPlan: true, description: note.trim(), blocks: [], remarks: [],
});
