import { guessHeadings } from '../guess-headings';
import { bareBook, type ImportedBook, type Piece } from '../imported-book';
import type { LossReport } from '../loss-report';
import { chapterLevelOf, piecesOf, takeTitle } from '../pieces';
import { lettersOf } from '../xml-tree';
import { htmlFlow } from './html-blocks';
import { findNotes } from './html-notes';
import { everyElement, readHtmlTree } from './html-tree';

/** Reads an HTML file: chapters by its headings. Pictures lie outside it, and nothing outside is ever fetched. */
export function readHtml(text: string, report: LossReport): ImportedBook {
  const root = readHtmlTree(text);
  const all = [...everyElement(root)];
  const named = (name: string): string | null => {
    const found = all.find((element) => element.name === name);
    return (found && lettersOf(found).replace(/\s+/gu, ' ').trim()) || null;
  };
  const meta = (name: string): string | null => all.find((element) => element.name === 'meta' && element.attributes['name']?.toLowerCase() === name)?.attributes['content']?.trim() || null;
  const body = all.find(({ name }) => name === 'body') ?? root;
  const flow = htmlFlow(body.children, {
    path: '', report, notes: findNotes([{ path: '', root }]),
    picture(_source, alt) {
      report.count('linkedPictures');
      return alt === '' ? null : { type: 'figure', attrs: { assetId: '', alt, caption: '' } };
    },
  });
  const taken = takeTitle(withoutTitle(piecesOf(guessHeadings(flow, new Map()), new Map()), named('title')));
  return {
    ...bareBook, title: taken.title ?? named('title'), author: meta('author'), description: meta('description'),
    language: all.find(({ name }) => name === 'html')?.attributes['lang'] ?? null,
    pieces: taken.pieces, chapterLevel: chapterLevelOf(taken.pieces), notes: report.sentences(),
  };
}

/** A heading that only says the title of the page again; what stands below it opens the book. */
function withoutTitle(pieces: readonly Piece[], title: string | null): readonly Piece[] {
  const [first, ...rest] = pieces;
  if (!first || rest.length === 0 || first.level === 0 || first.title !== title) return pieces;
  return first.blocks.length === 0 ? rest : [{ ...first, level: 0, title: '', heading: [] }, ...rest];
}
