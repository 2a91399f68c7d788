import { unplaced, type NodeKind, type OutlineNode } from '../../../../src-shared/domain/outline';

/** A node of a test's outline. */
export function node(
  id: string,
  kind: NodeKind,
  parentId: string | null = null,
  more: Partial<OutlineNode> = {},
): OutlineNode {
  return {
    id,
    kind,
    parentId,
    matter: null,
    title: id,
    description: '',
    status: 'draft',
    words: 0,
    questions: 0,
    answered: 0,
    ...more,
  };
}

/** Dedication, part one (a with sections a1 and a2, b), part two (c), d, afterword, and the unplaced e. */
export const book: readonly OutlineNode[] = [
  node('dedication', 'front', null, { matter: 'dedication' }),
  node('one', 'part'),
  node('a', 'chapter', 'one'),
  node('a1', 'section', 'a'),
  node('a2', 'section', 'a'),
  node('b', 'chapter', 'one'),
  node('two', 'part'),
  node('c', 'chapter', 'two'),
  node('d', 'chapter'),
  node('afterword', 'back', null, { matter: 'afterword' }),
  node('e', 'chapter', unplaced),
];
