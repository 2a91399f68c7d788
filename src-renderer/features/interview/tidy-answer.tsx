import type { WorkOutcome } from '../../../src-shared/ipc/co-writer-calls';
import { compareWords } from '../../../src-shared/text/word-changes';
import { CoWriterAction } from '../../app/co-writer-action';
import { useShortcut } from '../../app/commands';
import { useCoWriterCommand } from '../../app/use-co-writer-command';
import { useWork } from '../../app/use-work';
import { Button } from '../../ui/button';
import { countOf } from '../../ui/words';
import './tidy-answer.css';

const mostAdded = 8;

type Tidied = Extract<WorkOutcome, { kind: 'tidy' }>;

type Props = {
  readonly bookId: string;
  readonly questionId: string;
  readonly language: string;
  /** The answer as it is now, saved or not. */
  readonly text: string;
  readonly flush: () => Promise<unknown>;
  /** Puts the tidied words in the answer’s place; what was said stays among its earlier versions. */
  readonly onTake: (tidied: string) => void;
};

/** What tidying came to, in words. */
export function tidiedSaid({ said, tidied, leftOut }: Tidied): string {
  if (said === tidied) return 'Nothing was tidied up; the answer can stay as it is.';
  return leftOut.length === 0 ? 'Tidied up; every word is still there.' : `Tidied up; ${countOf(leftOut.length, 'slip')} left out.`;
}

/** Lets the co-writer tidy up a spoken answer, and shows the outcome beside it. Only words that were said can be in it. */
export function TidyAnswer({ bookId, questionId, language, text, flush, onTake }: Props) {
  const tidying = useWork<'tidy'>(tidiedSaid);
  const keys = useShortcut('coWriter.tidy');
  const isAnswered = text.trim() !== '';
  useCoWriterCommand('coWriter.tidy', async () => {
    if (!isAnswered) return;
    await flush();
    await tidying.start({ kind: 'tidy', bookId, questionId });
  });
  const { state, forget } = tidying;
  if (!isAnswered && state.state === 'idle') return null;
  return (
    <>
      <CoWriterAction
        label="Tidy up spoken words"
        asking={tidying}
        work={{ kind: 'tidy', bookId, questionId }}
        isDisabled={!isAnswered}
        before={flush}
        shortcut={keys}
      />
      {state.state === 'done' ? (
        <Outcome
          outcome={state.outcome}
          language={language}
          isCurrent={state.outcome.said === text}
          onTake={() => {
            onTake(state.outcome.tidied);
            forget();
          }}
          onLeave={forget}
        />
      ) : null}
    </>
  );
}

type OutcomeProps = {
  readonly outcome: Tidied;
  readonly language: string;
  /** Whether the answer is still what was tidied. */
  readonly isCurrent: boolean;
  readonly onTake: () => void;
  readonly onLeave: () => void;
};

function Outcome({ outcome, language, isCurrent, onTake, onLeave }: OutcomeProps) {
  const { said, tidied, leftOut, added } = outcome;
  const isChanged = said !== tidied;
  if (!isChanged && added.length === 0) return null;
  return (
    <section className="tidy-answer" aria-label="The answer, tidied up">
      {isChanged ? (
        <p className="tidy-answer-text" dir="auto">
          {compareWords(said, tidied, language).map(({ kind, text }, index) => {
            if (kind === 'removed') return <del key={index}>{text}</del>;
            return kind === 'added' ? <ins key={index}>{text}</ins> : <span key={index}>{text}</span>;
          })}
        </p>
      ) : null}
      {leftOut.length > 0 ? <p className="tidy-answer-note">Left out: {quoted(leftOut)}</p> : null}
      {added.length > 0 ? (
        <p className="tidy-answer-note">
          It would have added words that you did not say, so those paragraphs stay as they are: {quoted(added.slice(0, mostAdded))}{added.length > mostAdded ? ' …' : ''}
        </p>
      ) : null}
      {isCurrent ? null : <p className="tidy-answer-note">You have changed the answer since. Ask once more.</p>}
      <div className="tidy-answer-actions">
        {isChanged ? (
          <Button size="small" variant="primary" isDisabled={!isCurrent} onPress={onTake}>
            Take the tidied words
          </Button>
        ) : null}
        <Button size="small" onPress={onLeave}>
          Leave the answer as it is
        </Button>
      </div>
    </section>
  );
}

const quoted = (words: readonly string[]): string => words.map((one) => `“${one}”`).join(', ');
