import { redact } from './redact';

export type LogLevel = 'info' | 'warning' | 'error';

/** The only things a log line may say besides its event. Prose, titles, paths and bodies have no field to be in. */
export type LogFields = {
  /** A call, an operation or a file's role, never its path. */
  readonly op?: string;
  readonly code?: string;
  readonly reason?: string;
  readonly status?: number;
  readonly ms?: number;
  readonly bytes?: number;
  readonly count?: number;
  /** What was thrown: its name, code and stack frames are kept, its message is not. */
  readonly cause?: unknown;
};

export type LogEntry = {
  readonly at: string;
  readonly level: LogLevel;
  readonly event: string;
  readonly count: number;
  readonly line: string;
};

/** The one log of the application. */
export type Log = {
  readonly info: (event: string, fields?: LogFields) => void;
  readonly warn: (event: string, fields?: LogFields) => void;
  readonly error: (event: string, fields?: LogFields) => void;
  /** The latest lines, each kind of line once with its count. */
  readonly recent: () => readonly LogEntry[];
};

/** Takes finished lines; must not throw. */
export type LogSink = (line: string) => void;

const mostRecent = 500;
const longestLine = 4_096;
const longestField = 200;
/** A kind of line is written each time up to here, then only when its count doubles: a storm cannot fill the disk. */
const writtenEachTime = 100;

/** A log that keeps its latest lines in memory and hands each line to a sink. */
export function createLog({
  sink,
  now,
  knownSecrets = () => [],
}: {
  readonly sink: LogSink;
  readonly now: () => number;
  readonly knownSecrets?: () => readonly string[];
}): Log {
  const recent = new Map<string, LogEntry>();

  function write(level: LogLevel, named: string, fields: LogFields = {}): void {
    const clean = (text: string) => redact(text, knownSecrets());
    const event = clean(named).slice(0, longestField);
    const key = [level, event, fields.op, fields.code].join('|').slice(0, longestField);
    const count = (recent.get(key)?.count ?? 0) + 1;
    const at = new Date(now()).toISOString();
    const shown = allowed(fields, clean);
    const counted = count > 1 ? { repeated: count } : {};
    const line = clip(JSON.stringify({ at, level, event, ...shown, ...counted }), at, level);
    recent.delete(key); // So that the map's order is the order of the latest occurrence.
    recent.set(key, { at, level, event, count, line });
    const oldest = recent.keys().next().value;
    if (recent.size > mostRecent && oldest !== undefined) recent.delete(oldest);
    if (count <= writtenEachTime || Number.isInteger(Math.log2(count))) sink(line);
  }

  return {
    info: (event, fields) => write('info', event, fields),
    warn: (event, fields) => write('warning', event, fields),
    error: (event, fields) => write('error', event, fields),
    recent: () => [...recent.values()],
  };
}

/** Copies the allowed fields and nothing else, whatever else an object brings along. */
function allowed(fields: LogFields, clean: (text: string) => string): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  for (const name of ['op', 'code', 'reason'] as const) {
    const value = fields[name];
    if (typeof value === 'string') shown[name] = clean(value).slice(0, longestField);
  }
  for (const name of ['status', 'ms', 'bytes', 'count'] as const) {
    const value = fields[name];
    if (typeof value === 'number') shown[name] = value;
  }
  const errors = describeCauses(fields.cause, clean);
  return errors.length === 0 ? shown : { ...shown, errors };
}

/** A line that is too long is replaced by one that says so, so that every line of the file stays JSON. */
function clip(line: string, at: string, level: LogLevel): string {
  return line.length <= longestLine
    ? line
    : JSON.stringify({ at, level, event: 'log.line-too-long', bytes: line.length });
}

/** The error and what caused it, three deep. Messages are left out: they may quote a file, a title, a sentence. */
function describeCauses(cause: unknown, clean: (text: string) => string): readonly object[] {
  const described: object[] = [];
  for (let error = cause; error instanceof Error && described.length < 3; error = error.cause) {
    const code =
      'code' in error && typeof error.code === 'string' ? clean(error.code).slice(0, longestField) : undefined;
    described.push({
      name: clean(error.name).slice(0, longestField),
      code,
      stack: stackFrames(error.stack ?? '').map(clean),
    });
  }
  return described;
}

/** The frames of a stack, without its message and without the folders they are in. */
export function stackFrames(stack: string): readonly string[] {
  return stack
    .split('\n')
    .filter((line) => /^\s+at\s/.test(line) || /^[\w$.<>]*@/.test(line))
    .slice(0, 12)
    .map((line) =>
      line
        .trim()
        .replace(/(?:[A-Za-z][A-Za-z+.-]*:\/\/)?[^\s()]*[/\\]([^/\\\s()]+)/g, '$1')
        .slice(0, longestField),
    );
}
