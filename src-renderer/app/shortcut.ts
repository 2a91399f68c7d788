/** The parts of a key press that a shortcut looks at. */
export type KeyPress = {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
};

/** Whether a key press is the shortcut, e.g. `Mod+Shift+P`; `Mod` is Command on a Mac and Control elsewhere. */
export function matchesShortcut(shortcut: string, press: KeyPress, isMac: boolean): boolean {
  const parts = shortcut.split('+');
  const key = parts.at(-1) ?? '';
  const hasMod = parts.includes('Mod');
  if ((isMac ? press.metaKey : press.ctrlKey) !== hasMod) return false;
  if (isMac ? press.ctrlKey : press.metaKey) return false;
  if (press.altKey !== parts.includes('Alt') || press.shiftKey !== parts.includes('Shift')) return false;
  return matchesKey(key, press);
}

function matchesKey(key: string, press: KeyPress): boolean {
  if (/^[A-Z]$/.test(key)) {
    // A Latin layout says which letter it is; other scripts, and Alt on a Mac, leave only the place on the keyboard.
    return /^[a-z]$/i.test(press.key) ? press.key.toUpperCase() === key : press.code === `Key${key}`;
  }
  if (/^\d$/.test(key)) return press.key === key || press.code === `Digit${key}`;
  return press.key === key || (key === '/' && press.code === 'NumpadDivide');
}

const macNames: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Shift: '⇧',
  Alt: '⌥',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: '↩',
  PageUp: '⇞',
  PageDown: '⇟',
  Delete: '⌦',
};
const otherNames: Readonly<Record<string, string>> = {
  Mod: 'Ctrl',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
};

/** A shortcut as people read it: “Ctrl+Shift+P”, or “⇧⌘P” on a Mac. */
export function shortcutText(shortcut: string, isMac: boolean): string {
  const parts = shortcut.split('+');
  if (!isMac) return parts.map((part) => otherNames[part] ?? part).join('+');
  const order = ['Alt', 'Shift', 'Mod'];
  const modifiers = order.filter((part) => parts.includes(part));
  const keys = parts.filter((part) => !order.includes(part));
  return [...modifiers, ...keys].map((part) => macNames[part] ?? part).join('');
}
