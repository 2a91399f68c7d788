import { expect, test } from 'vitest';
import { createSessionVault } from '../../../../src-main/secrets/session-vault';

test('secrets are kept until they are removed, and what was ever known stays known to the log', async () => {
  const vault = createSessionVault();
  await vault.set('openai', 'key-one');
  await vault.set('openai', 'key-two');
  expect([await vault.get('openai'), await vault.has('openai'), await vault.has('other')]).toEqual(['key-two', true, false]);
  await vault.remove('openai');
  expect([await vault.get('openai'), await vault.has('openai')]).toEqual([undefined, false]);
  expect(vault.known()).toEqual(['key-one', 'key-two']);
  expect(vault.isDurable()).toBe(false);
});
