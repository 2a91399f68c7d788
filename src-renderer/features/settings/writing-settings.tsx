import type { Settings } from '../../../src-shared/domain/settings';
import { useIsMac } from '../../app/commands';
import { NumberField } from '../../ui/number-field';
import { Panel } from '../../ui/panel';
import { Select } from '../../ui/select';
import { Switch } from '../../ui/switch';
import type { SettingsGroupProps } from './settings-group';

const fonts = [
  { id: 'serif', name: 'Source Serif, a bookish face' },
  { id: 'sans', name: 'Inter, quiet and plain' },
  { id: 'mono', name: 'JetBrains Mono, a typewriter' },
] as const satisfies readonly { id: Settings['manuscriptFont']; name: string }[];

/** How the manuscript looks and what helps while writing. */
export function WritingSettings({ settings, onChange }: SettingsGroupProps) {
  const isMac = useIsMac();
  return (
    <Panel title="Writing">
      <div className="settings-grid">
        <Select
          label="Typeface"
          options={fonts}
          value={settings.manuscriptFont}
          onChange={(manuscriptFont) => onChange({ manuscriptFont })}
        />
        <NumberField
          label="Size in pixels"
          least={14}
          most={28}
          value={settings.manuscriptSizePx}
          onChange={(manuscriptSizePx) => onChange({ manuscriptSizePx })}
        />
        <NumberField
          label="Letters in a line"
          least={50}
          most={90}
          value={settings.measureCharacters}
          onChange={(measureCharacters) => onChange({ measureCharacters })}
        />
        <NumberField
          label="Words a day"
          description="Your goal in the status line; 0 for none."
          least={0}
          most={20_000}
          step={50}
          value={settings.dailyGoalWords}
          onChange={(dailyGoalWords) => onChange({ dailyGoalWords })}
        />
      </div>
      <p className="settings-sample">
        “Write it as you would say it,” she told him. “The rest is only <em>tidying up</em>.”
      </p>
      <Switch
        label="Typographic quotes and dashes"
        description="As the book’s language sets them; one Backspace gives back what you typed."
        isSelected={settings.smartPunctuation}
        onChange={(smartPunctuation) => onChange({ smartPunctuation })}
      />
      {isMac ? (
        <Switch
          label="Check spelling"
          description="With the dictionaries of this computer."
          isSelected={settings.spellCheck}
          onChange={(spellCheck) => onChange({ spellCheck })}
        />
      ) : null}
      <Switch
        label="Show where the words came from"
        description="Pasted, from an answer, from a draft, imported: each with a quiet colour and pattern."
        isSelected={settings.showProvenance}
        onChange={(showProvenance) => onChange({ showProvenance })}
      />
    </Panel>
  );
}
