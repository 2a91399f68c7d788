import { ChevronDown } from 'lucide-react';
import {
  Button,
  ComboBox as AriaComboBox,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
} from 'react-aria-components';
import { FieldFrame, type FieldProps } from './field';
import './select.css';

/** One thing to choose; `id` is the value. */
type Option<T extends string = string> = { readonly id: T; readonly name: string; readonly note?: string };

export type SelectProps<T extends string> = FieldProps & {
  readonly options: readonly Option<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly isDisabled?: boolean;
};

/** Chooses one of a few. */
export function Select<T extends string>({ options, value, onChange, isDisabled = false, ...frame }: SelectProps<T>) {
  return (
    <AriaSelect
      className="ui-field"
      value={value}
      isDisabled={isDisabled}
      isInvalid={frame.error !== undefined}
      onChange={(key) => pick(options, key, onChange)}
    >
      <FieldFrame {...frame}>
        <Button className="ui-input ui-select">
          <SelectValue className="ui-select-value" />
          <ChevronDown size={16} aria-hidden />
        </Button>
      </FieldFrame>
      <Popover className="ui-popover ui-options" offset={4}>
        <Options options={options} />
      </Popover>
    </AriaSelect>
  );
}

/** Chooses one of many by typing a part of its name. */
export function ComboBox<T extends string>({ options, value, onChange, isDisabled = false, ...frame }: SelectProps<T>) {
  return (
    <AriaComboBox
      className="ui-field"
      value={value}
      isDisabled={isDisabled}
      isInvalid={frame.error !== undefined}
      onChange={(key) => pick(options, key, onChange)}
    >
      <FieldFrame {...frame}>
        <div className="ui-combo">
          <Input className="ui-input" />
          <Button className="ui-combo-button">
            <ChevronDown size={16} aria-hidden />
          </Button>
        </div>
      </FieldFrame>
      <Popover className="ui-popover ui-options" offset={4}>
        <Options options={options} />
      </Popover>
    </AriaComboBox>
  );
}

function Options({ options }: { options: readonly Option[] }) {
  return (
    <ListBox className="ui-listbox" items={options}>
      {(option: Option) => (
        <ListBoxItem id={option.id} textValue={option.name} className="ui-option">
          <span>{option.name}</span>
          {option.note ? <span className="ui-option-note">{option.note}</span> : null}
        </ListBoxItem>
      )}
    </ListBox>
  );
}

function pick<T extends string>(options: readonly Option<T>[], key: unknown, onChange: (value: T) => void): void {
  const chosen = options.find((option) => option.id === key);
  if (chosen) onChange(chosen.id);
}
