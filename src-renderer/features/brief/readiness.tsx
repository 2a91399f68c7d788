import { Check, Feather, Lightbulb } from 'lucide-react';
import { readinessLimits, type Readiness as ReadinessState } from '../../../src-shared/domain/readiness';
import type { WorkItem } from '../../../src-shared/ipc/co-writer-calls';
import { CoWriterAction } from '../../app/co-writer-action';
import { useWork } from '../../app/use-work';
import { ProgressBar } from '../../ui/progress-bar';
import { countOf, formatNumber } from '../../ui/words';
import { hintsSaid } from './co-writer-words';

export type ReadinessProps = {
  readonly bookId: string;
  readonly readiness: ReadinessState;
  readonly flush: () => Promise<unknown>;
};

/** How ready the summary is, live: a length and gentle questions, never a lock. */
export function Readiness({ bookId, readiness, flush }: ReadinessProps) {
  const { isReady, words, characters, progress, hints } = readiness;
  return (
    <section className="readiness" aria-label="Is the summary ready?">
      <div className="readiness-line">
        {isReady ? <Check size={16} aria-hidden className="readiness-check" /> : null}
        <span>
          {isReady
            ? 'Enough for an outline and good questions.'
            : `About ${readinessLimits.words} words give the questions something to hold on to.`}
        </span>
        <span className="readiness-count">
          {countOf(words, 'word')} · {formatNumber(characters)} characters
        </span>
      </div>
      {isReady ? null : <ProgressBar label="Length of the summary" isLabelHidden value={progress} />}
      {hints.length > 0 ? (
        <ul className="readiness-hints" aria-label="What a reader may still ask">
          {hints.map((hint) => (
            <li key={hint.id} className="readiness-hint">
              <Lightbulb size={14} aria-hidden />
              {hint.text}
            </li>
          ))}
        </ul>
      ) : null}
      <CoWriterHints bookId={bookId} flush={flush} />
    </section>
  );
}

/** What the co-writer misses in the summary; shown until it is asked again, and stored nowhere. */
function CoWriterHints({ bookId, flush }: Omit<ReadinessProps, 'readiness'>) {
  const asking = useWork<'readiness'>(({ hints }) => hintsSaid(hints.length));
  const { state } = asking;
  return (
    <>
      <CoWriterAction
        label="Ask the co-writer what is missing"
        asking={asking}
        work={{ kind: 'readiness', bookId }}
        before={flush}
      >
        {(items) => <Hints hints={items.flatMap(hintOf)} />}
      </CoWriterAction>
      {state.state === 'done' && state.outcome.hints.length > 0 ? <Hints hints={state.outcome.hints} /> : null}
    </>
  );
}

const hintOf = (item: WorkItem): readonly string[] => (item.kind === 'hint' ? [item.text] : []);

function Hints({ hints }: { hints: readonly string[] }) {
  return (
    <ul className="readiness-hints" aria-label="What the co-writer would still ask">
      {hints.map((text) => (
        <li key={text} className="readiness-hint" data-from="co-writer" dir="auto">
          <Feather size={14} role="img" aria-label="The co-writer:" />
          {text}
        </li>
      ))}
    </ul>
  );
}
