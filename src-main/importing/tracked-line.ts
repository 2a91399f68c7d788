import { inlineText, type DocumentNode } from '../../src-shared/text/document';
import type { LossReport } from './loss-report';
import type { LineRemark } from './pieces';

/** A change that somebody tracked. */
export type Change = { readonly kind: 'added' | 'removed'; readonly by: string };
/** A piece of a line with its look and its history. */
export type Segment = { readonly node: DocumentNode; readonly change: Change | null; readonly isMono: boolean };

/** Who made a change that has no name on it. */
export const somebody = 'A reviewer';

/** A line as it stood before the changes that wait, and how a reviewer would have it. */
export type Line = { readonly content: DocumentNode[]; readonly remarks: LineRemark[] };

const isText = (node: DocumentNode): boolean => node.type === 'text' || node.type === 'hardBreak';
const lettersIn = (segments: readonly Segment[]): string => inlineText({ type: 'paragraph', content: segments.map(({ node }) => node) });

/**
 * Parts a line from its tracked changes: the text keeps the words that were there, and the change waits beside it. A
 * line that is new as a whole has no such words; it stands in the text with a remark that says whose it is.
 */
export function readLine(segments: readonly Segment[], report: LossReport): Line {
  const changed = segments.filter(({ change }) => change !== null);
  if (changed.length === 0) return { content: joinRuns(plainCode(segments)), remarks: [] };
  const by = [...new Set(changed.map(({ change }) => change?.by ?? ''))].join(', ');
  const kept = segments.filter(({ change }) => change?.kind !== 'added');
  if (lettersIn(kept).trim() === '') {
    const why = `${by} added this paragraph. It stands in your text as it was suggested.`;
    const shown = segments.filter(({ change }) => change?.kind !== 'removed');
    return { content: joinRuns(plainCode(shown)), remarks: [{ kind: 'comment', by, why }] };
  }
  if (changed.some(({ node, change }) => change?.kind === 'added' && (node.marks ?? []).length > 0)) {
    report.say('Emphasis and links inside words that a reviewer added go when the suggestion is taken.');
  }
  const content = joinRuns(plainCode(segments.filter(({ node, change }) => change?.kind !== 'added' || !isText(node))));
  const after = lettersIn(segments.filter(({ change }) => change?.kind !== 'removed'));
  return { content, remarks: [{ kind: 'change', by, why: '', after }] };
}

/** Letters of one width are code where others stand beside them; a whole line of them is only typed that way. */
function plainCode(segments: readonly Segment[]): DocumentNode[] {
  const spoken = segments.filter(({ node }) => node.type === 'text' && (node.text ?? '').trim() !== '');
  const isMixed = spoken.some(({ isMono }) => isMono) && spoken.some(({ isMono }) => !isMono);
  return segments.map(({ node, isMono }) =>
    isMixed && isMono && node.type === 'text' ? { ...node, marks: [...(node.marks ?? []), { type: 'code' as const }] } : node,
  );
}

/** Joins neighbours of one look. */
export function joinRuns(nodes: readonly DocumentNode[]): DocumentNode[] {
  const out: DocumentNode[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    if (last?.type === 'text' && node.type === 'text' && sameMarks(last, node)) {
      out[out.length - 1] = { ...last, text: (last.text ?? '') + (node.text ?? '') };
    } else out.push(node);
  }
  return out;
}

const marksKey = (node: DocumentNode): string => (node.marks ?? []).map((mark) => `${mark.type} ${String(mark.attrs?.['href'] ?? '')}`).sort().join('\n');
const sameMarks = (a: DocumentNode, b: DocumentNode): boolean => a.marks === b.marks || marksKey(a) === marksKey(b);

/** Space at the ends of a line means nothing in HTML. */
export function trimRuns(content: readonly DocumentNode[]): DocumentNode[] {
  const nodes = [...content];
  while (nodes[0]?.type === 'text' && nodes[0].text?.trim() === '') nodes.shift();
  while (nodes.at(-1)?.type === 'hardBreak' || (nodes.at(-1)?.type === 'text' && nodes.at(-1)?.text?.trim() === '')) nodes.pop();
  const [first] = nodes;
  if (first?.type === 'text') nodes[0] = { ...first, text: (first.text ?? '').replace(/^[ \t\r\n]+/u, '') };
  const last = nodes.at(-1);
  if (last?.type === 'text') nodes[nodes.length - 1] = { ...last, text: (last.text ?? '').replace(/[ \t\r\n]+$/u, '') };
  return nodes;
}

/** Writers set space between the number of a note and its words. */
export function trimStart(content: readonly DocumentNode[]): DocumentNode[] {
  const [first, ...rest] = content;
  if (first?.type !== 'text') return [...content];
  const text = (first.text ?? '').replace(/^[ \t\u00a0]+/u, '');
  return text === '' ? rest : [{ ...first, text }, ...rest];
}
