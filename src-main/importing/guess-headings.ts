import { inlineText } from '../../src-shared/text/document';
import { headingKind } from './chapter-headings';
import type { FlowItem, LineRemarks } from './pieces';

/**
 * Finds chapters in a manuscript without headings: by lines that say “Chapter 3” or “Prologue”, else by pages that were
 * begun by hand. What has headings is left as it is.
 */
export function guessHeadings(flow: readonly FlowItem[], remarks: LineRemarks): readonly FlowItem[] {
  if (flow.some(({ kind }) => kind === 'start')) return flow;
  const kinds = flow.map((item) => {
    if (item.kind !== 'block' || item.block.kind !== 'paragraph' || item.block.list !== null) return null;
    return headingKind(inlineText(item.block.node));
  });
  const hasParts = kinds.includes('part');
  if (kinds.some((kind) => kind !== null)) {
    return flow.map((item, at): FlowItem => {
      const kind = kinds[at] ?? null;
      if (kind === null || item.kind !== 'block') return item;
      const level = kind === 'part' || !hasParts ? 1 : 2;
      const { node } = item.block;
      return { kind: 'start', start: { level, heading: node.content ?? [], isPart: kind === 'part', remarks: remarks.get(node) ?? [] } };
    });
  }
  const begun = flow.filter(({ kind }) => kind === 'page').length;
  if (begun === 0) return flow;
  const byPages = flow.map((item): FlowItem => (item.kind === 'page' ? { kind: 'start', start: { level: 1, heading: [] } } : item));
  return flow[0]?.kind === 'page' ? byPages : [{ kind: 'start', start: { level: 1, heading: [] } }, ...byPages];
}
