import type { DocumentNode, Mark } from '../../../src-shared/text/document';
import { keptAddress } from '../addresses';
import type { LossReport } from '../loss-report';
import { somebody, type Change, type Segment } from '../tracked-line';
import { allNamed, elementAt, elementsOf, lettersOf, type XmlElement } from '../xml-tree';
import { createFields } from './docx-fields';
import type { Relation } from './docx-package';
import { marksOf, setsMono, switched, type DocxStyles } from './docx-styles';

/** What a paragraph holds. */
export type ParagraphContent = {
  readonly segments: Segment[];
  readonly figures: DocumentNode[];
  /** Paragraphs of text boxes that are anchored here. */
  readonly boxes: XmlElement[];
  readonly comments: { readonly id: string; readonly quote: string }[];
  breaksPage: boolean;
  /** It shows a line across the page. */
  isRule: boolean;
  /** It belongs to a table of contents. */
  isContents: boolean;
};

export type RunPorts = {
  readonly styles: DocxStyles;
  readonly relations: ReadonlyMap<string, Relation>;
  readonly report: LossReport;
  readonly note: (kind: 'footnote' | 'endnote', id: string) => readonly DocumentNode[] | null;
  readonly picture: (path: string, alt: string) => DocumentNode | null;
};

type Context = { readonly change: Change | null; readonly href: string | null; readonly isLink: boolean };

const plain: Context = { change: null, href: null, isLink: false };

