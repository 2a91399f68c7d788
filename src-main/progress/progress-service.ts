import { dirname } from 'node:path';
import { z } from 'zod';
import { dayOf } from '../../src-shared/domain/day';
import type { Handlers, Publish } from '../../src-shared/ipc/contract';
import { ok } from '../../src-shared/result';
import type { Log } from '../diagnostics/log';
import { AppFailure } from '../failure';
import type { Files } from '../files/files';
import { openStateFile } from '../files/state-file';

/** Words may wait this long before they are in the file: a crash costs a number, never a text. */
const writeEveryMs = 3_000;

/** Words by day and book. Days are those of this machine's clock, as `2026-11-21`. */
const Days = z.strictObject({ days: z.record(z.string(), z.record(z.string(), z.int())) });
type Days = z.infer<typeof Days>;

/** Notes that the author wrote words in a book, or cut them (below 0). Never fails and never waits. */
export type NoteWords = (bookId: string, words: number) => void;

export type ProgressService = {
  readonly calls: Pick<Handlers, 'progress.today'>;
  readonly noteWords: NoteWords;
  /** Writes out what waits. Never fails. */
  readonly shutdown: () => Promise<void>;
};

/** Counts the words of each day in one small file of this machine. */
export function createProgressService(deps: {
  readonly files: Files;
  readonly path: string;
  readonly quarantineFolder: string;
  readonly publish: Publish;
  readonly log: Log;
  readonly now: () => number;
  /** Runs something later, without keeping the process alive for it; answers the way to call it off. */
  readonly later: (run: () => void, afterMs: number) => () => void;
}): ProgressService {
  /** What is not in the file yet. */
  let waiting: Days['days'] = {};
  let callOff: (() => void) | undefined;
  let running: Promise<unknown> = Promise.resolve();
  let opened: ReturnType<typeof open> | undefined;

  const open = () => openStateFile({ ...deps, schema: Days, upgrades: [], initial: { days: {} }, readOnly: false });

  function file(): ReturnType<typeof open> {
    const opening = opened ?? open();
    opened = opening;
    // A file that cannot be read now may be readable later.
    opening.catch(() => (opened = undefined));
    return opening;
  }

  async function wordsOf(day: string): Promise<number> {
    const { db } = await file();
    return sum(db.data.days[day]) + sum(waiting[day]);
  }

  async function writeOut(): Promise<void> {
    callOff?.();
    callOff = undefined;
    if (Object.keys(waiting).length === 0) return;
    try {
      const { db } = await file();
      const taken = waiting;
      waiting = {};
      const before = db.data;
      db.data = { days: together(before.days, taken) };
      await save(db).catch((cause: unknown) => {
        db.data = before;
        waiting = together(taken, waiting);
        throw cause;
      });
    } catch (cause) {
      if (!(cause instanceof AppFailure)) throw cause;
      // The words themselves are safe in their book; the count waits for the next change.
      deps.log.warn('progress.unsaved', { code: cause.error.code });
    }
  }

  async function save(db: Awaited<ReturnType<typeof open>>['db']): Promise<void> {
    await deps.files.makeFolder(dirname(deps.path));
    await db.write();
  }

  function write(): Promise<unknown> {
    running = running.then(writeOut, writeOut);
    return running;
  }

  async function tell(): Promise<void> {
    const words = await wordsOf(dayOf(deps.now())).catch(() => undefined);
    if (words !== undefined) deps.publish('progress.changed', { words });
  }

  return {
    calls: { 'progress.today': async () => ok({ words: await wordsOf(dayOf(deps.now())) }) },
    noteWords(bookId, words) {
      if (words === 0) return;
      waiting = together(waiting, { [dayOf(deps.now())]: { [bookId]: words } });
      callOff ??= deps.later(() => void write(), writeEveryMs);
      void tell();
    },
    async shutdown() {
      await write().catch((cause: unknown) => deps.log.error('progress.failed', { cause }));
    },
  };
}

const sum = (words: Readonly<Record<string, number>> = {}): number => Object.values(words).reduce((a, b) => a + b, 0);

function together(one: Days['days'], other: Days['days']): Days['days'] {
  const all: Days['days'] = { ...one };
  for (const [day, books] of Object.entries(other)) {
    const merged = { ...all[day] };
    for (const [bookId, words] of Object.entries(books)) merged[bookId] = (merged[bookId] ?? 0) + words;
    all[day] = merged;
  }
  return all;
}
