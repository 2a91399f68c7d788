/** Where keys and passwords are. They are nowhere else: not in settings, not in logs, not in the page. */
export type SecretVault = {
  /** The value kept under a name, or `undefined`: also for one that can no longer be read. */
  readonly get: (name: string) => Promise<string | undefined>;
  readonly set: (name: string, value: string) => Promise<void>;
  readonly remove: (name: string) => Promise<void>;
  readonly has: (name: string) => Promise<boolean>;
  /** Whether a value that is set now is still there after a restart. */
  readonly isDurable: () => boolean;
  /** Every value that was in memory since the start, also what was removed: what no log may show. */
  readonly known: () => readonly string[];
};
