import type { DocumentNode } from '../../../src-shared/text/document';
import { inlineText } from '../../../src-shared/text/document';
import { headingKind, isSceneBreak } from '../chapter-headings';
import { nestBlocks, type FlatBlock, type ListPlace } from '../flat-blocks';
import { guessHeadings } from '../guess-headings';
import { htmlTable } from '../html/html-table';
import { bareBook, type ImportedBook } from '../imported-book';
import type { LossReport } from '../loss-report';
import { createPictures } from '../pictures';
import { chapterLevelOf, piecesOf, takeTitle, type FlowItem, type LineRemarks } from '../pieces';
import { refuse } from '../refusal';
import { readLine } from '../tracked-line';
import { elementAt, elementsOf, lettersOf, readXml, type XmlElement } from '../xml-tree';
import type { Archive } from '../zip-archive';
import { createOdtInline, readOdtChanges, type OdtPorts } from './odt-inline';
import { readOdtStyles } from './odt-styles';

type TitleLines = { title: string | null; subtitle: string | null; author: string | null };

/** Reads an OpenDocument text: chapters by its headings, tracked changes and comments beside their lines. */
export async function readOdt(archive: Archive, report: LossReport): Promise<ImportedBook> {
  const manifest = (await archive.text('META-INF/manifest.xml')) ?? '';
  if (manifest.includes('manifest:encryption-data')) refuse('encrypted');
  const content = readXml((await archive.text('content.xml')) ?? refuse('damaged'));
  const named = await archive.text('styles.xml');
  const styles = readOdtStyles([...(named === undefined ? [] : [readXml(named)]), content]);
  const pictures = createPictures(archive, report);
  await pictures.load(archive.names.filter((name) => name.startsWith('Pictures/')));
  const body = elementAt(content, 'office:document-content', 'office:body', 'office:text') ?? refuse('unknown-kind');
  const changes = readOdtChanges(elementAt(body, 'text:tracked-changes'));
  const read = createOdtBody({ styles, report, changes, picture: pictures.figure });
  for (const child of elementsOf(body)) read.block(child);
  const meta = await metaOf(archive);
  const pieces = piecesOf(guessHeadings(read.flow, read.remarks), read.remarks);
  const taken = read.lines.title === null ? takeTitle(pieces) : { title: null, pieces };
  return {
    ...bareBook, ...meta, title: read.lines.title ?? taken.title ?? meta.title, subtitle: read.lines.subtitle, author: read.lines.author ?? meta.author,
    pieces: taken.pieces, chapterLevel: chapterLevelOf(taken.pieces), pictures: pictures.used(), notes: report.sentences(),
  };
}

async function metaOf(archive: Archive): Promise<Pick<ImportedBook, 'title' | 'author' | 'language' | 'description'>> {
  const text = await archive.text('meta.xml');
  const meta = text === undefined ? undefined : elementAt(readXml(text), 'office:document-meta', 'office:meta');
  const value = (name: string): string | null => {
    const found = elementAt(meta, name);
    return (found && lettersOf(found).trim()) || null;
  };
  return { title: value('dc:title'), author: value('meta:initial-creator') ?? value('dc:creator'), language: value('dc:language'), description: value('dc:description') };
}

