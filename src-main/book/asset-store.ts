import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Files } from '../files/files';

/** Pictures and snapshots of a book: immutable files named by the SHA-256 of what they hold. */
export type AssetStore = ReturnType<typeof createAssetStore>;

export const assetIdOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
export const isAssetId = (id: string): boolean => /^[0-9a-f]{64}$/.test(id);

/** The assets in one folder. */
export function createAssetStore({ files, folder }: { files: Files; folder: string }) {
  return {
    /** Keeps bytes and answers their id. Keeping the same again writes nothing. */
    async add(bytes: Uint8Array): Promise<string> {
      const id = assetIdOf(bytes);
      if (await files.look(join(folder, id))) return id;
      await files.makeFolder(folder);
      await files.replace(join(folder, id), bytes);
      return id;
    },
    /** The bytes of an asset; `undefined` when it is missing or not what its name says. */
    async read(id: string): Promise<Uint8Array | undefined> {
      if (!isAssetId(id)) return undefined;
      const bytes = await files.read(join(folder, id));
      return bytes && assetIdOf(bytes) === id ? bytes : undefined;
    },
    list: async (): Promise<readonly string[]> => (await files.list(folder)).filter(isAssetId),
  };
}
