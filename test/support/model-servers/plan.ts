import type { Finish, HeardMessage, Mode, Plan } from './modes';
import { spoil } from './spoil';

/** What a test says a good answer is. */
export type Answer = (messages: readonly HeardMessage[]) => string;

type Asked = {
  readonly mode: Mode;
  readonly messages: readonly HeardMessage[];
  readonly answer: Answer;
  /** The longest answer that the client wants, in tokens. */
  readonly limit: number;
  /** How many requests this mode has seen before. */
  readonly earlier: number;
};

const page =
  '<!doctype html><html><title>Welcome to Hotel Wi-Fi</title><body>Please sign in. <b>model</b></body></html>';
const refusing = "I'm sorry, but I can't help with that.";
const seenByTheShortSighted = 0.25;

/** Decides what to do with one request for an answer. */
export function planFor(asked: Asked): Plan {
  const { mode, earlier } = asked;
  switch (mode.kind) {
    case 'no-key':
      return refuse(401, 'invalid_api_key', 'Incorrect API key provided.');
    case 'no-such-model':
      return refuse(404, 'model_not_found', 'The model does not exist or you do not have access to it.');
    case 'busy':
      return refuse(429, 'rate_limit_exceeded', 'Slow down.', mode.retryAfter);
    case 'no-money':
      return refuse(429, 'insufficient_quota', 'You exceeded your current quota.');
    case 'storm':
      return earlier < mode.failures
        ? refuse(mode.status ?? 500, 'server_error', 'Something broke.')
        : answerAs('good', asked);
    case 'portal':
      return { kind: 'page', status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: page };
    case 'redirect':
      return { kind: 'page', status: 307, headers: { location: mode.to }, body: '' };
    default:
      return answerAs(mode.kind, asked);
  }
}

function refuse(status: number, code: string, message: string, retryAfter?: string): Plan {
  const headers = retryAfter === undefined ? {} : { 'retry-after': retryAfter };
  return { kind: 'refuse', status, code, message, headers };
}

function answerAs(kind: Mode['kind'], { mode, messages, answer, limit }: Asked): Plan {
  const good = answer(messages);
  const isUnlimited = kind === 'too-long' || kind === 'refusal';
  const text = isUnlimited ? textOf(kind, good, messages) : textOf(kind, good, messages).slice(0, limit * 4);
  const isCut = kind === 'cut-off' || text.length === limit * 4;
  const pace = mode.kind === 'slow' ? mode : { beforeFirstMs: 0, betweenMs: 0 };
  const halt = haltOf(mode);
  return {
    kind: 'answer',
    text,
    finish: refusalOf(mode) ?? (isCut && !isUnlimited ? 'length' : 'stop'),
    seen: kind === 'short-sighted' ? seenByTheShortSighted : 1,
    beforeFirstMs: pace.beforeFirstMs,
    betweenMs: pace.betweenMs,
    ...(halt ? { halt } : {}),
  };
}

function textOf(kind: Mode['kind'], good: string, messages: readonly HeardMessage[]): string {
  if (kind === 'empty') return '';
  if (kind === 'refusal') return refusing;
  if (kind === 'cut-off') return good.slice(0, Math.ceil(good.length / 2));
  return kind in spoil ? spoil[kind as keyof typeof spoil](good, messages) : good;
}

function refusalOf(mode: Mode): Finish | undefined {
  if (mode.kind !== 'refusal') return undefined;
  return mode.byFilter === true ? 'filtered' : 'refused';
}

function haltOf(mode: Mode) {
  if (mode.kind === 'held') return { pieces: mode.pieces, how: 'hold' } as const;
  if (mode.kind === 'dropped') return { pieces: mode.pieces, how: 'drop' } as const;
  return mode.kind === 'failing-midway' ? ({ pieces: mode.pieces, how: 'fail' } as const) : undefined;
}
