import { useState } from 'react';
import { Meter } from 'react-aria-components';
import { useClient } from '../../app/client-context';
import { useCall, whenBookChanges } from '../../app/use-call';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { FailureNote } from './failure-note';
import { percent } from './interview-view-model';
import { kindNames } from './interview-words';
import './habits-panel.css';

/** Which kinds of question this author answers fully. It stays on this machine. */
export function HabitsPanel({ bookId }: { bookId: string }) {
  const client = useClient();
  const history = useCall('interview.history', { bookId }, whenBookChanges(bookId, 'interview'));
  const [isAsking, setAsking] = useState(false);
  if (history.state === 'loading') return null;
  if (history.state === 'failed') return <FailureNote error={history.error} />;
  const { kinds, answered, needed } = history.value;
  const forget = async () => {
    setAsking(false);
    await client.call('interview.resetHistory', { bookId });
    history.refresh();
  };
  if (kinds === null) {
    return (
      <p className="habits-note">
        Not enough yet ({answered} of {needed}). After {needed} answers you see here which kinds of question you answer
        most fully.
      </p>
    );
  }
  return (
    <div className="habits">
      <p className="habits-note">
        How fully you answer each kind of question. It stays on this machine and only changes the order.
      </p>
      {kinds.map(({ kind, fullness }) => (
        <Meter key={kind} aria-label={kindNames[kind]} value={Math.round(fullness * 100)} className="habit">
          <span className="habit-name">
            {kindNames[kind]} <span className="habit-score">{percent(fullness)}</span>
          </span>
          <div className="answer-meter-track">
            <div className="answer-meter-fill" style={{ width: `${Math.round(fullness * 100)}%` }} />
          </div>
        </Meter>
      ))}
      <Button size="small" variant="quiet" onPress={() => setAsking(true)}>
        Forget my habits
      </Button>
      <Dialog
        title="Forget your habits?"
        role="alertdialog"
        size="small"
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button variant="primary" onPress={() => setAsking(false)}>
              Keep them
            </Button>
            <Button variant="danger" onPress={() => void forget()}>
              Forget them
            </Button>
          </>
        }
      >
        <p>Your questions and answers stay. Only what was learnt from them about the kinds you like begins anew.</p>
      </Dialog>
    </div>
  );
}
