import { refuse, type Served } from './bundle-files';
import { guardHeaders } from './content-policy';

/** Reads a picture of an open book; `undefined` when there is none of that name. */
export type ReadAsset = (
  bookId: string,
  assetId: string,
) => Promise<{ readonly bytes: Uint8Array; readonly mime: string } | undefined>;

const assetAddress = /^asset:\/\/([A-Za-z0-9_-]{1,64})\/([0-9a-f]{64})$/;
const largestAssetBytes = 20 * 1024 * 1024;

/** Kinds that a picture element draws and that can run nothing. SVG is not among them. */
const drawable = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif']);

/** Serves pictures as `asset://<bookId>/<sha256>`. They never change, so the page may keep them. */
export function createAssetFiles(readAsset: ReadAsset) {
  return async ({ method, url }: { readonly method: string; readonly url: string }): Promise<Served> => {
    if (method !== 'GET') return refuse(405);
    const [, bookId, assetId] = assetAddress.exec(url) ?? [];
    if (bookId === undefined || assetId === undefined) return refuse(404);
    const asset = await readAsset(bookId, assetId);
    if (asset === undefined || !drawable.has(asset.mime)) return refuse(404);
    if (asset.bytes.byteLength > largestAssetBytes) return refuse(413);
    const headers = {
      ...guardHeaders,
      'Content-Type': asset.mime,
      'Cache-Control': 'private, max-age=31536000, immutable',
    };
    return { status: 200, headers, body: asset.bytes };
  };
}
