import { useState } from 'react';
import { createOriginCounter, type OriginWords } from '../../editor-kit/origin-words';
import { formatNumber } from '../../ui/words';
import type { ChapterSession } from './chapter-session';
import { useAfterTransactions } from './use-editor-look';
import './origin-legend.css';

const kinds = [
  { kind: 'typed', title: 'Typed' },
  { kind: 'answer', title: 'From answers' },
  { kind: 'draft', title: 'From a draft' },
  { kind: 'pasted', title: 'Pasted' },
  { kind: 'imported', title: 'Imported' },
] as const satisfies readonly { kind: keyof OriginWords; title: string }[];

/** Says what the hues mean, with how many words of the chapter each has. */
export function OriginLegend({ session, language }: { session: ChapterSession; language: string }) {
  const [count] = useState(() => createOriginCounter(language));
  const words = useAfterTransactions(session.editor, ({ state }) => count(state.doc), 400);
  return (
    <dl className="origin-legend shows-origins" aria-label="Where the words came from">
      {kinds.map(({ kind, title }) => (
        <div key={kind}>
          <dt>
            <span {...(kind === 'typed' ? {} : { 'data-origin': kind })}>{title}</span>
          </dt>
          <dd>{formatNumber(words[kind])}</dd>
        </div>
      ))}
    </dl>
  );
}
