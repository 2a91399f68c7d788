import { describe, expect, test } from 'vitest';
import { smartReplacement } from '../../../../src-renderer/editor-kit/smart-punctuation';

/** Types a line key by key, as the plugin does. */
function type(keys: string, language: string): string {
  let line = '';
  for (const key of keys) {
    const made = smartReplacement(line, key, language);
    line = made ? line.slice(0, line.length - made.deleteBefore) + made.insert : line + key;
  }
  return line;
}

describe('smart punctuation', () => {
  test.each([
    ['en', `"Look," he said, "it's 'here'."`, '“Look,” he said, “it’s ‘here’.”'],
    ['en', `("so")`, '(“so”)'],
    ['en', 'wait... no', 'wait… no'],
    ['en', '1914--1918', '1914–1918'],
    ['en', 'and---well', 'and—well'],
    ['en', `rock 'n' roll`, 'rock ‘n’ roll'],
    ['en-GB', `the dogs' "bowl"`, 'the dogs’ “bowl”'],
    ['de', `"Ja", sagte er. 'So'`, '„Ja“, sagte er. ‚So‘'],
    ['de', `Wie geht's`, 'Wie geht’s'],
    ['fr', `"Oui"`, '«\u202fOui\u202f»'],
    ['fr', `L'ami est la ?`, 'L’ami est la\u202f?'],
    ['es', `"Hola"`, '«Hola»'],
    ['it', `"Ciao", l'amico`, '«Ciao», l’amico'],
    ['pt', `"Sim"`, '«Sim»'],
    ['pt-BR', `"Sim"`, '“Sim”'],
    ['ja', `"x"`, '“x”'],
  ])('in %s %j is set as %j', (language, keys, set) => {
    expect(type(keys, language)).toBe(set);
  });

  test('a line of dashes is left for the scene break', () => {
    expect(smartReplacement('-', '-', 'en')).toBeNull();
    expect(smartReplacement('--', '-', 'en')).toBeNull();
  });

  test('a fourth dot or a dash after a long run changes nothing', () => {
    expect(smartReplacement('a...', '.', 'en')).toBeNull();
    expect(smartReplacement('a--', '-', 'en')).toBeNull();
  });

  test('letters are never touched', () => {
    for (const letter of 'aé日ع?') expect(smartReplacement('word', letter, 'en')).toBeNull();
  });
});
