import { createHash, timingSafeEqual } from 'node:crypto';
import type { SystemCipher } from '../../src-main/shell/secrets';

/** A password store of the system as a test wants it; texts of another `store` cannot be decrypted, as in the real one. */
export function createTestCipher() {
  const state = { store: 'gnome_libsecret', isAvailable: true, isLocked: false };
  const markOf = (): Buffer => createHash('sha256').update(state.store).digest();
  const turn = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0x5a));
  const cipher: SystemCipher = {
    isEncryptionAvailable: () => state.isAvailable,
    getSelectedStorageBackend: () => state.store,
    encryptString(text) {
      if (state.isLocked) throw new Error('Error while encrypting the text provided to safeStorage.encryptString.');
      return Buffer.concat([markOf(), turn(Buffer.from(text))]);
    },
    decryptString(sealed) {
      const isOurs = sealed.length >= 32 && timingSafeEqual(sealed.subarray(0, 32), markOf());
      if (state.isLocked || !isOurs) throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.');
      return turn(sealed.subarray(32)).toString();
    },
  };
  return { cipher, state };
}
