import { useLayoutEffect, useRef, type ReactNode, type Ref } from 'react';
import {
  FieldError,
  Input,
  Label,
  Text,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';
import { directionOf } from './direction';
import './field.css';

/** What every field shares: a label, a sentence of help, and an error that is linked to the control. */
export type FieldProps = {
  readonly label: string;
  /** Keeps the label for screen readers only. */
  readonly isLabelHidden?: boolean;
  readonly description?: ReactNode;
  readonly error?: string | undefined;
};

/** The label, help and error around a control of react-aria; for fields this kit does not have. */
export function FieldFrame({
  label,
  isLabelHidden,
  description,
  error,
  children,
}: FieldProps & { readonly children: ReactNode }) {
  return (
    <>
      <Label className={isLabelHidden ? 'ui-visually-hidden' : 'ui-field-label'}>{label}</Label>
      {children}
      {description ? (
        <Text slot="description" className="ui-field-description">
          {description}
        </Text>
      ) : null}
      {error ? <FieldError className="ui-field-error">{error}</FieldError> : null}
    </>
  );
}

type SharedTextProps = Omit<AriaTextFieldProps, 'className' | 'style' | 'children' | 'isInvalid'> &
  FieldProps & {
    readonly placeholder?: string;
    /** `book` sets the words in the manuscript face; `title` larger, without a box. */
    readonly look?: 'plain' | 'book' | 'title';
  };

export type TextFieldProps = SharedTextProps & { readonly inputRef?: Ref<HTMLInputElement> };

/** One line of text. */
export function TextField({
  label,
  isLabelHidden,
  description,
  error,
  placeholder,
  look = 'plain',
  inputRef,
  ...rest
}: TextFieldProps) {
  return (
    <AriaTextField {...rest} isInvalid={error !== undefined} className="ui-field" data-look={look}>
      <FieldFrame label={label} isLabelHidden={isLabelHidden ?? false} description={description} error={error}>
        <Input
          {...(inputRef ? { ref: inputRef } : {})}
          dir={directionOf(rest.value)}
          className="ui-input"
          placeholder={placeholder ?? ''}
        />
      </FieldFrame>
    </AriaTextField>
  );
}

export type TextAreaProps = SharedTextProps & {
  readonly fewestRows?: number;
  readonly areaRef?: Ref<HTMLTextAreaElement>;
};

/** Text of any length; the field grows with its words and never scrolls inside itself. */
export function TextArea({
  label,
  isLabelHidden,
  description,
  error,
  placeholder,
  look = 'plain',
  fewestRows = 3,
  areaRef,
  ...rest
}: TextAreaProps) {
  const grown = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const area = grown.current?.querySelector('textarea');
    if (area) fitHeight(area);
  }, [rest.value]);
  useLayoutEffect(() => {
    const frame = grown.current;
    const area = frame?.querySelector('textarea');
    return frame && area ? fitToWidth(frame, area) : undefined;
  }, []);
  return (
    <AriaTextField {...rest} isInvalid={error !== undefined} className="ui-field" data-look={look}>
      <FieldFrame label={label} isLabelHidden={isLabelHidden ?? false} description={description} error={error}>
        <div ref={grown} className="ui-grow">
          <AriaTextArea
            {...(areaRef ? { ref: areaRef } : {})}
            dir={directionOf(rest.value)}
            rows={fewestRows}
            className="ui-input ui-textarea"
            placeholder={placeholder ?? ''}
            onInput={(event) => fitHeight(event.currentTarget)}
          />
        </div>
      </FieldFrame>
    </AriaTextField>
  );
}

/** A pane that is widened, or shown after it was hidden, wraps the words anew. Returns how to stop. */
function fitToWidth(frame: HTMLElement, area: HTMLTextAreaElement): () => void {
  let width = frame.clientWidth;
  const observer = new ResizeObserver(() => {
    if (frame.clientWidth === width) return;
    width = frame.clientWidth;
    fitHeight(area);
  });
  observer.observe(frame);
  return () => observer.disconnect();
}

function fitHeight(area: HTMLTextAreaElement): void {
  area.style.height = 'auto';
  const borders = area.offsetHeight - area.clientHeight;
  area.style.height = `${area.scrollHeight + borders}px`;
}
