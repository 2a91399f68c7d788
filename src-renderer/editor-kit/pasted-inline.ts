import type { DocumentNode, Mark } from '../../src-shared/text/document';
import type { PastedNotes } from './pasted-notes';
import { inlineMarks, isHidden, type RunStyle } from './pasted-style';
import { safeHref } from './schema/text-marks';

/** The mark on everything that is pasted. */
export const pastedOrigin: Mark = { type: 'origin', attrs: { kind: 'pasted', ref: '' } };

/** What is gathered while a paste is read. */
export type Work = {
  readonly notes: PastedNotes;
  readonly pictures: string[];
  picturesLeftOut: number;
};

/** What a block inherits from what it stands in. */
export type Context = { readonly marks: RunStyle; readonly depth: number };

/** Elements that never come along, with all they hold. */
export const dropped: ReadonlySet<string> = new Set([
  'script',
  'style',
  'x-style',
  'head',
  'meta',
  'link',
  'title',
  'base',
  'iframe',
  'frame',
  'frameset',
  'object',
  'embed',
  'applet',
  'noscript',
  'template',
  'svg',
  'math',
  'audio',
  'video',
  'canvas',
  'input',
  'select',
  'textarea',
  'button',
  'xml',
  'slot',
  'portal',
  'map',
  'area',
  'dialog',
  'colgroup',
  'col',
  'caption',
]);
/** Markup deeper than this is read as its words. */
export const deepest = 150;

/** The context inside an element. */
export const below = (context: Context, element: HTMLElement): Context => ({
  marks: inlineMarks(context.marks, element),
  depth: context.depth + 1,
});

/** What inline content may need of the paste around it. */
export type Inside = { readonly work: Work; readonly figures: DocumentNode[] };

/** The inline nodes of a DOM node; pictures among them are handed to `inside.figures`. */
export function inlineOf(node: Node, context: Context, inside: Inside): DocumentNode[] {
  if (node.nodeType === 3) return textOf(node.nodeValue ?? '', context.marks);
  if (!(node instanceof HTMLElement) || dropped.has(node.localName) || isHidden(node)) return [];
  if (node.localName === 'br')
    return node.classList.contains('Apple-interchange-newline') ? [] : [{ type: 'hardBreak' }];
  if (node.localName === 'img') return pictureOf(node, inside);
  const note = inside.work.notes.noteOf(node);
  if (note !== null) return [{ type: 'footnote', ...(note === '' ? {} : { content: textOf(note, {}) }) }];
  if (context.depth > deepest) return textOf(node.textContent, context.marks);
  const deeper = below(context, node);
  return [...node.childNodes].flatMap((child) => inlineOf(child, deeper, inside));
}

function pictureOf(image: HTMLElement, { work, figures }: Inside): DocumentNode[] {
  const source = image.getAttribute('src') ?? '';
  if (!/^data:image\/(?:png|jpe?g|gif|webp|avif|tiff);base64,/iu.test(source)) {
    work.picturesLeftOut += 1;
    return [];
  }
  const alt = image.getAttribute('alt') ?? '';
  figures.push({
    type: 'figure',
    attrs: { assetId: `pasted:${work.pictures.length}`, alt, caption: '', widthPx: null, heightPx: null },
  });
  work.pictures.push(source);
  return [];
}

function textOf(raw: string, style: RunStyle): DocumentNode[] {
  const text = raw.replace(/[ \t\n\r\f]+/gu, ' ');
  return text === '' ? [] : [{ type: 'text', text, marks: marksOf(style) }];
}

function marksOf(style: RunStyle): Mark[] {
  const marks: Mark[] = [pastedOrigin];
  const href = style.href === undefined ? null : safeHref(style.href);
  if (href !== null) marks.push({ type: 'link', attrs: { href } });
  if (style.code === true) return [...marks, { type: 'code' }];
  for (const name of ['bold', 'italic', 'underline', 'strike', 'smallCaps'] as const) {
    if (style[name] === true && !(name === 'underline' && href !== null)) marks.push({ type: name });
  }
  return marks;
}

/** Spaces at the edges of a line and doubled ones go; a line break at an edge says nothing. */
export function tidyInline(nodes: readonly DocumentNode[]): DocumentNode[] {
  const tidy: DocumentNode[] = [];
  for (const node of nodes) {
    const last = tidy.at(-1);
    const isAfterSpace = last === undefined || last.type === 'hardBreak' || (last.text?.endsWith(' ') ?? false);
    const text = node.text !== undefined && isAfterSpace ? node.text.replace(/^ +/u, '') : node.text;
    if (text === '' || (node.type === 'hardBreak' && last === undefined)) continue;
    tidy.push(text === undefined ? node : { ...node, text });
  }
  for (let last = tidy.at(-1); last; last = tidy.at(-1)) {
    const text = last.text?.replace(/ +$/u, '');
    if (last.type !== 'hardBreak' && text !== '') {
      if (text !== undefined) tidy[tidy.length - 1] = { ...last, text };
      break;
    }
    tidy.pop();
  }
  const isBlank = tidy.every((node) => node.text !== undefined && /^[\s\u00a0]*$/u.test(node.text));
  return isBlank ? [] : tidy;
}
