import { bareBook, type ImportedBook } from './imported-book';
import type { LossReport } from './loss-report';
import { piecesOf, type FlowItem } from './pieces';
import { readMarkdown, type ImportedChapter } from './read-markdown';

/** A Markdown file as every reader gives a book: chapters at the first level, the headings inside them below. */
export function markdownBook(text: string, report: LossReport): ImportedBook {
  const { chapters, title, subtitle, author, language, notes } = readMarkdown(text);
  const pieces = piecesOf(chapters.flatMap(flowOf), new Map());
  return { ...bareBook, title, subtitle, author, language, pieces, chapterLevel: 1, notes: [...notes, ...report.sentences()] };
}

function flowOf({ title, matter, document }: ImportedChapter): FlowItem[] {
  const start: FlowItem[] = title === '' ? [] : [{ kind: 'start', start: { level: 1, heading: [{ type: 'text', text: title }], matter } }];
  const blocks = (document.content ?? []).map((node): FlowItem => {
    const level = node.attrs?.['level'];
    if (node.type === 'heading') return { kind: 'start', start: { level: 1 + (typeof level === 'number' ? level : 1), heading: node.content ?? [], matter: null } };
    return { kind: 'block', block: { kind: 'block', node } };
  });
  return [...start, ...blocks];
}
