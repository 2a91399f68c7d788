import { RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import { themes } from '../../../src-shared/domain/default-settings';
import type { Theme } from '../../../src-shared/domain/settings';

const names: Readonly<Record<Theme, string>> = {
  system: 'As the system',
  light: 'Light',
  sepia: 'Sepia',
  dark: 'Dark',
  contrast: 'High contrast',
};

/** The themes, each shown as a small page in its own colours. */
export function ThemePicker({ value, onChange }: { value: Theme; onChange: (theme: Theme) => void }) {
  const choose = (next: string) => {
    const theme = themes.find((option) => option === next);
    if (theme) onChange(theme);
  };
  return (
    <RadioGroup aria-label="Theme" className="themes" value={value} onChange={choose} orientation="horizontal">
      {themes.map((theme) => (
        <RadioField key={theme} value={theme}>
          <RadioButton className="theme">
            <span
              className="theme-page"
              aria-hidden
              {...(theme === 'system' ? { 'data-split': true } : { 'data-theme': theme })}
            >
              {theme === 'system' ? (
                <>
                  <Sample theme="light" />
                  <Sample theme="dark" />
                </>
              ) : (
                <Sample theme={theme} />
              )}
            </span>
            <span>{names[theme]}</span>
          </RadioButton>
        </RadioField>
      ))}
    </RadioGroup>
  );
}

function Sample({ theme }: { theme: Exclude<Theme, 'system'> }) {
  return (
    <span className="theme-sample" data-theme={theme}>
      <span className="theme-letter">Aa</span>
      <span className="theme-lines" />
    </span>
  );
}
