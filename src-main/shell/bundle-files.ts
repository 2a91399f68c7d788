import { readFile, realpath } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { guardHeaders, pageOrigin } from './content-policy';

const longestAddress = 4_096;

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/** An answer of one of our own schemes, before it is made into a `Response`. */
export type Served = {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Uint8Array | null;
};

/** An answer that says no and nothing else. */
export function refuse(status: 400 | 403 | 404 | 405 | 413): Served {
  return { status, headers: { ...guardHeaders }, body: null };
}

/**
 * The file inside the bundle that an address names, as a path with forward slashes, or `null`.
 * Works on the address as text: what a URL parser would tidy away (dots, backslashes) is refused, not repaired.
 */
export function bundlePath(address: string): string | null {
  if (address.length > longestAddress || !address.startsWith(`${pageOrigin}/`)) return null;
  const encoded = address.slice(pageOrigin.length + 1).split(/[?#]/, 1)[0] ?? '';
  let path: string;
  try {
    path = decodeURIComponent(encoded);
  } catch {
    return null; // A malformed escape names no file.
  }
  // No dot at the beginning, at the end or beside another: Windows also drops those at the end.
  const isPlain = path.split('/').every((segment) => /^[\w@+-]+(?:\.[\w@+-]+)*$/.test(segment));
  return isPlain ? path : null;
}

/** Under this name the page finds the book faces that ship with the application, for covers. */
const facesPrefix = 'book-faces/';

/**
 * Serves the built page from one folder, and the book faces from another; nothing outside of them can be named, also not
 * through a symbolic link.
 */
export function createBundleFiles({ root, fonts }: { readonly root: string; readonly fonts: string }) {
  async function inside(folder: string, path: string): Promise<string | null> {
    const [realRoot, real] = await Promise.all([realpath(folder), realpath(join(folder, path))]);
    const away = relative(realRoot, real);
    return away === '' || away === '..' || away.startsWith(`..${sep}`) ? null : real;
  }

  return async ({ method, url }: { readonly method: string; readonly url: string }): Promise<Served> => {
    if (method !== 'GET') return refuse(405);
    const path = bundlePath(url);
    const contentType = path === null ? undefined : contentTypes[extname(path)];
    if (path === null || contentType === undefined) return refuse(404);
    try {
      const isFace = path.startsWith(facesPrefix) && path.endsWith('.ttf');
      const file = await (isFace ? inside(fonts, path.slice(facesPrefix.length)) : inside(root, path));
      if (file === null) return refuse(404);
      return { status: 200, headers: { ...guardHeaders, 'Content-Type': contentType }, body: await readFile(file) };
    } catch {
      return refuse(404); // Missing, a folder or unreadable: the page learns no more than that.
    }
  };
}
