import { originOf, type ModelServer } from '../../src-shared/domain/co-writer';
import type { AppError } from '../../src-shared/result';
import { AppFailure } from '../failure';
import type { ServerAccess } from './model-client';

type Unreachable = Extract<AppError, { readonly code: 'ai-unreachable' }>['reason'];

/** How a server refused. `said` is read to tell the reason and goes nowhere else: it may quote what was sent. */
export type Refusal = { readonly status: number; readonly headers: Headers; readonly said: string };

const causes: readonly (readonly [RegExp, Unreachable])[] = [
  [/^(?:ECONNREFUSED|ENOTFOUND|EAI_\w+|E(?:HOST|NET)UNREACH)$/u, 'no-server'],
  [/^(?:ETIMEDOUT|UND_ERR_(?:CONNECT|HEADERS|BODY)_TIMEOUT)$/u, 'timeout'],
  [/^(?:ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET|UND_ERR_RES_CONTENT_LENGTH_MISMATCH|HPE_\w+)$/u, 'dropped'],
  [/^(?:CERT_\w+|(?:DEPTH_ZERO_)?SELF_SIGNED_CERT\w*|UNABLE_TO_\w+|ERR_TLS_CERT_\w+)$/u, 'certificate'],
];

/** How OpenAI, llama.cpp, LM Studio and vLLM say that a prompt is longer than what the model can hold. */
const tooLong = /context_length_exceeded|exceed_context_size|context (?:length|size|window)/iu;

/** Host and port of a server, for people. */
export function hostOf(server: ModelServer): string {
  return originOf(server).replace(/^https?:\/\//u, '');
}

/**
 * Gives what was thrown on the way to a server, or while its answer came in, its name among ours.
 * An error that says nothing about itself means `otherwise`.
 */
export function asLineFailure(
  thrown: unknown,
  { server, signal, otherwise }: { server: ModelServer; signal: AbortSignal; otherwise: 'no-server' | 'dropped' },
): AppFailure {
  if (signal.aborted) return new AppFailure({ code: 'cancelled' });
  const chain = causesOf(thrown);
  const known = chain.find((error) => error instanceof AppFailure);
  if (known) return known;
  const code = chain.map(codeOf).find((found) => found !== undefined && reasonOf(found) !== undefined);
  const isTimeout = chain.some(({ name }) => name === 'AbortError' || name === 'TimeoutError');
  const reason = reasonOf(code) ?? (isTimeout ? 'timeout' : otherwise);
  return new AppFailure({ code: 'ai-unreachable', host: hostOf(server), reason }, kept(code));
}

/** Gives the refusal of a server its name among ours. `model` is `undefined` where none was asked. */
export function asRefusal({ server, key }: ServerAccess, model: string | undefined, refusal: Refusal): AppFailure {
  const { status, headers, said } = refusal;
  const host = hostOf(server);
  const failed = new AppFailure({ code: 'ai-server-failed', host, status });
  if (status === 401) return new AppFailure({ code: 'ai-key-refused', host });
  if (isPage(headers)) return failed; // Something between us and the server speaks, and knows of no keys and models.
  const isMissing = /model_not_found|invalid_model/u.test(said) || (status === 404 && /\bmodel\b/iu.test(said));
  if (isMissing && model !== undefined) return new AppFailure({ code: 'ai-no-such-model', model });
  // OpenAI’s words for a request that its filter stopped.
  if (status === 400 && /moderation_blocked|content_policy_violation|content_filter/u.test(said)) {
    return new AppFailure({ code: 'ai-answer', problem: 'refused' });
  }
  // Without a key, 403 is no word about keys: Ollama refuses unknown origins with it.
  if (status === 403 && key !== undefined) return new AppFailure({ code: 'ai-key-refused', host });
  if (status < 500 && tooLong.test(said)) return new AppFailure({ code: 'ai-answer', problem: 'prompt-cut' });
  const wait = waitOf(headers);
  // An account without money is told to slow down as well, but waiting does not help it.
  const isBusy = status === 429 ? !/insufficient_quota/u.test(said) : status === 503 && wait !== undefined;
  return isBusy ? new AppFailure({ code: 'ai-busy', retryAfterSeconds: wait ?? 0 }) : failed;
}

/** Whether what came is a page to look at: a sign-in of a hotel's network, a proxy's complaint, another program. */
export function isPage(headers: Headers): boolean {
  return /^\s*(?:text\/html|application\/xhtml\+xml)\b/iu.test(headers.get('content-type') ?? '');
}

/** How long a server asks to be left alone, in whole seconds, however long; `undefined` when it does not say. */
function waitOf(headers: Headers): number | undefined {
  const milliseconds = Number(headers.get('retry-after-ms') ?? Number.NaN);
  if (milliseconds >= 0) return Math.ceil(milliseconds / 1_000);
  const asked = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+(?:\.\d+)?$/u.test(asked)) return Math.ceil(Number(asked));
  // A date is counted from the server's own clock; the one of this computer may be wrong.
  const seconds = (Date.parse(asked) - Date.parse(headers.get('date') ?? '')) / 1_000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, Math.ceil(seconds));
}

function causesOf(thrown: unknown): readonly Error[] {
  const chain: Error[] = [];
  for (let error = thrown; error instanceof Error && chain.length < 8; error = error.cause) chain.push(error);
  return chain;
}

function codeOf(error: Error): string | undefined {
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

function reasonOf(code: string | undefined): Unreachable | undefined {
  return code === undefined ? undefined : causes.find(([pattern]) => pattern.test(code))?.[1];
}

/** All that is kept of a foreign error is its code: the rest may quote headers, and with them the key. */
function kept(code: string | undefined): Error | undefined {
  return code === undefined ? undefined : Object.assign(new Error(code), { code });
}
