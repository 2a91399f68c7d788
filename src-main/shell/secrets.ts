import { dirname } from 'node:path';
import { z } from 'zod';
import type { Log } from '../diagnostics/log';
import type { Files } from '../files/files';
import { openStateFile } from '../files/state-file';
import type { SecretVault } from '../secrets/secret-vault';
import { createSessionVault } from '../secrets/session-vault';

/**
 * What is used of Electron’s `safeStorage`. Newer Electrons have these calls as promises too; the oldest one that we
 * start with has only these.
 */
export type SystemCipher = {
  readonly isEncryptionAvailable: () => boolean;
  /** The password store of a Linux desktop; other systems have one only and no such call. */
  readonly getSelectedStorageBackend?: () => string;
  readonly encryptString: (text: string) => Buffer;
  readonly decryptString: (sealed: Buffer) => string;
};

/** Ciphertexts by name, each with the password store that its key lies in. */
const Secrets = z.strictObject({
  secrets: z.record(z.string(), z.strictObject({ backend: z.string(), sealed: z.base64() })),
});

/** Electron says this where it would hide a secret behind a password that everybody knows. */
const noBackend = 'basic_text';

/**
 * Keeps secrets in a file of the user folder, encrypted with a key of the system's password store. Where there is none
 * they last until the application ends, and so does one that the disk refuses. A value that cannot be decrypted counts as missing and stays where it is: the
 * password store may only be locked, or another one today. Fails as the disk does, and with `library-newer`.
 */
export function createSystemVault(deps: {
  readonly cipher: SystemCipher;
  readonly files: Files;
  readonly path: string;
  readonly quarantineFolder: string;
  readonly log: Log;
  readonly now: () => number;
}): SecretVault {
  const { cipher, files, path } = deps;
  const session = createSessionVault();
  let isRefused = false;
  let opened: ReturnType<typeof open> | undefined;
  let running: Promise<unknown> = Promise.resolve();

  const open = () =>
    openStateFile({ ...deps, schema: Secrets, upgrades: [], initial: { secrets: {} }, readOnly: false });

  function file(): ReturnType<typeof open> {
    const opening = opened ?? open();
    opened = opening;
    // A file that cannot be read now may be readable later.
    opening.catch(() => (opened = undefined));
    return opening;
  }

  const backend = (): string => cipher.getSelectedStorageBackend?.() ?? process.platform;
  const isDurable = (): boolean => !isRefused && cipher.isEncryptionAvailable() && backend() !== noBackend;

  function seal(value: string): string | undefined {
    try {
      return cipher.encryptString(value).toString('base64');
    } catch (cause) {
      isRefused = true; // the author said no to the system's question, or its store is broken
      deps.log.warn('secret.unsealed', { reason: backend(), cause });
      return undefined;
    }
  }

  async function unseal(name: string): Promise<string | undefined> {
    if (!isDurable()) return undefined;
    const { db } = await file();
    const kept = Object.hasOwn(db.data.secrets, name) ? db.data.secrets[name] : undefined;
    if (!kept) return undefined;
    try {
      return cipher.decryptString(Buffer.from(kept.sealed, 'base64'));
    } catch (cause) {
      deps.log.warn('secret.unreadable', { reason: `${kept.backend}, now ${backend()}`, cause });
      return undefined;
    }
  }

  async function get(name: string): Promise<string | undefined> {
    const known = await session.get(name);
    if (known !== undefined) return known;
    const value = await unseal(name);
    if (value !== undefined) await session.set(name, value);
    return value;
  }

  /** Changes what is in the file, one change after the other. */
  function change(
    work: (secrets: z.infer<typeof Secrets>['secrets']) => z.infer<typeof Secrets>['secrets'],
  ): Promise<void> {
    const turn = running.then(async () => {
      const { db } = await file();
      const before = db.data;
      const secrets = work(before.secrets);
      if (secrets === before.secrets) return;
      await files.makeFolder(dirname(path));
      db.data = { secrets };
      await db.write().catch((cause: unknown) => {
        db.data = before;
        throw cause;
      });
    });
    running = turn.catch(() => undefined); // whoever asked hears of it
    return turn;
  }

  return {
    get,
    async set(name, value) {
      // First, so that the log knows it whatever becomes of the file.
      await session.set(name, value);
      const sealed = isDurable() ? seal(value) : undefined;
      if (sealed !== undefined) await change((secrets) => ({ ...secrets, [name]: { backend: backend(), sealed } }));
    },
    async remove(name) {
      await session.remove(name);
      await change((secrets) => {
        if (!Object.hasOwn(secrets, name)) return secrets;
        return Object.fromEntries(Object.entries(secrets).filter(([other]) => other !== name));
      });
    },
    has: async (name) => (await get(name)) !== undefined,
    isDurable,
    known: session.known,
  };
}
