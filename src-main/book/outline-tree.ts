import { hasText, unplaced, type Outline, type OutlineNode } from '../../src-shared/domain/outline';
import type { Book } from './book';
import { allQuestions, hasWords } from './questions';
import type { RecordOf } from './records';

type Node = RecordOf<'nodes'>;

const rank = { front: 0, part: 1, chapter: 1, section: 1, back: 2 } as const;

function compare(a: Node, b: Node): number {
  if (a.parentId === null && rank[a.kind] !== rank[b.kind]) return rank[a.kind] - rank[b.kind];
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** The parent under which a node is shown: where parents form a circle (two devices moved at once) the last move gives way. */
function shownParents(book: Book, nodes: ReadonlyMap<string, Node>): Map<string, string | null> {
  const parents = new Map<string, string | null>();
  const movedAt = (id: string) => book.state.stampOf('nodes', id, 'parentId');
  for (const node of nodes.values()) {
    const isKnown = node.parentId === null || node.parentId === unplaced || nodes.has(node.parentId);
    parents.set(node.id, isKnown ? node.parentId : unplaced);
  }
  for (const start of [...nodes.keys()].sort()) {
    const path: string[] = [];
    for (let at: string | null | undefined = start; at; at = parents.get(at)) {
      const from = path.indexOf(at);
      if (from >= 0) {
        const circle = path.slice(from).sort((a, b) => (movedAt(a) < movedAt(b) ? 1 : -1));
        if (circle[0] !== undefined) parents.set(circle[0], null);
        break;
      }
      path.push(at);
    }
  }
  return parents;
}

/** Nodes by the parent under which they are shown, each list in order. Trashed subtrees and texts that were moved away are out. */
export function childrenOf(book: Book): ReadonlyMap<string | null, readonly Node[]> {
  const all = book.state.all('nodes');
  const live = book.lineage().liveTextOf;
  const visible = new Map([...all].filter(([id, node]) => node.trashedAt === null && (!hasText(node.kind) || live.has(id))));
  const parents = shownParents(book, all);
  const byParent = new Map<string | null, Node[]>();
  for (const node of visible.values()) {
    const parent = parents.get(node.id) ?? null;
    const siblings = byParent.get(parent) ?? [];
    siblings.push(node);
    byParent.set(parent, siblings);
  }
  // A chapter below a part that was joined away, or a section below a chapter that was, is not lost with it.
  for (const [parent, orphans] of [...byParent]) {
    if (parent === null || parent === unplaced || all.get(parent)?.trashedAt !== null || visible.has(parent)) continue;
    byParent.delete(parent);
    byParent.set(unplaced, [...(byParent.get(unplaced) ?? []), ...orphans.filter((node) => node.kind !== 'section')]);
  }
  for (const siblings of byParent.values()) siblings.sort(compare);
  return byParent;
}

/** Every node of the book in reading order, then what is unplaced. */
export function outlineOf(book: Book): Outline {
  const children = childrenOf(book);
  const questions = new Map<string, { asked: number; answered: number }>();
  const answers = book.state.all('answers');
  for (const question of allQuestions(book)) {
    if (question.trashedAt !== null) continue;
    const count = questions.get(question.chapterId) ?? { asked: 0, answered: 0 };
    questions.set(question.chapterId, { asked: count.asked + 1, answered: count.answered + (hasWords(answers.get(question.id)) ? 1 : 0) });
  }
  const nodes: OutlineNode[] = [];
  const live = book.lineage().liveTextOf;
  const visit = (parent: string | null, shown: string | null): void => {
    for (const node of children.get(parent) ?? []) {
      const textId = live.get(node.id);
      const count = questions.get(node.id);
      nodes.push({
        id: node.id, kind: node.kind, matter: node.matter, parentId: shown, title: node.title, description: node.description,
        status: node.status, words: textId === undefined ? 0 : book.texts.count(textId).words,
        questions: count?.asked ?? 0, answered: count?.answered ?? 0,
      });
      visit(node.id, node.id);
    }
  };
  visit(null, null);
  visit(unplaced, unplaced);
  return { nodes };
}

/** The chapters and matter that carry text, in reading order; what is unplaced is left out. */
export function readingOrder(book: Book): OutlineNode[] {
  return outlineOf(book).nodes.filter((node) => hasText(node.kind) && node.parentId !== unplaced);
}
