import type { DocumentNode, Mark } from '../../../src-shared/text/document';
import { keptAddress } from '../addresses';
import type { LossReport } from '../loss-report';
import type { LineRemark } from '../pieces';
import { joinRuns, somebody, trimStart, type Change, type Segment } from '../tracked-line';
import { allNamed, elementAt, elementsOf, isElement, lettersOf, type XmlElement, type XmlNode } from '../xml-tree';
import type { OdtStyles } from './odt-styles';

/** A tracked change: what was taken out stands in it, what was added stands in the text. */
export type OdtChange = { readonly change: Change; readonly removed: string };

export type OdtPorts = {
  readonly styles: OdtStyles;
  readonly report: LossReport;
  readonly changes: ReadonlyMap<string, OdtChange>;
  readonly picture: (path: string, alt: string) => DocumentNode | null;
};

/** What a paragraph holds. */
export type OdtContent = {
  readonly segments: Segment[];
  readonly figures: DocumentNode[];
  readonly boxes: XmlElement[];
  readonly remarks: LineRemark[];
};

type Look = { readonly marks: readonly Mark[]; readonly isMono: boolean };

/** Reads the tracked changes of a text, by id. */
export function readOdtChanges(all: XmlElement | undefined): Map<string, OdtChange> {
  const changes = new Map<string, OdtChange>();
  for (const region of all ? elementsOf(all, 'text:changed-region') : []) {
    const id = region.attributes['text:id'] ?? region.attributes['xml:id'] ?? '';
    const [kind] = elementsOf(region);
    if (!kind) continue;
    const creator = elementAt(kind, 'office:change-info', 'dc:creator');
    const by = (creator && lettersOf(creator).trim()) || somebody;
    const removed = elementsOf(kind).filter(({ name }) => name === 'text:p' || name === 'text:h').map(lettersOf).join(' ');
    if (kind.name === 'text:insertion') changes.set(id, { change: { kind: 'added', by }, removed: '' });
    if (kind.name === 'text:deletion') changes.set(id, { change: { kind: 'removed', by }, removed });
  }
  return changes;
}

