import type { Publish } from '../../src-shared/ipc/contract';
import { defaultSettings } from '../../src-shared/domain/default-settings';
import { Settings } from '../../src-shared/domain/settings';
import { err, ok, type Result } from '../../src-shared/result';
import type { ReportProblem } from '../diagnostics/problems';
import type { SettingsStore } from './settings-store';

/** The version this release writes. A file with a higher one belongs to a newer release and is left untouched. */
const version = 1;

/** Settings as the rest of the application sees them: always complete, always valid. */
export type SettingsService = {
  /** Reads the file; quarantines it or leaves it as its state demands. Call once, before `current`. Resolves when a file in need of it is repaired. */
  readonly start: () => Promise<void>;
  readonly current: () => Settings;
  readonly read: () => Promise<Result<Settings>>;
  readonly update: (patch: Partial<{ [K in keyof Settings]: Settings[K] | undefined }>) => Promise<Result<Settings>>;
};

/** Keeps the author's settings. `report` hears of files that could not be used, in words for the author. */
export function createSettingsService({
  store,
  publish,
  report,
  now,
}: {
  readonly store: SettingsStore;
  readonly publish: Publish;
  readonly report: ReportProblem;
  readonly now: () => number;
}): SettingsService {
  let settings: Settings = defaultSettings;
  let mayWrite = true;
  /** Changes follow one another: each builds on the one before. */
  let lastChange: Promise<unknown> = Promise.resolve();

  function setAside(why: string): void {
    // Colons of an ISO time are not allowed in Windows file names.
    const suffix = `broken-${new Date(now()).toISOString().replace(/[:.]/g, '-')}`;
    let kept: string;
    try {
      kept = store.quarantine(suffix);
    } catch {
      mayWrite = false;
      report(
        'warning',
        `Your settings could not be read (${why}). They were left as they are, and this session uses the usual ones.`,
      );
      return;
    }
    report(
      'warning',
      `Your settings could not be read (${why}), so the usual ones are in use. The old file is kept as ${kept}.`,
    );
  }

  async function adopt(value: unknown): Promise<void> {
    if (!isRecord(value)) {
      setAside('not settings');
      return;
    }
    const found = value['version'];
    if (typeof found === 'number' && found > version) {
      mayWrite = false;
      settings = pickValid(value).settings;
      report(
        'notice',
        'Your settings were written by a newer Longhand. They are left untouched; changes last until you quit.',
      );
      return;
    }
    const { settings: picked, broken } = pickValid(value);
    settings = picked;
    if (broken.length === 0) return;
    setAside(`${broken.join(', ')} ${broken.length === 1 ? 'is' : 'are'} not valid`);
    await saveRepaired();
  }

  /** Keeps the valid part of a broken file for the next start; when the disk refuses, the first change writes it. */
  async function saveRepaired(): Promise<void> {
    try {
      if (mayWrite) await store.write({ version, ...settings });
    } catch (cause) {
      report(
        'warning',
        `Your repaired settings could not be saved (${writeFailure(cause).code}). They are in use until you quit.`,
      );
    }
  }

  async function apply(patch: Parameters<SettingsService['update']>[0]): Promise<Result<Settings>> {
    const next = Settings.safeParse({ ...settings, ...withoutUndefined(patch) });
    if (!next.success) return err({ code: 'invalid-input', issues: next.error.issues.map((issue) => issue.message) });
    if (mayWrite) {
      try {
        await store.write({ version, ...next.data });
      } catch (cause) {
        return err(writeFailure(cause));
      }
    }
    settings = next.data;
    publish('settings.changed', settings);
    return ok(settings);
  }

  return {
    async start() {
      const stored = store.read();
      if (stored.state === 'read') await adopt(stored.value);
      else if (stored.state === 'unreadable') setAside(stored.reason);
    },
    current: () => settings,
    read: async () => ok(settings),
    update(patch) {
      const change = lastChange.then(() => apply(patch));
      lastChange = change.catch(() => undefined); // told to whoever asked for it
      return change;
    },
  };
}

/** Takes each known setting that is valid, the usual value for each that is not, and drops what is unknown. */
function pickValid(value: Readonly<Record<string, unknown>>): {
  readonly settings: Settings;
  readonly broken: string[];
} {
  const picked: Record<string, unknown> = {};
  const broken: string[] = [];
  for (const [name, field] of Object.entries(Settings.shape)) {
    if (!Object.hasOwn(value, name)) continue;
    const parsed = field.safeParse(value[name]);
    if (parsed.success) picked[name] = parsed.data;
    else broken.push(name);
  }
  return { settings: Settings.parse(picked), broken };
}

function writeFailure(cause: unknown) {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
  const file = 'settings.json';
  return code === 'ENOSPC'
    ? ({ code: 'disk-full', file } as const)
    : ({ code: 'disk-failed', file, reason: code } as const);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function withoutUndefined(patch: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}
