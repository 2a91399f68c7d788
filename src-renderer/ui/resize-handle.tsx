import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import './resize-handle.css';

export type ResizeHandleProps = {
  readonly label: string;
  /** Which side of the handle the resized pane is on. */
  readonly pane: 'before' | 'after';
  readonly width: number;
  readonly least: number;
  readonly most: number;
  readonly onResize: (width: number) => void;
};

const stepPx = 16;

/** The line between two panes: dragged, or moved with the arrow keys; double click gives the least width. */
export function ResizeHandle({ label, pane, width, least, most, onResize }: ResizeHandleProps) {
  const [isHeld, setHeld] = useState(false);
  const start = useRef<{ x: number; width: number } | null>(null);
  const towards = pane === 'before' ? 1 : -1;
  const resize = (next: number) => onResize(Math.round(Math.min(most, Math.max(least, next))));

  const hold = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, width };
    setHeld(true);
  };
  const letGo = () => {
    start.current = null;
    setHeld(false);
  };
  const drag = (event: PointerEvent) => {
    if (start.current) resize(start.current.width + (event.clientX - start.current.x) * towards);
  };
  const press = (event: KeyboardEvent) => {
    const moves: Readonly<Record<string, number>> = { ArrowLeft: -stepPx * towards, ArrowRight: stepPx * towards };
    const edges: Readonly<Record<string, number>> = { Home: least, End: most };
    const move = moves[event.key];
    const next = move === undefined ? edges[event.key] : width + move;
    if (next === undefined) return;
    event.preventDefault();
    resize(next);
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a focusable separator is a widget (ARIA 1.2)
    <div
      role="separator"
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as above
      tabIndex={0}
      className="ui-resize"
      data-held={isHeld || undefined}
      onPointerDown={hold}
      onPointerMove={drag}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onDoubleClick={() => resize(least)}
      onKeyDown={press}
    />
  );
}
