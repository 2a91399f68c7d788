import type { Contradiction } from '../../../src-shared/ipc/co-writer-calls';
import { CoWriterAction } from '../../app/co-writer-action';
import { useShortcut } from '../../app/commands';
import type { Asking } from '../../app/use-work';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';

/** Where an answer is: enough to go there. */
export type AnswerPlace = Pick<Contradiction['first'], 'chapterId' | 'questionId'>;

type ContradictionsProps = { readonly bookId: string; readonly asking: Asking<'contradictions'> };

/** Looks for answers of the book that do not go together, and shows what was found. */
export function Contradictions({ bookId, asking }: ContradictionsProps) {
  const keys = useShortcut('coWriter.contradictions');
  return (
    <div className="contradictions-ask">
      <CoWriterAction
        label="Look for contradictions"
        asking={asking}
        work={{ kind: 'contradictions', bookId }}
        shortcut={keys}
      />
    </div>
  );
}

type DialogProps = Pick<ContradictionsProps, 'asking'> & { readonly onAnswer: (place: AnswerPlace) => void };

/** What was found; it stands over the room until it is closed. The answers are as they were. */
export function ContradictionsDialog({ asking, onAnswer }: DialogProps) {
  const { state, forget } = asking;
  const found = state.state === 'done' ? state.outcome.contradictions : [];
  const go = (place: AnswerPlace) => {
    forget();
    onAnswer(place);
  };
  return (
    <Dialog
      title="These answers may not go together"
      size="large"
      isOpen={found.length > 0}
      onClose={forget}
      actions={<Button onPress={forget}>Close</Button>}
    >
      <p className="draft-note">Only you know which is right, or whether both are. Nothing was changed.</p>
      <ul className="contradictions">
        {found.map((pair, index) => (
          <li key={index} className="contradiction">
            <p dir="auto">{pair.why}</p>
            <div className="contradiction-sides">
              <Side said={pair.first} onAnswer={go} />
              <Side said={pair.second} onAnswer={go} />
            </div>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function Side({ said, onAnswer }: { said: Contradiction['first']; onAnswer: (place: AnswerPlace) => void }) {
  return (
    <figure className="draft-source">
      <figcaption className="draft-note" dir="auto">
        {said.question}
      </figcaption>
      <blockquote dir="auto">
        <mark>{said.quote}</mark>
      </blockquote>
      <Button size="small" aria-label={`Go to the answer to “${said.question}”`} onPress={() => onAnswer(said)}>
        Go to this answer
      </Button>
    </figure>
  );
}
