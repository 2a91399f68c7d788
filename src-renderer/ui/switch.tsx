import type { ReactNode } from 'react';
import { SwitchButton, SwitchField, Text } from 'react-aria-components';
import './switch.css';

/** On or off, at once. */
export function Switch(props: {
  label: string;
  description?: ReactNode;
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
}) {
  return (
    <SwitchField className="ui-switch-field" isSelected={props.isSelected} onChange={props.onChange}>
      <SwitchButton className="ui-switch">
        <span className="ui-switch-track" aria-hidden />
        <span>{props.label}</span>
      </SwitchButton>
      {props.description ? (
        <Text slot="description" className="ui-field-description">
          {props.description}
        </Text>
      ) : null}
    </SwitchField>
  );
}
