import type { CoWriterSettings } from '../../../src-shared/domain/co-writer';
import type { Settings } from '../../../src-shared/domain/settings';

/** What every group of settings gets. */
export type SettingsGroupProps = { readonly settings: Settings; readonly onChange: (patch: Partial<Settings>) => void };

/** What every part of the co-writer’s settings gets. */
export type CoWriterPartProps = {
  readonly wish: CoWriterSettings;
  readonly onChange: (patch: Partial<CoWriterSettings>) => void;
};
