import { z } from 'zod';

/**
 * A chapter as data: the same tree that the editor shows, that Yjs stores and that every export walks.
 *
 * Blocks: paragraph, heading (level 1–3), blockquote, bulletList, orderedList, listItem, figure (image, alt text,
 * caption), table, tableRow, tableHeader, tableCell, sceneBreak, verse (of verseLine), codeBlock.
 * Inline: text, hardBreak, footnote (holds text and breaks). Marks: bold, italic, underline, strike, smallCaps, code, link, private
 * (kept from the co-writer), origin.
 *
 * Attributes: heading `level` 1–3 · orderedList `start` · codeBlock `language` (may be empty) · figure `assetId`, `alt`,
 * `caption`, `widthPx`, `heightPx` · tableCell and tableHeader `colspan`, `rowspan`, `colwidth` (null or a list) · link
 * `href` · origin `kind`, `ref`, `sum`. Direction is found from the text of each block and never stored. What is null or a
 * default may be missing.
 */
export const blockNames = [
  'paragraph', 'heading', 'blockquote', 'bulletList', 'orderedList', 'listItem', 'figure', 'table', 'tableRow',
  'tableHeader', 'tableCell', 'sceneBreak', 'verse', 'verseLine', 'codeBlock',
] as const;
export const inlineNames = ['text', 'hardBreak', 'footnote'] as const;
export const markNames = ['bold', 'italic', 'underline', 'strike', 'smallCaps', 'code', 'link', 'private', 'origin'] as const;

export const NodeName = z.enum(['doc', ...blockNames, ...inlineNames]);
export type NodeName = z.infer<typeof NodeName>;
export const MarkName = z.enum(markNames);
export type MarkName = z.infer<typeof MarkName>;

const Attributes = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.number())]));

export const Mark = z.strictObject({ type: MarkName, attrs: Attributes.optional() });
export type Mark = z.infer<typeof Mark>;

export type DocumentNode = {
  readonly type: NodeName;
  readonly attrs?: z.infer<typeof Attributes> | undefined;
  readonly content?: readonly DocumentNode[] | undefined;
  readonly text?: string | undefined;
  readonly marks?: readonly Mark[] | undefined;
};

export const DocumentNode: z.ZodType<DocumentNode> = z.lazy(() =>
  z.strictObject({
    type: NodeName,
    attrs: Attributes.optional(),
    content: z.array(DocumentNode).optional(),
    text: z.string().optional(),
    marks: z.array(Mark).optional(),
  }),
);

/** Where a run of text came from. Text without an `origin` mark was typed. `draft` is the built-in drafter, `co-writer` a model. */
export const OriginKind = z.enum(['pasted', 'answer', 'draft', 'imported', 'co-writer']);
export type OriginKind = z.infer<typeof OriginKind>;

/**
 * What an `origin` mark says: the kind, the answer that the run rests on (empty for none), and the sum of the sentence as
 * a model wrote it, by which later work on it is seen.
 */
export type OriginMark = { readonly kind: OriginKind; readonly ref: string; readonly sum: string };

/** A paragraph of plain text. */
export function paragraph(text: string, marks?: readonly Mark[]): DocumentNode {
  if (text === '') return { type: 'paragraph' };
  return { type: 'paragraph', content: [marks ? { type: 'text', text, marks } : { type: 'text', text }] };
}

/** Blocks that are one line of text. */
export const lineBlocks: ReadonlySet<NodeName> = new Set(['paragraph', 'heading', 'verseLine', 'codeBlock']);

/** The inline text of one node, notes left out; a hard break reads as a line feed. */
export function inlineText(node: DocumentNode): string {
  return (node.content ?? [])
    .map((child) => {
      if (child.type === 'text') return child.text ?? '';
      return child.type === 'hardBreak' ? '\n' : '';
    })
    .join('');
}

/** Every line of text in reading order: one string a paragraph, heading, verse line, code block or caption. */
export function textLines(node: DocumentNode): string[] {
  if (lineBlocks.has(node.type)) return [inlineText(node)];
  if (node.type === 'figure') return [captionOf(node)].filter((line) => line !== '');
  return (node.content ?? []).flatMap(textLines);
}

/** The caption of a figure. */
export function captionOf(figure: DocumentNode): string {
  const caption = figure.attrs?.['caption'];
  return typeof caption === 'string' ? caption : '';
}

/** The document as plain text, a line feed between blocks. */
export const plainText = (node: DocumentNode): string => textLines(node).join('\n');
