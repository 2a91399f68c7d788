import {
  createContext,
  use,
  useCallback,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { commands, type Command, type CommandId } from '../../src-shared/commands';
import { useEvent } from './client-context';
import { matchesShortcut, shortcutText } from './shortcut';

/** What a command does here. Answering `false` says “not mine”: the key press goes on as if there were no command. */
export type CommandHandler = () => unknown;

export type CommandOptions = {
  /** A disabled command stays in the palette, greyed, and its shortcut does nothing. */
  readonly enabled?: boolean;
  /** Also while the caret is in a field, where the command would otherwise give way to typing (undo, Delete, Alt+arrows in the outline). */
  readonly inText?: boolean;
  /** Also while a dialog is open. */
  readonly inDialog?: boolean;
};

/** Options are asked for when needed: an entry keeps its place in the order while they change. */
type Entry = { readonly run: CommandHandler; readonly options: () => Required<CommandOptions> };
type Registry = {
  readonly add: (id: CommandId, entry: Entry) => () => void;
  readonly find: (id: CommandId) => Entry | undefined;
  readonly run: (id: CommandId) => boolean;
  /** Tells that what can run has changed. */
  readonly touch: () => void;
  readonly version: number;
  readonly isMac: boolean;
};

const CommandContext = createContext<Registry | null>(null);

/** Holds what every command does at the moment, and turns key presses and menu choices into commands. */
export function CommandProvider({ isMac, children }: { isMac: boolean; children: ReactNode }) {
  const entries = useRef(new Map<CommandId, Entry[]>());
  const [version, setVersion] = useState(0);
  const add = useCallback((id: CommandId, entry: Entry) => {
    entries.current.set(id, [...(entries.current.get(id) ?? []), entry]);
    setVersion((count) => count + 1);
    return () => {
      entries.current.set(
        id,
        (entries.current.get(id) ?? []).filter((other) => other !== entry),
      );
      setVersion((count) => count + 1);
    };
  }, []);
  const touch = useCallback(() => setVersion((count) => count + 1), []);
  const find = useCallback((id: CommandId) => entries.current.get(id)?.at(-1), []);
  const run = useCallback(
    (id: CommandId) => {
      const entry = find(id);
      return entry !== undefined && entry.options().enabled && entry.run() !== false;
    },
    [find],
  );
  const registry = useMemo(() => ({ add, find, run, touch, version, isMac }), [add, find, run, touch, version, isMac]);
  return (
    <CommandContext value={registry}>
      <KeyboardAndMenu registry={registry} />
      {children}
    </CommandContext>
  );
}

function KeyboardAndMenu({ registry }: { registry: Registry }) {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    // AltGr arrives as Control with Alt on Windows, and writes characters such as @.
    if (event.ctrlKey && event.altKey && event.getModifierState('AltGraph')) return;
    for (const command of commands as readonly Command[]) {
      const shortcuts = [command.shortcut, command.alternative].filter((text) => text !== undefined);
      if (!shortcuts.some((text) => matchesShortcut(text, event, registry.isMac))) continue;
      const id = command.id as CommandId;
      const entry = registry.find(id);
      if (!entry?.options().enabled || !mayRun(command, entry, event.target)) continue;
      if (!registry.run(id)) continue;
      event.preventDefault();
      event.stopPropagation();
      return;
    }
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, []);
  useEvent('command.chosen', ({ id }) => {
    const command = commands.find((known) => known.id === id);
    if (command) registry.run(command.id);
  });
  return null;
}

function mayRun(command: Command, entry: Entry, target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return true;
  if (!entry.options().inDialog && target.closest('[role="dialog"], [role="alertdialog"], [role="menu"]')) return false;
  return entry.options().inText || !givesWayToText(command) || !isTextField(target);
}

function givesWayToText(command: Command): boolean {
  const shortcut = command.shortcut ?? '';
  const isPlainKey = !shortcut.includes('+') && !/^F\d+$/.test(shortcut);
  const isUndo = command.id === 'edit.undo' || command.id === 'edit.redo';
  return isPlainKey || isUndo || (command.scope === 'outline' && shortcut.startsWith('Alt+'));
}

function isTextField(target: Element): boolean {
  const wordless = 'input:is([type="radio"], [type="checkbox"], [type="range"])';
  const texts = 'input, textarea, select, [contenteditable="true"], .ProseMirror';
  return !target.matches(wordless) && target.closest(texts) !== null;
}

function useRegistry(): Registry {
  const registry = use(CommandContext);
  if (!registry) throw new Error('CommandProvider is missing above this component');
  return registry;
}

/** Says what a command does while this component is mounted; the newest one wins. */
export function useCommand(id: CommandId, handler: CommandHandler, options: CommandOptions = {}): void {
  const { add, touch } = useRegistry();
  const { enabled = true, inText = false, inDialog = false } = options;
  const latest = useEffectEvent(handler);
  const current = useRef({ enabled, inText, inDialog });
  useEffect(() => {
    current.current = { enabled, inText, inDialog };
    touch();
  }, [touch, enabled, inText, inDialog]);
  useEffect(() => add(id, { run: () => latest(), options: () => current.current }), [add, id]);
}

/** Gives the function that runs a command by id, for buttons and menus; `false` when it cannot run here. */
export const useRunCommand = (): ((id: CommandId) => boolean) => useRegistry().run;

/** Whether the window is on macOS, where some things are the system’s own. */
export const useIsMac = (): boolean => useRegistry().isMac;

/** A command as the palette and the list of shortcuts show it. */
export type ListedCommand = {
  readonly command: Command;
  readonly id: CommandId;
  readonly isReachable: boolean;
  readonly keys: string | null;
};

/** Every command of the registry, with its keys and whether it can run here and now. */
export function useCommandList(): readonly ListedCommand[] {
  const { find, isMac, version } = useRegistry();
  return useMemo(
    () =>
      commands.map((command) => ({
        command,
        id: command.id,
        isReachable: version > 0 && find(command.id)?.options().enabled === true,
        keys: shortcutText(command.shortcut, isMac),
      })),
    [find, isMac, version],
  );
}

/** The keys of a command as people read them, for tooltips and menus. */
export function useShortcut(id: CommandId): string | undefined {
  const { isMac } = useRegistry();
  const command: Command | undefined = commands.find((known) => known.id === id);
  return command?.shortcut ? shortcutText(command.shortcut, isMac) : undefined;
}
