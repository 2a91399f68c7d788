import { Check, Lightbulb } from 'lucide-react';
import { readinessLimits, type Readiness as ReadinessState } from '../../../src-shared/domain/readiness';
import { ProgressBar } from '../../ui/progress-bar';
import { countOf, formatNumber } from '../../ui/words';

/** How ready the summary is, live: a length and gentle questions, never a lock. */
export function Readiness({ readiness }: { readiness: ReadinessState }) {
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
    </section>
  );
}