function createOdtBody(ports: OdtPorts) {
  const { styles, report } = ports;
  const readInline = createOdtInline(ports);
  const flow: FlowItem[] = [];
  const remarks: LineRemarks = new Map();
  const lines: TitleLines = { title: null, subtitle: null, author: null };
  let target = flow;
  let lists = 0;
  let label = '';

  const add = (block: FlatBlock): void => void target.push({ kind: 'block', block });

  function paragraph(element: XmlElement, list: ListPlace | null): void {
    const style = element.attributes['text:style-name'];
    const kind = styles.kind(style);
    if (kind === 'contents') return;
    if (target === flow && styles.breaksPage(style)) target.push({ kind: 'page' });
    const found = readInline(element);
    const line = readLine(found.segments, report);
    const said = [...line.remarks, ...found.remarks];
    const node = (type: DocumentNode['type']): DocumentNode => {
      const made: DocumentNode = { type, ...(line.content.length > 0 ? { content: line.content } : {}) };
      if (said.length > 0) remarks.set(made, said);
      return made;
    };
    const words = inlineText(node('paragraph')).trim();
    const level = element.name === 'text:h' ? Number.parseInt(element.attributes['text:outline-level'] ?? '1', 10) || 1 : styles.level(style);
    if (kind === 'label') {
      label = words;
      return;
    }
    if (words === '' && line.content.length === 0) {
      if (kind === 'scene') add({ kind: 'block', node: { type: 'sceneBreak' } });
    } else if (level > 0 && target === flow && list === null) {
      const isPart = headingKind(label) === 'part' || headingKind(words) === 'part';
      label = '';
      target.push({ kind: 'start', start: { level, heading: line.content, remarks: said, isPart } });
    } else if (isTitleLine(kind) && target === flow && lines[kind] === null && !flow.some((item) => item.kind === 'start')) lines[kind] = words;
    else if (kind === 'scene' || (isSceneBreak(words) && list === null)) add({ kind: 'block', node: { type: 'sceneBreak' } });
    else if (kind === 'code') add({ kind: 'block', node: codeBlock(line.content), joins: true });
    else if (kind === 'verse') add({ kind: 'verse', node: node('verseLine'), opensStanza: false, closes: false });
    else if (kind !== 'caption' || !caption(words)) add({ kind: 'paragraph', node: node('paragraph'), quotes: Number(kind === 'quote'), list });
    for (const figure of found.figures) add({ kind: 'block', node: figure });
    for (const box of found.boxes) block(box);
  }

  function caption(words: string): boolean {
    const last = target.at(-1);
    const figure = last?.kind === 'block' && last.block.kind === 'block' && last.block.node.type === 'figure' ? last.block.node : null;
    if (figure === null || figure.attrs?.['caption'] !== '') return false;
    target[target.length - 1] = { kind: 'block', block: { kind: 'block', node: { ...figure, attrs: { ...figure.attrs, caption: words } } } };
    return true;
  }

  function list(element: XmlElement, { level, key, style }: { level: number; key: string; style: string | undefined }): void {
    const isOrdered = styles.isOrdered(style, level + 1);
    const start = styles.startOf(style, level + 1);
    for (const item of elementsOf(element).filter(({ name }) => name === 'text:list-item' || name === 'text:list-header')) {
      let isItem = item.name === 'text:list-item';
      for (const child of elementsOf(item)) {
        if (child.name === 'text:list') list(child, { level: level + 1, key: `${key}.${level + 1}`, style: child.attributes['text:style-name'] ?? style });
        else {
          paragraph(child, { key, level, isOrdered, start, isItem });
          isItem = false;
        }
      }
    }
  }

  function cell(element: XmlElement): readonly DocumentNode[] {
    const outer = target;
    target = [];
    for (const child of elementsOf(element)) block(child);
    const inner = target;
    target = outer;
    return nestBlocks(inner.flatMap((item) => (item.kind === 'block' ? [item.block] : [])));
  }

  function block(element: XmlElement): void {
    switch (element.name) {
      case 'text:p':
      case 'text:h':
        paragraph(element, null);
        return;
      case 'text:list':
        lists += 1;
        list(element, { level: 0, key: String(lists), style: element.attributes['text:style-name'] });
        return;
      case 'table:table': {
        const node = htmlTable(asHtml(element), cell);
        if (node) add({ kind: 'block', node });
        return;
      }
      case 'draw:frame':
        paragraph({ name: 'text:p', attributes: {}, children: [element] }, null);
        return;
      case 'text:section':
      case 'text:index-body':
        for (const child of elementsOf(element)) block(child);
        return;
      default: // tables of contents, settings, changes
    }
  }

  return { block, flow, remarks, lines };
}

const isTitleLine = (kind: string): kind is keyof TitleLines => kind === 'title' || kind === 'subtitle' || kind === 'author';

function codeBlock(content: readonly DocumentNode[]): DocumentNode {
  const text = content.map((node) => (node.type === 'hardBreak' ? '\n' : (node.text ?? ''))).join('');
  return { type: 'codeBlock', content: text === '' ? [] : [{ type: 'text', text }] };
}

/** The same table in the names of HTML; repeated cells are written out a few times at most. */
function asHtml(table: XmlElement): XmlElement {
  const rowsOf = (parent: XmlElement, isHead: boolean): XmlElement[] =>
    elementsOf(parent).flatMap((child) => {
      if (child.name === 'table:table-header-rows') return rowsOf(child, true);
      if (child.name === 'table:table-rows' || child.name === 'table:table-row-group') return rowsOf(child, isHead);
      if (child.name !== 'table:table-row') return [];
      const cells = elementsOf(child, 'table:table-cell').map(({ attributes, children }): XmlElement => ({
        name: isHead ? 'th' : 'td', children,
        attributes: { colspan: attributes['table:number-columns-spanned'] ?? '1', rowspan: attributes['table:number-rows-spanned'] ?? '1' },
      }));
      return [{ name: 'tr', attributes: {}, children: cells }];
    });
  return { name: 'table', attributes: {}, children: rowsOf(table, false) };
}

