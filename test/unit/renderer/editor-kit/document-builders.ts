import { Node } from '@tiptap/pm/model';
import { createChapterSchema } from '../../../../src-renderer/editor-kit/schema/chapter-schema';
import { DocumentNode, type Mark } from '../../../../src-shared/text/document';

/** The schema that all tests of the kit share. */
export const schema = createChapterSchema();

/** A checked ProseMirror document of blocks. */
export function docOf(...content: readonly DocumentNode[]): Node {
  const doc = Node.fromJSON(schema, { type: 'doc', content });
  doc.check();
  return doc;
}

/** A run of text with marks. */
export const text = (words: string, ...marks: readonly Mark[]): DocumentNode =>
  marks.length === 0 ? { type: 'text', text: words } : { type: 'text', text: words, marks };

/** A paragraph of inline nodes or words. */
export const para = (...content: readonly (DocumentNode | string)[]): DocumentNode => ({
  type: 'paragraph',
  content: content.map((one) => (typeof one === 'string' ? text(one) : one)),
});

export const pasted: Mark = { type: 'origin', attrs: { kind: 'pasted', ref: '' } };

/** A ProseMirror document as the shared schema knows it; throws when it is anything else. */
export const shared = (doc: Node): DocumentNode => DocumentNode.parse(doc.toJSON());
