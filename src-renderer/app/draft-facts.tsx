import type { Draft } from '../../src-shared/domain/draft';
import { flaggedIn, styleName, supportText } from './draft-wish';
import './draft-facts.css';

/** What there is to know of a draft before it is used: who arranged it, and what the author’s words do not carry. */
export function DraftFacts({ draft }: { draft: Draft }) {
  if (draft.origin === 'built-in') return <p className="draft-promise">From your answers. Nothing was added.</p>;
  const flagged = flaggedIn(draft);
  return (
    <div className="draft-facts">
      <p className="draft-promise">
        Drafted by {draft.model} from your answers.{' '}
        <span data-unsupported={draft.unsupported > 0 || undefined}>{supportText(draft.unsupported)}</span>
      </p>
      {flagged.length > 0 ? (
        <p className="draft-fact" dir="auto">
          In no answer of yours: {flagged.join(', ')}. Check before you use them.
        </p>
      ) : null}
      {draft.sample === '' ? null : (
        <details className="draft-fact">
          <summary>{styleName(draft.style)}: the sample that shaped it</summary>
          <p className="draft-sample" dir="auto">
            {draft.sample}
          </p>
        </details>
      )}
    </div>
  );
}

/** A draft as far as it has come in; what the author’s words do not carry is marked at once. */
export function IncomingDraft({ paragraphs }: { paragraphs: Draft['paragraphs'] }) {
  return paragraphs.map(({ sentences }, row) => (
    <p key={row} dir="auto">
      {sentences.map(({ text, citations }, column) => (
        <span key={column}>
          <span {...(citations.length === 0 ? { 'data-unsupported': true } : {})}>{text}</span>
          {citations.length === 0 ? <WithoutSupport /> : null}{' '}
        </span>
      ))}
    </p>
  ));
}

/** What the wave under a sentence says to those who do not see it. */
export function WithoutSupport() {
  return <span className="ui-visually-hidden"> (without support)</span>;
}
