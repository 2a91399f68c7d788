import type { Node } from '@tiptap/pm/model';
import { countWords } from '../../src-shared/domain/word-count';
import type { OriginKind } from '../../src-shared/text/document';

/** How many words of a chapter came from where. Words without an origin were typed. */
export type OriginWords = Readonly<Record<OriginKind | 'typed', number>>;

const none: OriginWords = { typed: 0, pasted: 0, answer: 0, draft: 0, imported: 0 };

/** Counts words by origin, remembering each block it has seen. */
export function createOriginCounter(language: string): (doc: Node) => OriginWords {
  const known = new WeakMap<Node, OriginWords>();

  function countBlock(node: Node): OriginWords {
    const remembered = known.get(node);
    if (remembered) return remembered;
    const words = { ...none };
    if (node.isTextblock) for (const run of runsOf(node)) words[run.kind] += countWords(run.text, language);
    else node.forEach((child) => add(words, countBlock(child)));
    known.set(node, words);
    return words;
  }
  return countBlock;
}

function add(sum: Record<keyof OriginWords, number>, part: OriginWords): void {
  for (const kind of Object.keys(sum) as (keyof OriginWords)[]) sum[kind] += part[kind];
}

type Run = { readonly kind: keyof OriginWords; text: string };

function runsOf(block: Node): readonly Run[] {
  const runs: Run[] = [];
  block.forEach((inline) => {
    if (!inline.isText) return;
    const kind = originOf(inline);
    const last = runs.at(-1);
    if (last?.kind === kind) last.text += inline.text ?? '';
    else runs.push({ kind, text: inline.text ?? '' });
  });
  return runs;
}

function originOf(text: Node): keyof OriginWords {
  const kind: unknown = text.marks.find((mark) => mark.type.name === 'origin')?.attrs['kind'];
  return typeof kind === 'string' && kind !== 'typed' && Object.hasOwn(none, kind) ? (kind as OriginKind) : 'typed';
}
