import type { DocumentNode } from '../../../src-shared/text/document';
import { labelsFor } from '../../exporting/labels';
import { guessHeadings } from '../guess-headings';
import { bareBook, type ImportedBook } from '../imported-book';
import type { LossReport } from '../loss-report';
import { createPictures } from '../pictures';
import { chapterLevelOf, piecesOf, takeTitle, type FlowItem, type PieceStart } from '../pieces';
import { elementAt, elementsOf, lettersOf, type XmlElement } from '../xml-tree';
import type { Archive } from '../zip-archive';
import { createBodyReader } from './docx-body';
import { readLists } from './docx-lists';
import { readComments, readNotes, type Comment } from './docx-notes';
import { openDocx } from './docx-package';
import { readStyles } from './docx-styles';

/**
 * Reads a Word file: chapters by its headings, what reviewers suggested and remarked beside the lines it is about, notes,
 * lists, tables and pictures. A reader of our own, because the libraries for it turn a file into HTML and lose tracked
 * changes, the places of comments and styles on the way.
 */
export async function readDocx(archive: Archive, report: LossReport): Promise<ImportedBook> {
  const docx = await openDocx(archive);
  const core = coreOf(await docx.part('core-properties'));
  const styles = readStyles(await docx.part('styles'));
  const pictures = createPictures(archive, report);
  await pictures.load([...docx.relations.values()].filter(({ type, isOutside }) => type === 'image' && !isOutside).map(({ target }) => target));
  const footnotes = await readNotes(docx, 'footnote', { styles, report });
  const endnotes = await readNotes(docx, 'endnote', { styles, report });
  const comments = await readComments(docx);
  // The styles know the country as well; they speak for a text whose language the file does not name.
  const language = core.language === null || styles.language?.startsWith(`${core.language}-`) === true ? styles.language : core.language;
  const body = createBodyReader({
    styles, report, comments, relations: docx.relations, picture: pictures.figure,
    lists: readLists(await docx.part('numbering')),
    partWord: labelsFor(language ?? 'en').part,
    note: (kind, id) => (kind === 'footnote' ? footnotes : endnotes).get(id) ?? null,
  });
  await docx.document({ inside: 'w:body', hear: body.block });
  placeLoose(body, comments, report);
  const pieces = piecesOf(guessHeadings(styles.isOurs ? namedMatter(body.flow) : body.flow, body.remarks), body.remarks);
  const named = body.lines.title === null && !styles.isOurs ? takeTitle(pieces) : { title: null, pieces };
  return {
    ...bareBook, language, pictures: pictures.used(), notes: report.sentences(),
    title: body.lines.title ?? named.title ?? core.title, subtitle: body.lines.subtitle, author: body.lines.author ?? core.author,
    description: core.description, pieces: named.pieces, chapterLevel: chapterLevelOf(named.pieces),
  };
}

type Core = Pick<ImportedBook, 'title' | 'author' | 'language' | 'description'>;

function coreOf(root: XmlElement | undefined): Core {
  const [all] = root ? elementsOf(root) : [];
  const value = (name: string): string | null => {
    const found = elementAt(all, name);
    return (found && lettersOf(found).trim()) || null;
  };
  return { title: value('dc:title'), author: value('dc:creator'), language: value('dc:language'), description: value('dc:description') };
}

/** Comments that no line refers to, such as those on notes, stand at the first line. */
function placeLoose(body: ReturnType<typeof createBodyReader>, comments: ReadonlyMap<string, Comment>, report: LossReport): void {
  const loose = [...comments].filter(([id]) => !body.placed.has(id)).map(([, comment]) => comment);
  const first = body.flow.find((item) => item.kind === 'block' && item.block.kind === 'paragraph');
  if (loose.length === 0 || first?.kind !== 'block') return;
  const known = body.remarks.get(first.block.node) ?? [];
  body.remarks.set(first.block.node, [...known, ...loose.map(({ by, text }) => ({ kind: 'comment' as const, by, why: text }))]);
  for (let at = 0; at < loose.length; at += 1) report.count('looseComments');
}

/** Our own files set dedications and the like without a heading; what they are is seen from what they hold. */
function namedMatter(flow: readonly FlowItem[]): readonly FlowItem[] {
  return flow.map((item, at): FlowItem => {
    if (item.kind !== 'start' || item.start.heading.length > 0) return item;
    const next = flow[at + 1];
    return { kind: 'start', start: { ...item.start, ...matterOfBlock(next?.kind === 'block' ? next : undefined) } };
  });
}

function matterOfBlock(next: Extract<FlowItem, { kind: 'block' }> | undefined): Pick<PieceStart, 'title' | 'matter'> {
  const node: DocumentNode | undefined = next?.block.node;
  const words = (node?.content ?? []).map(({ text }) => text ?? '').join('');
  if (/©|\bcopyright\b/iu.test(words)) return { title: 'Copyright', matter: 'copyright' };
  if (next?.block.kind === 'verse' || (next?.block.kind === 'paragraph' && next.block.quotes > 0)) return { title: 'Epigraph', matter: 'epigraph' };
  return { title: 'Dedication', matter: 'dedication' };
}

