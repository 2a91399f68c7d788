import type { Draft } from '../domain/draft';
import type { DocumentNode } from './document';

/** A draft as blocks for a chapter: each sentence is marked with the answer it came from. */
export function draftBlocks(draft: Pick<Draft, 'paragraphs'>): DocumentNode[] {
  return draft.paragraphs
    .filter(({ sentences }) => sentences.length > 0)
    .map(({ sentences }) => ({
      type: 'paragraph',
      content: sentences.map(({ text, citations }, index) => ({
        type: 'text',
        text: index === sentences.length - 1 ? text : `${text} `,
        marks: [{ type: 'origin', attrs: { kind: 'draft', ref: citations[0]?.answerId ?? '' } }],
      })),
    }));
}
