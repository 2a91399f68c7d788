import { Minus, Plus } from 'lucide-react';
import { Button, Group, Input, NumberField as AriaNumberField } from 'react-aria-components';
import { FieldFrame, type FieldProps } from './field';
import { formatNumber } from './words';
import './number-field.css';

export type NumberFieldProps = FieldProps & {
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly least: number;
  readonly most: number;
  readonly step?: number;
};

/** A number between two limits, typed or stepped with arrows and buttons. */
export function NumberField({ value, onChange, least, most, step = 1, ...frame }: NumberFieldProps) {
  return (
    <AriaNumberField
      className="ui-field"
      value={value}
      minValue={least}
      maxValue={most}
      step={step}
      isInvalid={frame.error !== undefined}
      onChange={(next) => {
        if (Number.isFinite(next)) onChange(next);
      }}
    >
      <FieldFrame {...frame}>
        <Group className="ui-number" style={{ '--digits': formatNumber(most).length }}>
          <Button slot="decrement" className="ui-number-step">
            <Minus size={16} aria-hidden />
          </Button>
          <Input className="ui-input ui-number-input" />
          <Button slot="increment" className="ui-number-step">
            <Plus size={16} aria-hidden />
          </Button>
        </Group>
      </FieldFrame>
    </AriaNumberField>
  );
}
