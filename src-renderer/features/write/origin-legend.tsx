import { useState } from 'react';
import type { Provenance } from '../../../src-shared/text/provenance';
import { createOriginCounter } from '../../editor-kit/origin-words';
import { formatNumber } from '../../ui/words';
import type { ChapterSession } from './chapter-session';
import { useAfterTransactions } from './use-editor-look';
import './origin-legend.css';

/** `look` is how the editor marks the text; without one it is unmarked. A model’s lines show only where there are any. */
const kinds: readonly { readonly kind: Provenance; readonly title: string; readonly look?: Record<`data-${string}`, string>; readonly isModel?: boolean }[] = [
  { kind: 'typed', title: 'Typed' },
  { kind: 'answer', title: 'From answers', look: { 'data-origin': 'answer' } },
  { kind: 'draft', title: 'From a draft', look: { 'data-origin': 'draft' } },
  { kind: 'pasted', title: 'Pasted', look: { 'data-origin': 'pasted' } },
  { kind: 'imported', title: 'Imported', look: { 'data-origin': 'imported' } },
  { kind: 'model-supported', title: 'A model’s, from your words', look: { 'data-origin': 'co-writer' }, isModel: true },
  { kind: 'model-unsupported', title: 'A model’s, without support', look: { 'data-origin': 'co-writer', 'data-support': 'none' }, isModel: true },
  { kind: 'model-edited', title: 'A model’s, edited by you', look: { 'data-origin': 'co-writer' }, isModel: true },
];

/** Says what the hues mean, with how many words of the chapter each has. */
export function OriginLegend({ session, language }: { session: ChapterSession; language: string }) {
  const [count] = useState(() => createOriginCounter(language));
  const words = useAfterTransactions(session.editor, ({ state }) => count(state.doc), 400);
  return (
    <dl className="origin-legend shows-origins" aria-label="Where the words came from">
      {kinds.filter(({ kind, isModel }) => !isModel || words[kind] > 0).map(({ kind, title, look }) => (
        <div key={kind}>
          <dt>
            <span {...look}>{title}</span>
          </dt>
          <dd>{formatNumber(words[kind])}</dd>
        </div>
      ))}
    </dl>
  );
}
