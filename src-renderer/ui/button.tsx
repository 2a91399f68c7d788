import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { Hint } from './tooltip';
import './button.css';

export type ButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children'> & {
  /** One `primary` a screen; `quiet` where many stand together; `danger` only for what cannot be undone. */
  readonly variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly size?: 'medium' | 'small' | 'large';
  /** A lucide icon before the words; decorative, the words are the name. */
  readonly icon?: ReactNode;
  readonly children: ReactNode;
};

/** A button with words. */
export function Button({ variant = 'secondary', size = 'medium', icon, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className="ui-button" data-variant={variant} data-size={size}>
      {icon}
      <span className="ui-button-label">{children}</span>
    </AriaButton>
  );
}

export type IconButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'aria-label'> & {
  /** The accessible name, also shown as the tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
  /** A shortcut to show in the tooltip, as `shortcutText` gives it. */
  readonly shortcut?: string | undefined;
  readonly size?: 'medium' | 'small';
  readonly isPressed?: boolean;
};

/** A button that is only an icon: it always has a name and a tooltip. */
export function IconButton({ label, icon, shortcut, size = 'medium', isPressed, ...rest }: IconButtonProps) {
  return (
    <Hint text={label} shortcut={shortcut}>
      <AriaButton
        {...rest}
        aria-label={label}
        className="ui-icon-button"
        data-size={size}
        {...(isPressed === undefined ? {} : { 'aria-pressed': isPressed })}
      >
        {icon}
      </AriaButton>
    </Hint>
  );
}
