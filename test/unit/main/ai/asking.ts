import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inspect } from 'node:util';
import type { ModelCall, ModelClient, ModelPiece, ServerAccess } from '../../../../src-main/ai/model-client';
import { AppFailure } from '../../../../src-main/failure';
import { ModelServer, type ServerKind } from '../../../../src-shared/domain/co-writer';
import type { AppError } from '../../../../src-shared/result';

/** A key that is easy to find wherever it should not be. */
export const key = 'sk-test-5ecret5ecret5ecret';

/** A good answer of one of our tasks: lines of JSON, with letters that take more than one byte. */
export const goodAnswer = [
  { id: 'q1', text: 'Where did the river freeze — and who walked on it first?' },
  { id: 'q2', text: 'What did your mother say about 氷 and 🧊 that evening?' },
]
  .map((line) => JSON.stringify(line))
  .join('\n');

/** One call, with characters that an encoder could spell in two ways. */
export const call: ModelCall = {
  model: 'scripted-1',
  messages: [
    { role: 'system', content: 'You ask an author questions. </script> "quoted" \\ \u2028' },
    { role: 'user', content: 'The river froze in March, and I walked on it. Müller said: «nein» 🧊' },
  ],
  temperature: 0.5,
  mostTokens: 900,
  contextTokens: 8_192,
};

/** A way to a server, as the application would have it. */
export function accessTo(kind: ServerKind, baseUrl: string, more: Partial<ServerAccess> = {}): ServerAccess {
  const headers = { 'X-Project': 'novel' };
  const server = ModelServer.parse({ id: 'here', name: 'Here', kind, baseUrl, headers });
  return { server, key, fetch: globalThis.fetch, ...more };
}

/** Asks to the end and gives all that came. */
export async function ask(client: ModelClient, asked: ModelCall = call, signal = new AbortController().signal) {
  const pieces: ModelPiece[] = [];
  for await (const piece of client.stream(asked, signal)) pieces.push(piece);
  return { text: textOf(pieces), pieces, end: pieces.at(-1) };
}

/** The failure of a request that must fail, once it is sure that nothing of it gives the key away. */
export async function failureOf(work: Promise<unknown>): Promise<AppError> {
  const thrown: unknown = await work.then(
    () => new Error('It did not fail.'),
    (cause: unknown) => cause,
  );
  if (!(thrown instanceof AppFailure)) throw thrown;
  const shown = inspect(thrown, { depth: Infinity, showHidden: true });
  for (const secret of [key, 'novel', 'Müller', 'river']) {
    if (shown.includes(secret)) throw new Error(`The failure tells “${secret}”.`);
  }
  return thrown.error;
}

/** A certificate that nobody vouches for, and its key. */
export async function selfSigned(): Promise<{ key: string; cert: string }> {
  const folder = join(import.meta.dirname, '../../../fixtures/tls');
  const read = (name: string) => readFile(join(folder, name), 'utf8');
  return { key: await read('key.pem'), cert: await read('certificate.pem') };
}

function textOf(pieces: readonly ModelPiece[]): string {
  return pieces.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('');
}
