import { parseArgs } from 'node:util';
import { UsageError, type Command, type Given, type OptionHelp } from './command';

/** What every command understands. */
export const commonOptions: Readonly<Record<string, OptionHelp>> = {
  library: { value: 'DIR', help: 'the library folder; without it, the one the settings name' },
  json: { help: 'accepted for clarity: results are always JSON' },
  help: { help: 'explains the command and does nothing else' },
};

/** Reads what stands after a command's name. Throws a {@link UsageError} for anything that it does not know. */
export function readArguments(command: Command, rest: readonly string[]): Given {
  const options = { ...commonOptions, ...command.options };
  const { values, positionals } = parse(command, rest, options);
  const given: Given = {
    positionals,
    option: (name) => (typeof values[name] === 'string' ? values[name] : undefined),
    flag: (name) => values[name] === true,
  };
  // A shell hands on a variable that is not set as nothing at all: that must not name the folder it is run in.
  const blank = Object.keys(values).find((name) => values[name] === '');
  if (blank !== undefined) throw new UsageError(`--${blank} needs a value. See: longhand ${command.name} --help`);
  if (!given.flag('help')) checkCount(command, positionals);
  return given;
}

function parse(command: Command, rest: readonly string[], options: Readonly<Record<string, OptionHelp>>) {
  try {
    return parseArgs({
      args: [...rest],
      options: Object.fromEntries(
        Object.entries(options).map(([name, { value }]) => [name, optionOf(name, value)] as const),
      ),
      allowPositionals: true,
    });
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new UsageError(`${wordsFor(cause)} See: longhand ${command.name} --help`);
  }
}

/** An option as the parser knows it. */
const optionOf = (name: string, value: string | undefined): { type: 'boolean' | 'string'; short?: string } => ({
  type: value === undefined ? 'boolean' : 'string',
  ...(name === 'help' ? { short: 'h' } : {}),
});

/** Node’s own messages go on about dashes; one short sentence is enough. */
function wordsFor(cause: TypeError): string {
  const name = /'(-[^'\s]*)/.exec(cause.message)?.[1] ?? '';
  const code = 'code' in cause ? cause.code : '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `There is no option ${name}.`;
  return cause.message.includes('does not take') ? `${name} takes no value.` : `${name} needs a value.`;
}

function checkCount(command: Command, positionals: readonly string[]): void {
  const needed = command.positionals.filter((name) => !name.endsWith('?'));
  const missing = needed[positionals.length];
  if (missing !== undefined) throw new UsageError(`${missing} is missing. See: longhand ${command.name} --help`);
  const extra = positionals[command.positionals.length];
  if (extra !== undefined) throw new UsageError(`“${extra}” is one too many. See: longhand ${command.name} --help`);
}

/** An option that must be given. */
export function required(command: string, given: Given, name: string): string {
  const value = given.option(name);
  if (value === undefined) throw new UsageError(`--${name} is missing. See: longhand ${command} --help`);
  return value;
}

/** An option that must be one of a few words. */
export function oneOf<T extends string>(given: Given, name: string, words: readonly T[]): T | undefined {
  const value = given.option(name);
  if (value === undefined) return undefined;
  const found = words.find((word) => word === value);
  if (found === undefined) throw new UsageError(`--${name} is one of: ${words.join(', ')}.`);
  return found;
}
