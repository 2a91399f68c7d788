import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import { defaultSettings } from '../../src-shared/domain/default-settings';
import type { Settings } from '../../src-shared/domain/settings';
import type { Result } from '../../src-shared/result';
import { useClient, useEvent } from './client-context';
import { rememberTheme } from './first-paint';

type Desk = {
  readonly settings: Settings;
  readonly isRead: boolean;
  readonly update: (patch: Partial<Settings>) => Promise<Result<Settings>>;
};

const SettingsContext = createContext<Desk | null>(null);

/** Reads the settings once, follows their changes and dresses the page accordingly. */
export function SettingsProvider({ children }: { children: ReactNode }) {
  const client = useClient();
  const [settings, setSettings] = useState<Settings>(defaultSettings);
  const [isRead, setRead] = useState(false);
  useEffect(() => {
    void client.call('settings.read', null).then((answer) => {
      if (answer.ok) setSettings(answer.value);
      setRead(true);
    });
  }, [client]);
  useEvent('settings.changed', setSettings);
  useEffect(() => (isRead ? dress(settings) : undefined), [isRead, settings]);
  const desk = useMemo<Desk>(
    () => ({
      settings,
      isRead,
      update: async (patch) => {
        const answer = await client.call('settings.update', patch);
        if (answer.ok) setSettings(answer.value);
        return answer;
      },
    }),
    [client, settings, isRead],
  );
  return <SettingsContext value={desk}>{children}</SettingsContext>;
}

/** The author's settings, and the way to change them. */
export function useSettings(): Desk {
  const desk = use(SettingsContext);
  if (!desk) throw new Error('SettingsProvider is missing above this component');
  return desk;
}

const fonts = { serif: '--font-book', sans: '--font-ui', mono: '--font-mono' } as const;

/** Sets the theme and the manuscript's type on the document; the policy allows this way of styling alone. */
function dress(settings: Settings): () => void {
  const root = document.documentElement;
  root.style.setProperty('--manuscript-font', `var(${fonts[settings.manuscriptFont]})`);
  root.style.setProperty('--manuscript-size', `${settings.manuscriptSizePx / 16}rem`);
  root.style.setProperty('--manuscript-measure', `${settings.measureCharacters}ch`);
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const contrast = window.matchMedia('(prefers-contrast: more)');
  const show = () => {
    const system = dark.matches ? 'dark' : 'light';
    const theme = settings.theme === 'system' ? (contrast.matches ? 'contrast' : system) : settings.theme;
    root.dataset['theme'] = theme;
    rememberTheme(theme);
  };
  show();
  dark.addEventListener('change', show);
  contrast.addEventListener('change', show);
  return () => {
    dark.removeEventListener('change', show);
    contrast.removeEventListener('change', show);
  };
}
