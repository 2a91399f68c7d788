import type { SecretVault } from './secret-vault';

/** Keeps secrets in memory until the application ends. */
export function createSessionVault(): SecretVault {
  const values = new Map<string, string>();
  const known = new Set<string>();
  return {
    get: async (name) => values.get(name),
    async set(name, value) {
      known.add(value);
      values.set(name, value);
    },
    remove: async (name) => void values.delete(name),
    has: async (name) => values.has(name),
    isDurable: () => false,
    known: () => [...known],
  };
}
