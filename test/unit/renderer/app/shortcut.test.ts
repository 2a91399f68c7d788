import { expect, test } from 'vitest';
import { commands, type Command } from '../../../../src-shared/commands';
import { matchesShortcut, shortcutText, type KeyPress } from '../../../../src-renderer/app/shortcut';

const press = (key: string, code: string, held = ''): KeyPress => ({
  key,
  code,
  ctrlKey: held.includes('c'),
  metaKey: held.includes('m'),
  altKey: held.includes('a'),
  shiftKey: held.includes('s'),
});

test('a shortcut wants exactly its modifiers', () => {
  expect(matchesShortcut('Mod+K', press('k', 'KeyK', 'c'), false)).toBe(true);
  expect(matchesShortcut('Mod+K', press('K', 'KeyK', 'cs'), false)).toBe(false);
  expect(matchesShortcut('Mod+K', press('k', 'KeyK', 'ca'), false)).toBe(false);
  expect(matchesShortcut('Mod+K', press('k', 'KeyK'), false)).toBe(false);
});

test('Mod is Command on a Mac and Control elsewhere', () => {
  expect(matchesShortcut('Mod+K', press('k', 'KeyK', 'm'), true)).toBe(true);
  expect(matchesShortcut('Mod+K', press('k', 'KeyK', 'c'), true)).toBe(false);
  expect(matchesShortcut('Mod+K', press('k', 'KeyK', 'm'), false)).toBe(false);
});

test('a Latin layout decides by its letters, so that Ctrl+A on AZERTY never quits', () => {
  expect(matchesShortcut('Mod+Q', press('a', 'KeyQ', 'c'), false)).toBe(false);
  expect(matchesShortcut('Mod+A', press('a', 'KeyQ', 'c'), false)).toBe(true);
});

test('other scripts and Alt on a Mac fall back to the place on the keyboard', () => {
  expect(matchesShortcut('Mod+K', press('л', 'KeyK', 'c'), false)).toBe(true);
  expect(matchesShortcut('Mod+Alt+L', press('¬', 'KeyL', 'ma'), true)).toBe(true);
});

test('digits match with Shift held, and named keys by name', () => {
  expect(matchesShortcut('Mod+Shift+8', press('*', 'Digit8', 'cs'), false)).toBe(true);
  expect(matchesShortcut('F2', press('F2', 'F2'), false)).toBe(true);
  expect(matchesShortcut('Alt+ArrowUp', press('ArrowUp', 'ArrowUp', 'a'), false)).toBe(true);
});

test('shortcuts read as each platform writes them', () => {
  expect(shortcutText('Mod+Shift+P', false)).toBe('Ctrl+Shift+P');
  expect(shortcutText('Mod+Shift+P', true)).toBe('⇧⌘P');
  expect(shortcutText('Alt+ArrowUp', false)).toBe('Alt+↑');
});

test('no two commands that can be active together share a shortcut', () => {
  const together: readonly (readonly Command['scope'][])[] = [['app', 'book', 'outline'], ['app', 'book', 'interview'], ['app', 'book', 'write']];
  for (const scopes of together) {
    const active = (commands as readonly Command[]).filter((command) => scopes.includes(command.scope));
    const keys = active.flatMap((command) => [command.shortcut, command.alternative]).filter((key) => key !== undefined);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  }
});
