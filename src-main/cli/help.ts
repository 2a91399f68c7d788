import { commonOptions } from './arguments';
import type { Command, OptionHelp } from './command';

const placeholder = (name: string): string => (name.endsWith('?') ? `[${name.slice(0, -1)}]` : name);

function optionLines(options: Readonly<Record<string, OptionHelp>>): string[] {
  const entries = Object.entries(options).map(([name, { value, help }]) => [value === undefined ? `--${name}` : `--${name} ${value}`, help] as const);
  const width = Math.max(0, ...entries.map(([shown]) => shown.length));
  return entries.map(([shown, help]) => `  ${shown.padEnd(width)}  ${help}`);
}

/** The help of one command. */
export function commandHelp(command: Command): string {
  const usage = ['longhand', command.name, ...command.positionals.map(placeholder), '[options]'].join(' ');
  const own = Object.keys(command.options).length === 0 ? [] : ['', 'Options:', ...optionLines(command.options)];
  return [
    command.summary,
    '',
    `Usage: ${usage}`,
    ...(command.details ?? []).flatMap((sentence) => ['', sentence]),
    ...own,
    '',
    'Every command also takes:',
    ...optionLines(commonOptions),
    '',
  ].join('\n');
}

/** The help of them all. */
export function overview(commands: readonly Command[]): string {
  const shown = commands.map((command) => [[command.name, ...command.positionals.map(placeholder)].join(' '), command.summary] as const);
  const width = Math.max(...shown.map(([usage]) => usage.length));
  return [
    'Longhand on the command line: the same books, the same services, for scripts and backups.',
    '',
    'Usage: longhand <command> [--library DIR]',
    '',
    ...shown.map(([usage, summary]) => `  ${usage.padEnd(width)}  ${summary}`),
    '',
    'BOOK is an id or a title, CHAPTER an id or a number. Results are JSON on standard output;',
    'progress and problems go to standard error. Exit code 0: done, 1: a problem, 2: wrong usage.',
    'More on one: longhand <command> --help',
    '',
  ].join('\n');
}
