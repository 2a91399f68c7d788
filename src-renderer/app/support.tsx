import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

type Slot = {
  readonly target: HTMLElement | null;
  readonly setTarget: (target: HTMLElement | null) => void;
  /** The name of the panel a room shows now, or `null`. */
  readonly label: string | null;
  readonly setLabel: (label: string | null) => void;
};

const SupportContext = createContext<Slot | null>(null);

/** Connects a room's side panel with its place in the frame. */
export function SupportProvider({ children }: { children: ReactNode }) {
  const [target, setTarget] = useState<HTMLElement | null>(null);
  const [label, setLabel] = useState<string | null>(null);
  const slot = useMemo(() => ({ target, setTarget, label, setLabel }), [target, label]);
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
  const { target, setLabel } = useSupportSlot();
  useEffect(() => {
    setLabel(label);
    return () => setLabel(null);
  }, [setLabel, label]);
  return target ? createPortal(children, target) : null;
}
