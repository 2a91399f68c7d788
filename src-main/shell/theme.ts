import { nativeTheme } from 'electron';
import type { Theme } from '../../src-shared/domain/settings';

const sources = { system: 'system', light: 'light', sepia: 'light', dark: 'dark', contrast: 'system' } as const;

/** Makes menus, dialogs and the title bar follow the author's theme. */
export function followTheme(theme: Theme): void {
  nativeTheme.themeSource = sources[theme];
}
