import { Label, Slider as AriaSlider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';
import './slider.css';

export type SliderProps = {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly isDisabled?: boolean;
  /** How the value is shown and read out. */
  readonly format?: Intl.NumberFormatOptions;
  /** Called while it moves. */
  readonly onChange: (value: number) => void;
  /** Called when it has come to rest. */
  readonly onRest: (value: number) => void;
};

/** A number on a line, moved by mouse, arrows, Page Up and Down, Home and End. */
export function Slider({ label, value, least, most, step, isDisabled = false, format, onChange, onRest }: SliderProps) {
  return (
    <AriaSlider
      className="ui-slider"
      value={value}
      minValue={least}
      maxValue={most}
      step={step}
      isDisabled={isDisabled}
      {...(format ? { formatOptions: format } : {})}
      onChange={onChange}
      onChangeEnd={onRest}
    >
      <Label className="ui-field-label">{label}</Label>
      <SliderOutput className="ui-slider-value" />
      <SliderTrack className="ui-slider-track">
        <SliderThumb className="ui-slider-thumb" />
      </SliderTrack>
    </AriaSlider>
  );
}
