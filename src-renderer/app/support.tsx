import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

type Slot = {
  readonly target: HTMLElement | null;
  readonly setTarget: (target: HTMLElement | null) => void;
  readonly isWanted: boolean;
  readonly setWanted: (isWanted: boolean) => void;
};

const SupportContext = createContext<Slot | null>(null);

/** Connects a room's side panel with its place in the frame. */
export function SupportProvider({ children }: { children: ReactNode }) {
  const [target, setTarget] = useState<HTMLElement | null>(null);
  const [isWanted, setWanted] = useState(false);
  const slot = useMemo(() => ({ target, setTarget, isWanted, setWanted }), [target, isWanted]);
  return <SupportContext value={slot}>{children}</SupportContext>;
}

/** The frame's side of the slot. */
export function useSupportSlot(): Slot {
  const slot = use(SupportContext);
  if (!slot) throw new Error('SupportProvider is missing above this component');
  return slot;
}

/** A room's side panel: rendered at the right of the frame, where it can be resized, hidden and is remembered. */
export function Support({ label, children }: { label: string; children: ReactNode }) {
  const { target, setWanted } = useSupportSlot();
  useEffect(() => {
    setWanted(true);
    return () => setWanted(false);
  }, [setWanted]);
  if (!target) return null;
  return createPortal(
    <aside aria-label={label} className="support-panel">
      {children}
    </aside>,
    target,
  );
}
