import { calls, type CallName, type Handlers } from '../../src-shared/ipc/contract';
import { largestDrawnBytes } from '../../src-shared/ipc/cover-calls';
import { largestUpdateBytes } from '../../src-shared/ipc/text-calls';
import { err, type Result } from '../../src-shared/result';
import type { Log } from '../diagnostics/log';
import type { Timings } from '../diagnostics/timings';
import { AppFailure } from '../failure';
import { isLargerThan } from './payload-size';

/** Text, pictures and pastes have their own limits; every other call is words and ids. */
const largestPayloadBytes = 5 * 1024 * 1024;
const envelopeBytes = 64 * 1024;
const largestOfCall: Readonly<Record<string, number>> = {
  'text.append': largestUpdateBytes + envelopeBytes,
  'image.add': 20_971_520 + envelopeBytes,
  'cover.use': largestDrawnBytes + envelopeBytes,
  'cover.save': largestDrawnBytes + envelopeBytes,
};
const mostIssues = 10;

/** Answers one call of the contract. Knows no transport: Electron, the command line and tests all use it. */
export type Dispatch = (name: string, input: unknown) => Promise<Result<unknown>>;

/** Checks, calls, measures and catches: what comes out is always a `Result`, and a bug never carries details out. */
export function createDispatcher({
  handlers,
  log,
  timings,
  nowMs,
  checkOutputs = false,
}: {
  readonly handlers: Handlers;
  readonly log: Log;
  readonly timings: Timings;
  /** A clock for measuring; it never goes back. */
  readonly nowMs: () => number;
  /** Also checks what handlers answer: for tests, where a wrong shape must be loud. */
  readonly checkOutputs?: boolean;
}): Dispatch {
  function bug(op: string, cause: unknown): Result<never> {
    log.error('call.failed', { op, cause });
    return err({ code: 'internal', message: 'Something went wrong inside Longhand. Your saved text is safe.' });
  }

  async function run(name: CallName, input: unknown): Promise<Result<unknown>> {
    // TypeScript cannot link a name to its handler here; the input was parsed by that name's schema just before.
    const handle = handlers[name] as (input: unknown) => Promise<Result<unknown>>;
    const started = nowMs();
    try {
      const result = await handle(input);
      if (result.ok) timings.recordCall(name, nowMs() - started);
      if (!result.ok || !checkOutputs) return result;
      const output = calls[name].output.safeParse(result.value);
      return output.success
        ? result
        : bug(name, new Error('The answer does not fit the contract.', { cause: output.error }));
    } catch (cause) {
      return cause instanceof AppFailure ? err(cause.error) : bug(name, cause);
    }
  }

  return async (name, input) => {
    if (!isCallName(name)) return err({ code: 'invalid-input', issues: ['There is no such call.'] });
    const limit = Object.hasOwn(largestOfCall, name) ? (largestOfCall[name] ?? 0) : largestPayloadBytes;
    if (isLargerThan(input, limit)) return err({ code: 'invalid-input', issues: ['That is too much at once.'] });
    const parsed = calls[name].input.safeParse(input);
    if (parsed.success) return run(name, parsed.data);
    const issues = parsed.error.issues.slice(0, mostIssues).map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    return err({ code: 'invalid-input', issues });
  };
}

function isCallName(name: string): name is CallName {
  return Object.hasOwn(calls, name);
}
