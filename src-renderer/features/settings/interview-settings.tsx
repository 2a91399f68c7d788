import type { Experience, Guidance } from '../../../src-shared/domain/interview';
import { NumberField } from '../../ui/number-field';
import { Panel } from '../../ui/panel';
import { Select } from '../../ui/select';
import type { SettingsGroupProps } from './settings-group';

const experiences = [
  { id: 'beginner', name: 'My first book' },
  { id: 'intermediate', name: 'I have written some' },
  { id: 'advanced', name: 'I have finished books' },
  { id: 'professional', name: 'Writing is my profession' },
] as const satisfies readonly { id: Experience; name: string }[];

const guidances = [
  { id: 'detailed', name: 'Plenty: help and examples' },
  { id: 'moderate', name: 'Some: help where it is hard' },
  { id: 'minimal', name: 'Little: only the question' },
] as const satisfies readonly { id: Guidance; name: string }[];

/** How the interview speaks to this author. */
export function InterviewSettings({ settings, onChange }: SettingsGroupProps) {
  return (
    <Panel title="Interview" description="This changes how you are asked, never what your book is about.">
      <div className="settings-grid">
        <Select
          label="Experience"
          options={experiences}
          value={settings.experience}
          onChange={(experience) => onChange({ experience })}
        />
        <Select
          label="Guidance"
          options={guidances}
          value={settings.guidance}
          onChange={(guidance) => onChange({ guidance })}
        />
        <NumberField
          label="Questions a chapter"
          least={3}
          most={20}
          value={settings.questionsPerChapter}
          onChange={(questionsPerChapter) => onChange({ questionsPerChapter })}
        />
      </div>
    </Panel>
  );
}
