import { createContext, use, useCallback, useState, type ReactNode } from 'react';
import './visually-hidden.css';

/** Says a sentence to a screen reader. `now` interrupts; use it only for failures. */
export type Announce = (sentence: string, urgency?: 'polite' | 'now') => void;

const AnnounceContext = createContext<Announce>(() => undefined);

/** The one live region of the page. */
export function Announcer({ children }: { children: ReactNode }) {
  const [polite, setPolite] = useState({ text: '', turn: 0 });
  const [urgent, setUrgent] = useState({ text: '', turn: 0 });
  const announce = useCallback<Announce>((text, urgency = 'polite') => {
    const say = urgency === 'now' ? setUrgent : setPolite;
    say((last) => ({ text, turn: last.turn + 1 }));
  }, []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div className="ui-visually-hidden" role="status">
        <span key={polite.turn}>{polite.text}</span>
      </div>
      <div className="ui-visually-hidden" role="alert">
        <span key={urgent.turn}>{urgent.text}</span>
      </div>
    </AnnounceContext>
  );
}

/** Gives the function that speaks to screen readers. */
export const useAnnounce = (): Announce => use(AnnounceContext);
