import type { Session } from './session';

/** What was given after a command's name: its positionals in order, and its options. */
export type Given = {
  readonly positionals: readonly string[];
  /** The value of an option; `undefined` when it was not given. */
  readonly option: (name: string) => string | undefined;
  readonly flag: (name: string) => boolean;
};

/** What a command has to say: its result for standard output, and what keeps it from being a full success. */
export type Outcome = { readonly value: unknown; readonly problems?: readonly string[] };

/** An option of a command. With `value` it takes one, called so in the help. */
export type OptionHelp = { readonly value?: string; readonly help: string };

/** Opens the library: to `read`, which works while the application has it open, or to `write`. */
export type OpenSession = (mode: 'read' | 'write') => Promise<Session>;

/** What work needs that is done away from this thread, before the library is opened. */
export type Apart = { readonly workerFile: string; readonly signal?: AbortSignal };

/** One command: the help, the checks and the dispatch are all made from this. */
export type Command = {
  readonly name: string;
  readonly summary: string;
  /** Names of what must be given, in order; one that ends in `?` may be missing. */
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, OptionHelp>>;
  /** Sentences for the command's own help. */
  readonly details?: readonly string[];
  /**
   * Does it. What was given is checked and files are read before `open` is called, so that a mistake changes nothing.
   */
  readonly run: (given: Given, open: OpenSession, apart: Apart) => Promise<Outcome>;
};

/** The command line was wrong: one line for the person who typed it, and exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A positional that must be there: the parser has seen to it. */
export function positional(given: Given, index: number): string {
  const value = given.positionals[index];
  if (value === undefined) throw new UsageError('Something is missing after the command.');
  return value;
}
