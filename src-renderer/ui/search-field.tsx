import { Search, X } from 'lucide-react';
import type { Ref } from 'react';
import { Button, Input, Label, SearchField as AriaSearchField } from 'react-aria-components';
import './search-field.css';

export type SearchFieldProps = {
  readonly label: string;
  readonly placeholder?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onSubmit?: (value: string) => void;
  /** Takes the focus when it appears, for a field that its dialog is about. */
  readonly hasFocus?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
};

/** Narrows a list; Escape clears it. */
export function SearchField({
  label,
  placeholder,
  value,
  onChange,
  onSubmit,
  hasFocus = false,
  inputRef,
}: SearchFieldProps) {
  return (
    <AriaSearchField
      className="ui-search"
      // eslint-disable-next-line jsx-a11y/no-autofocus -- only in a dialog that was opened to search
      autoFocus={hasFocus}
      value={value}
      onChange={onChange}
      {...(onSubmit ? { onSubmit } : {})}
    >
      <Label className="ui-visually-hidden">{label}</Label>
      <Search size={16} aria-hidden className="ui-search-icon" />
      <Input
        {...(inputRef ? { ref: inputRef } : {})}
        dir="auto"
        className="ui-input"
        placeholder={placeholder ?? label}
      />
      <Button className="ui-search-clear" aria-label="Clear">
        <X size={16} aria-hidden />
      </Button>
    </AriaSearchField>
  );
}
