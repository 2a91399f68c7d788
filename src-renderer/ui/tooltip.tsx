import type { ReactElement } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components';
import './tooltip.css';

/** Shows a name (and its shortcut) beside a control while it is pointed at or focused. */
export function Hint({
  text,
  shortcut,
  children,
}: {
  text: string;
  shortcut?: string | undefined;
  children: ReactElement;
}) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <Tooltip offset={6} className="ui-tooltip">
        {text}
        {shortcut ? <kbd className="ui-tooltip-keys">{shortcut}</kbd> : null}
      </Tooltip>
    </TooltipTrigger>
  );
}
