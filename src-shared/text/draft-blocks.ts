import type { Draft } from '../domain/draft';
import type { DocumentNode } from './document';
import { sentenceSum } from './provenance';

/**
 * A draft as blocks for a chapter: each sentence is marked with who drafted it and with the answer that it rests on. What
 * rests on an answer that the author keeps from the co-writer is kept from it in the text, too.
 */
export function draftBlocks(draft: Pick<Draft, 'origin' | 'paragraphs' | 'privateAnswerIds'>): DocumentNode[] {
  const kept = new Set(draft.privateAnswerIds);
  const isModel = draft.origin === 'co-writer';
  const originOf = (text: string, ref: string) =>
    isModel ? { kind: 'co-writer', ref, sum: sentenceSum(text) } : { kind: 'draft', ref };
  return draft.paragraphs
    .filter(({ sentences }) => sentences.length > 0)
    .map(({ sentences }) => ({
      type: 'paragraph',
      content: sentences.map(({ text, citations }, index) => ({
        type: 'text',
        text: index === sentences.length - 1 ? text : `${text} `,
        marks: [
          { type: 'origin', attrs: originOf(text, citations[0]?.answerId ?? '') },
          ...(citations.some(({ answerId }) => kept.has(answerId)) ? [{ type: 'private' as const }] : []),
        ],
      })),
    }));
}
