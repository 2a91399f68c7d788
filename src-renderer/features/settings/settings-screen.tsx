import { useState } from 'react';
import type { Settings } from '../../../src-shared/domain/settings';
import type { AppError } from '../../../src-shared/result';
import { errorText } from '../../app/error-text';
import { useSettings } from '../../app/settings-context';
import { Banner } from '../../ui/banner';
import { Panel } from '../../ui/panel';
import { CoWriterSettings } from './co-writer-settings';
import { InterviewSettings } from './interview-settings';
import { LibrarySettings } from './library-settings';
import { ThemePicker } from './theme-picker';
import { WritingSettings } from './writing-settings';
import './settings.css';

/** Everything an author can set; each change counts at once. */
export function SettingsScreen() {
  const { settings, update } = useSettings();
  const [error, setError] = useState<AppError | null>(null);
  const change = (patch: Partial<Settings>) => {
    void update(patch).then((answer) => setError(answer.ok ? null : answer.error));
  };
  return (
    <main className="page" aria-label="Settings">
      <div className="settings">
        <h1 className="settings-title">Settings</h1>
        {error ? (
          <Banner tone="problem" title={`${errorText(error).what} The setting is as it was.`}>
            {errorText(error).next}
          </Banner>
        ) : null}
        <Panel title="Look">
          <ThemePicker value={settings.theme} onChange={(theme) => change({ theme })} />
        </Panel>
        <WritingSettings settings={settings} onChange={change} />
        <InterviewSettings settings={settings} onChange={change} />
        <CoWriterSettings settings={settings} onChange={change} />
        <LibrarySettings settings={settings} onChange={change} />
      </div>
    </main>
  );
}
