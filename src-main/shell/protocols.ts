import { protocol, type Session } from 'electron';
import { createAssetFiles, type ReadAsset } from './asset-files';
import { createBundleFiles, refuse, type Served } from './bundle-files';

/** Names our schemes to Chromium. Must run before the application is ready. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    // Not a standard scheme: a standard one would lower the case of the book's id.
    { scheme: 'asset', privileges: { secure: true } },
  ]);
}

/** Answers `app://bundle/…` from the built page and `asset://…` from the open library. */
export function serveSchemes(
  session: Session,
  from: {
    readonly root: string;
    /** The folder of the book faces. */
    readonly fonts: string;
    readonly readAsset: ReadAsset;
    /** Called when the page has got all the scripts it asked for: it needs nothing from here for a while. */
    readonly onScripts: () => void;
  },
): void {
  const answerFile = answer(createBundleFiles(from));
  let open = 0;
  let hasScripts = false;
  session.protocol.handle('app', async (request) => {
    open += 1;
    const response = await answerFile(request);
    open -= 1;
    hasScripts ||= request.url.endsWith('.js');
    if (open === 0 && hasScripts) setImmediate(from.onScripts);
    return response;
  });
  session.protocol.handle('asset', answer(createAssetFiles(from.readAsset)));
}

/** Node loads what an answer is made of at the first one. Done while the page's process starts, nobody waits for it. */
export const warmAnswers = (): Response => new Response(null);

function answer(serve: (request: { readonly method: string; readonly url: string }) => Promise<Served>) {
  return async (request: Request): Promise<Response> => {
    const { body, ...head } = await serve(request).catch(() => refuse(404));
    return new Response(body === null ? null : new Uint8Array(body), head);
  };
}