/** Reads the paragraphs of one part of a Word file, in order: fields may reach over many. */
export function createRunReader(ports: RunPorts) {
  const { report } = ports;
  const fields = createFields(report);
  let into: ParagraphContent;
  let starts = new Map<string, number>();

  function addNode(node: DocumentNode, context: Context, isMono = false): void {
    if (!fields.hides() && !fields.isContents()) into.segments.push({ node, change: context.change, isMono });
  }

  function addText(text: string, context: Context, properties: XmlElement | undefined): void {
    if (text === '' || fields.hides() || fields.isContents()) return;
    if (switched(properties, 'w:vanish') === true) {
      report.count('hidden');
      return;
    }
    const href = context.href ?? fields.href();
    const inherited = ports.styles.marks(elementAt(properties, 'w:rStyle')?.attributes['w:val']);
    // A link looks underlined by itself.
    const marks = marksOf(properties, inherited).filter(({ type }) => type !== 'underline' || (href === null && !context.isLink));
    if (href !== null) marks.push({ type: 'link', attrs: { href } });
    const raised = elementAt(properties, 'w:vertAlign')?.attributes['w:val'];
    if (raised === 'superscript' || raised === 'subscript') report.count('raised');
    const colour = elementAt(properties, 'w:color')?.attributes['w:val'] ?? 'auto';
    if (href === null && (switched(properties, 'w:highlight') === true || !/^(?:auto|000000)$/iu.test(colour))) report.count('colours');
    addNode(textNode(text, marks), context, setsMono(properties));
  }

  function run(element: XmlElement, context: Context): void {
    const properties = elementAt(element, 'w:rPr');
    if (elementAt(properties, 'w:rPrChange')) report.count('lookChanges');
    for (const child of elementsOf(element)) runPart(child, context, properties);
  }

  function runPart(child: XmlElement, context: Context, properties: XmlElement | undefined): void {
    const id = child.attributes['w:id'] ?? '';
    switch (child.name) {
      case 'w:t':
      case 'w:delText':
        addText(lettersOf(child), context, properties);
        return;
      case 'w:tab':
      case 'w:ptab':
        addText('\t', context, properties);
        return;
      case 'w:noBreakHyphen':
        addText('\u2011', context, properties);
        return;
      case 'w:softHyphen':
        addText('\u00ad', context, properties);
        return;
      case 'w:cr':
        addNode({ type: 'hardBreak' }, context);
        return;
      case 'w:br':
        if (child.attributes['w:type'] === 'page') into.breaksPage = true;
        else addNode({ type: 'hardBreak' }, context);
        return;
      case 'w:sym':
        symbol(child, context, properties);
        return;
      case 'w:instrText':
        fields.instruct(lettersOf(child));
        return;
      case 'w:fldChar':
        fieldMark(child.attributes['w:fldCharType']);
        return;
      case 'w:footnoteReference':
        note('footnote', id, context);
        return;
      case 'w:endnoteReference':
        note('endnote', id, context);
        return;
      case 'w:commentReference':
        comment(id);
        return;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        drawing(child);
        return;
      case 'mc:AlternateContent':
        alternate(child, (one) => runPart(one, context, properties));
        return;
      case 'w:ruby':
        walk(elementAt(child, 'w:rubyBase'), context);
        return;
      default:
    }
  }

  function fieldMark(type: string | undefined): void {
    if (type === 'begin') fields.begin();
    else if (type === 'separate') fields.show();
    else if (type === 'end') {
      into.isContents ||= fields.isContents();
      fields.end();
    }
  }

  function symbol(child: XmlElement, context: Context, properties: XmlElement | undefined): void {
    const code = Number.parseInt(child.attributes['w:char'] ?? '', 16);
    // Private signs mean something in their font alone.
    if (Number.isNaN(code) || code >= 0xe000 || code < 0x20) report.count('symbols');
    else addText(String.fromCodePoint(code), context, properties);
  }

  function note(kind: 'footnote' | 'endnote', id: string, context: Context): void {
    const content = ports.note(kind, id);
    if (content === null) return;
    if (context.change !== null) report.count('noteChanges');
    addNode({ type: 'footnote', content }, { ...context, change: null });
  }

  function comment(id: string): void {
    const from = starts.get(id);
    const quote = from === undefined ? '' : into.segments.slice(from).map(({ node }) => node.text ?? '').join('');
    into.comments.push({ id, quote: quote.trim() });
  }

  function drawing(element: XmlElement): void {
    const boxes = allNamed(element, 'w:txbxContent').flatMap((box) => elementsOf(box));
    into.boxes.push(...boxes);
    const alt = altOf(element);
    const blips = allNamed(element, 'a:blip').map(({ attributes }) => [attributes['r:embed'], attributes['r:link']] as const);
    const old = allNamed(element, 'v:imagedata').map(({ attributes }) => [attributes['r:id'], undefined] as const);
    const shown = [...blips, ...old];
    if (allNamed(element, 'v:rect').some(({ attributes }) => attributes['o:hr'] === 't')) {
      into.isRule = true;
      return;
    }
    if (shown.length === 0 && boxes.length === 0) report.count('objects');
    for (const [embedded, linked] of shown) {
      const relation = ports.relations.get(embedded ?? linked ?? '');
      if (!relation || relation.isOutside) report.count('linkedPictures');
      else {
        const figure = ports.picture(relation.target, alt);
        if (figure) into.figures.push(figure);
      }
    }
  }

  function walk(parent: XmlElement | undefined, context: Context): void {
    for (const child of parent ? elementsOf(parent) : []) paragraphPart(child, context);
  }

  function paragraphPart(child: XmlElement, context: Context): void {
    const by = child.attributes['w:author']?.trim() || somebody;
    switch (child.name) {
      case 'w:r':
        run(child, context);
        return;
      case 'w:ins':
      case 'w:moveTo':
        walk(child, { ...context, change: { kind: 'added', by } });
        return;
      case 'w:del':
      case 'w:moveFrom':
        walk(child, { ...context, change: context.change?.kind === 'added' ? context.change : { kind: 'removed', by } });
        return;
      case 'w:hyperlink':
        walk(child, linkContext(child, context));
        return;
      case 'w:fldSimple':
        fields.begin(child.attributes['w:instr'] ?? '');
        fields.show();
        walk(child, context);
        into.isContents ||= fields.isContents();
        fields.end();
        return;
      case 'w:sdt':
        walk(elementAt(child, 'w:sdtContent'), context);
        return;
      case 'w:smartTag':
      case 'w:customXml':
      case 'w:bdo':
      case 'w:dir':
        walk(child, context);
        return;
      case 'w:commentRangeStart':
        return void starts.set(child.attributes['w:id'] ?? '', into.segments.length);
      case 'm:oMath':
      case 'm:oMathPara':
        report.count('formulas');
        addText(allNamed(child, 'm:t').map(lettersOf).join(''), context, undefined);
        return;
      case 'mc:AlternateContent':
        alternate(child, (one) => paragraphPart(one, context));
        return;
      default:
    }
  }

  function linkContext(child: XmlElement, context: Context): Context {
    const relation = ports.relations.get(child.attributes['r:id'] ?? '');
    const href = relation?.isOutside === true ? keptAddress(relation.target) : null;
    if (href === null && !fields.isContents()) report.count(relation ? 'links' : 'innerLinks');
    return { ...context, href, isLink: true };
  }

  return (paragraph: XmlElement): ParagraphContent => {
    into = { segments: [], figures: [], boxes: [], comments: [], breaksPage: false, isRule: false, isContents: fields.isContents() };
    starts = new Map();
    walk(paragraph, plain);
    into.isContents ||= fields.isContents();
    return into;
  };
}

const textNode = (text: string, marks: readonly Mark[]): DocumentNode =>
  marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks };

/** Of several ways to show the same, the first that this reader knows. */
function alternate(element: XmlElement, read: (child: XmlElement) => void): void {
  const ways = elementsOf(element);
  const way = ways.find((one) => elementsOf(one).some(({ name }) => name.startsWith('w:'))) ?? ways.at(-1);
  for (const child of way ? elementsOf(way) : []) read(child);
}

function altOf(element: XmlElement): string {
  const [properties] = allNamed(element, 'wp:docPr');
  const [shape] = allNamed(element, 'v:shape');
  const said = properties?.attributes['descr'] ?? properties?.attributes['title'] ?? shape?.attributes['alt'] ?? '';
  return said.replace(/\s+/gu, ' ').trim();
}
