/** What a settings file holds, before anybody has judged it. */
export type StoredSettings =
  | { readonly state: 'missing' }
  | { readonly state: 'read'; readonly value: unknown }
  | { readonly state: 'unreadable'; readonly reason: string };

/** The one place on disk where settings are. Adapters move bytes; what is valid is the settings service's to say. */
export type SettingsStore = {
  readonly read: () => StoredSettings;
  /** Replaces the file whole; fails with what the disk says. */
  readonly write: (value: Readonly<Record<string, unknown>>) => Promise<void>;
  /** Moves the file beside itself under the given suffix, byte for byte, and gives its new name without the folder. */
  readonly quarantine: (suffix: string) => string;
};