/** Reads the paragraphs of an OpenDocument text in order: a change may begin in one and end in another. */
export function createOdtInline(ports: OdtPorts) {
  const { styles, report } = ports;
  let added: Change | null = null;

  function read(nodes: readonly XmlNode[], look: Look, into: OdtContent): void {
    for (const node of nodes) {
      if (isElement(node)) element(node, look, into);
      else text(node.replace(/[ \t\r\n]+/gu, ' '), look, into);
    }
  }

  function text(words: string, look: Look, into: OdtContent, change: Change | null = added): void {
    if (words === '') return;
    const isLink = look.marks.some(({ type }) => type === 'link');
    const marks = isLink ? look.marks.filter(({ type }) => type !== 'underline') : look.marks; // a link looks underlined by itself
    into.segments.push({ node: marks.length === 0 ? { type: 'text', text: words } : { type: 'text', text: words, marks }, change, isMono: look.isMono });
  }

  function element(node: XmlElement, look: Look, into: OdtContent): void {
    const { attributes, name } = node;
    switch (name) {
      case 'text:span': {
        const style = attributes['text:style-name'];
        if (styles.isRaised(style) && node.children.some((child) => !isElement(child) && child.trim() !== '')) report.count('raised');
        const own = styles.marks(style).filter(({ type }) => !look.marks.some((mark) => mark.type === type));
        read(node.children, { marks: [...look.marks, ...own], isMono: look.isMono || styles.isMono(style) }, into); return;
      }
      case 'text:a': {
        const href = keptAddress(attributes['xlink:href'] ?? '');
        if (href === null) report.count((attributes['xlink:href'] ?? '').startsWith('#') ? 'innerLinks' : 'links');
        read(node.children, href === null ? look : { ...look, marks: [...look.marks, { type: 'link', attrs: { href } }] }, into); return;
      }
      case 'text:line-break':
        return void into.segments.push({ node: { type: 'hardBreak' }, change: added, isMono: false });
      case 'text:tab':
        text('\t', look, into);
        return;
      case 'text:s':
        text(' '.repeat(Math.min(1_000, Number.parseInt(attributes['text:c'] ?? '1', 10) || 1)), look, into);
        return;
      case 'text:note':
        return void into.segments.push({ node: { type: 'footnote', content: noteContent(node) }, change: null, isMono: false });
      case 'office:annotation':
        annotation(node, into);
        return;
      case 'text:change-start':
        added = ports.changes.get(attributes['text:change-id'] ?? '')?.change ?? null;
        return;
      case 'text:change-end':
        added = null;
        return;
      case 'text:change': {
        const found = ports.changes.get(attributes['text:change-id'] ?? '');
        if (found) text(found.removed, look, into, found.change);
        return;
      }
      case 'draw:frame':
      case 'draw:g':
      case 'draw:custom-shape':
        frame(node, into);
        return;
      case 'text:ruby':
        read(elementAt(node, 'text:ruby-base')?.children ?? [], look, into);
        return;
      case 'text:note-citation':
      case 'text:soft-page-break':
      case 'office:annotation-end':
      case 'office:event-listeners':
        return;
      case 'draw:object':
        report.count('objects');
        return;
      default:
        read(node.children, look, into);
        return;
    }
  }

  function annotation(node: XmlElement, { remarks }: OdtContent): void {
    const creator = elementAt(node, 'dc:creator');
    const why = elementsOf(node, 'text:p').map(lettersOf).join('\n').trim();
    if (why !== '') remarks.push({ kind: 'comment', by: (creator && lettersOf(creator).trim()) || somebody, why });
  }

  function frame(node: XmlElement, { figures, boxes }: OdtContent): void {
    const [described] = [...allNamed(node, 'svg:desc'), ...allNamed(node, 'svg:title')];
    const alt = described ? lettersOf(described).replace(/\s+/gu, ' ').trim() : '';
    const text = allNamed(node, 'draw:text-box').flatMap((box) => elementsOf(box));
    boxes.push(...text);
    if (text.length > 0) return; // its pictures stand in its paragraphs
    const [image] = allNamed(node, 'draw:image');
    const path = image?.attributes['xlink:href'] ?? '';
    if (!image) report.count('objects');
    else if (/^[a-z][a-z0-9+.-]*:|^\.\.?\//iu.test(path)) report.count('linkedPictures');
    else {
      const figure = ports.picture(path.replace(/^\.\//u, ''), alt);
      if (figure) figures.push(figure);
    }
  }

  function noteContent(note: XmlElement): DocumentNode[] {
    const lines = elementsOf(elementAt(note, 'text:note-body') ?? note).filter(({ name }) => name.startsWith('text:')).map((line) => {
      const into: OdtContent = { segments: [], figures: [], boxes: [], remarks: [] };
      read(line.children, { marks: [], isMono: false }, into);
      if (into.segments.some(({ change }) => change !== null)) report.count('noteChanges');
      return joinRuns(into.segments.filter(({ node, change }) => change?.kind !== 'removed' && node.type !== 'footnote').map(({ node }) => node));
    });
    return lines.map(trimStart).filter((line) => line.length > 0).flatMap((line, at) => (at === 0 ? line : [{ type: 'hardBreak' as const }, ...line]));
  }

  return (paragraph: XmlElement): OdtContent => {
    const into: OdtContent = { segments: [], figures: [], boxes: [], remarks: [] };
    const style = paragraph.attributes['text:style-name'];
    // A style set by hand on a paragraph is how some writers make a whole line italic.
    const marks = /^P\d+$/u.test(style ?? '') && paragraph.name === 'text:p' ? styles.marks(style) : [];
    read(paragraph.children, { marks, isMono: false }, into);
    return into;
  };
}
