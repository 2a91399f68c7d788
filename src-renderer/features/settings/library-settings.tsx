import { useState } from 'react';
import type { Settings } from '../../../src-shared/domain/settings';
import { useRunCommand } from '../../app/commands';
import { useLibrary } from '../../app/library-context';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { NumberField } from '../../ui/number-field';
import { Panel } from '../../ui/panel';
import { Select } from '../../ui/select';
import { Switch } from '../../ui/switch';
import type { SettingsGroupProps } from './settings-group';

const pages = [
  { id: '6x9', name: '6 × 9 inches, as most paperbacks' },
  { id: 'a4', name: 'A4, for reading on paper' },
] as const satisfies readonly { id: Settings['pageSize']; name: string }[];

const usualDays = 30;

/** The author, the library's place, the trash and the usual page. */
export function LibrarySettings({ settings, onChange }: SettingsGroupProps) {
  const run = useRunCommand();
  const library = useLibrary();
  const folder = library.value?.folder ?? settings.libraryFolder;
  return (
    <Panel title="Library and publishing">
      <div className="settings-grid">
        <AuthorName value={settings.authorName} onChange={(authorName) => onChange({ authorName })} />
        <Select
          label="Usual page"
          options={pages}
          value={settings.pageSize}
          onChange={(pageSize) => onChange({ pageSize })}
        />
      </div>
      <div className="settings-folder">
        <div>
          <p className="ui-field-label">Where your books are</p>
          <p className="settings-path">{folder === '' ? 'In “Longhand” in your documents' : folder}</p>
        </div>
        <Button onPress={() => void run('library.chooseFolder')}>Choose another folder</Button>
      </div>
      <Switch
        label="Empty the library’s trash by itself"
        isSelected={settings.purgeTrashAfterDays > 0}
        onChange={(isOn) => onChange({ purgeTrashAfterDays: isOn ? usualDays : 0 })}
        description={
          settings.purgeTrashAfterDays === 0
            ? 'A book that you throw away stays in the trash until you delete it.'
            : 'A book goes for good so many days after you threw it away.'
        }
      />
      {settings.purgeTrashAfterDays === 0 ? null : (
        <NumberField
          label="Days in the trash"
          least={1}
          most={3_650}
          value={settings.purgeTrashAfterDays}
          onChange={(days) => onChange({ purgeTrashAfterDays: days })}
        />
      )}
    </Panel>
  );
}

/** Kept when the field is left, so that a name is not saved letter by letter. */
function AuthorName({ value, onChange }: { value: string; onChange: (name: string) => void }) {
  const [name, setName] = useState<string | null>(null);
  const keep = () => {
    if (name !== null && name.trim() !== value) onChange(name.trim());
    setName(null);
  };
  return (
    <TextField
      label="Your name"
      description="New books begin with it as their author."
      maxLength={200}
      value={name ?? value}
      onChange={setName}
      onBlur={keep}
    />
  );
}
