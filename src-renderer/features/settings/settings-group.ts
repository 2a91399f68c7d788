import type { Settings } from '../../../src-shared/domain/settings';

/** What every group of settings gets. */
export type SettingsGroupProps = { readonly settings: Settings; readonly onChange: (patch: Partial<Settings>) => void };
