import type { ReactNode } from 'react';
import { ToggleButton as AriaToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { Hint } from './tooltip';
import './toggle-button.css';

export type ToggleButtonProps = {
  readonly label: string;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  /** With an icon the label becomes the accessible name and the tooltip. */
  readonly icon?: ReactNode;
  readonly shortcut?: string | undefined;
  readonly isDisabled?: boolean;
};

/** A button that is on or off. */
export function ToggleButton({ label, icon, shortcut, ...rest }: ToggleButtonProps) {
  if (icon === undefined)
    return (
      <AriaToggleButton {...rest} className="ui-toggle">
        {label}
      </AriaToggleButton>
    );
  return (
    <Hint text={label} shortcut={shortcut}>
      <AriaToggleButton {...rest} aria-label={label} className="ui-toggle" data-shape="icon">
        {icon}
      </AriaToggleButton>
    </Hint>
  );
}

export type SegmentsProps<T extends string> = {
  readonly label: string;
  readonly options: readonly { readonly id: T; readonly name: string; readonly icon?: ReactNode }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
};

/** One of two to five, all of them in sight. */
export function Segments<T extends string>({ label, options, value, onChange }: SegmentsProps<T>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      className="ui-segments"
      onSelectionChange={(keys) => {
        const chosen = options.find((option) => keys.has(option.id));
        if (chosen) onChange(chosen.id);
      }}
    >
      {options.map((option) => (
        <AriaToggleButton key={option.id} id={option.id} className="ui-segment">
          {option.icon}
          {option.name}
        </AriaToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
