import { AppFailure } from '../failure';
import { readArguments } from './arguments';
import { UsageError, type Command, type OpenSession, type Outcome } from './command';
import { errorLine } from './error-line';
import { commandHelp, overview } from './help';
import { interviewCommands } from './interview-commands';
import { libraryCommands } from './library-commands';
import { openSession, type CliWorld, type Session } from './session';
import { writingCommands } from './writing-commands';

/** Every command, in the order of the help. */
export const cliCommands: readonly Command[] = inJourneyOrder([...libraryCommands, ...interviewCommands, ...writingCommands]);

export const exitCodes = { done: 0, problem: 1, usage: 2 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

function inJourneyOrder(all: readonly Command[]): readonly Command[] {
  const order = ['new', 'import', 'list', 'show', 'outline', 'interview', 'questions', 'draft', 'edit', 'preflight', 'export', 'stats', 'snapshots', 'restore', 'merge', 'verify'];
  return [...all].sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
}

/** Control characters could move a terminal's cursor or change its colours; a title must not. */
const plain = (line: string): string => line.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');

/**
 * Runs one command line, without the program's own name. Results go to `writeOut` as JSON, everything else to
 * `writeError`. Never throws: the answer is the exit code.
 */
export async function runCli(argv: readonly string[], world: CliWorld): Promise<ExitCode> {
  const say = (line: string): void => world.writeError(`longhand: ${plain(line)}\n`);
  try {
    const [name, ...rest] = argv;
    if (name === undefined) throw new UsageError('A command is missing. See: longhand --help');
    if (name === '--version') {
      world.writeOut(`${world.version}\n`);
      return exitCodes.done;
    }
    if (name === '--help' || name === '-h' || name === 'help') {
      world.writeOut(rest[0] === undefined ? overview(cliCommands) : commandHelp(commandNamed(rest[0])));
      return exitCodes.done;
    }
    return await runCommand(commandNamed(name), { rest, world, say });
  } catch (cause) {
    return tell(cause, { world, say });
  }
}

function commandNamed(name: string): Command {
  const found = cliCommands.find((command) => command.name === name);
  if (!found) throw new UsageError(`There is no command “${name}”. See: longhand --help`);
  return found;
}

type Run = { readonly rest: readonly string[]; readonly world: CliWorld; readonly say: (line: string) => void };

async function runCommand(command: Command, { rest, world, say }: Run): Promise<ExitCode> {
  const given = readArguments(command, rest);
  if (given.flag('help')) {
    world.writeOut(commandHelp(command));
    return exitCodes.done;
  }
  let session: Session | undefined;
  const open: OpenSession = async (mode) => (session = await openSession(world, { library: given.option('library'), readOnly: mode === 'read', say }));
  try {
    return print(await command.run(given, open, world), { world, say });
  } catch (cause) {
    return tell(cause, { world, say }); // before the session is closed, which may have something to say as well
  } finally {
    // What a command has reported is on disk in the log; a failure to tidy up is told and changes nothing about it.
    await session?.close().catch((cause: unknown) => tell(cause, { world, say }));
  }
}

function print({ value, problems = [] }: Outcome, { world, say }: Omit<Run, 'rest'>): ExitCode {
  world.writeOut(`${JSON.stringify(value, null, 2)}\n`);
  problems.forEach(say);
  return problems.length === 0 ? exitCodes.done : exitCodes.problem;
}

function tell(cause: unknown, { world, say }: Omit<Run, 'rest'>): ExitCode {
  if (cause instanceof UsageError) {
    say(cause.message);
    return exitCodes.usage;
  }
  if (cause instanceof AppFailure) {
    say(errorLine(cause.error));
    return exitCodes.problem;
  }
  world.log.error('cli.failed', { op: 'cli', cause });
  say('Something went wrong inside Longhand. What was saved before is safe, and the log file has the details.');
  return exitCodes.problem;
}
