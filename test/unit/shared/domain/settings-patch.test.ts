import { expect, test } from 'vitest';
import { Settings, SettingsPatch } from '../../../../src-shared/domain/settings';

test('changing one setting says nothing of the others', () => {
  expect(SettingsPatch.parse({ theme: 'dark' })).toEqual({ theme: 'dark' });
  expect(SettingsPatch.parse({})).toEqual({});
});

test('a patch takes every setting, each within its limits, and nothing else', () => {
  expect(SettingsPatch.parse(Settings.parse({}))).toEqual(Settings.parse({}));
  expect(SettingsPatch.safeParse({ manuscriptSizePx: 4 }).success).toBe(false);
  expect(SettingsPatch.safeParse({ unknown: 1 }).success).toBe(false);
});
