import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { countTokens, type Plan, type SentHeaders } from './modes';
import type { Heard, Wire } from './wire';

type AnswerPlan = Extract<Plan, { readonly kind: 'answer' }>;
type Request = { readonly wire: Wire; readonly heard: Heard; readonly response: ServerResponse };

const pieceCharacters = 12;

/** Does with one request what was planned. */
export async function perform(plan: Plan, request: Request): Promise<void> {
  const { wire, response } = request;
  if (plan.kind === 'refuse') sendJson(response, plan.status, wire.failure(plan.code, plan.message), plan.headers);
  else if (plan.kind === 'page') response.writeHead(plan.status, plan.headers).end(plan.body);
  else await answer(plan, request);
}

/** Sends a body of JSON. */
export function sendJson(response: ServerResponse, status: number, body: object, headers: SentHeaders = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

async function answer(plan: AnswerPlan, { wire, heard, response }: Request): Promise<void> {
  const { text, finish, halt } = plan;
  if (halt?.how === 'hold' && halt.pieces === 0) return;
  const wait = pausesFor(response);
  await wait(plan.beforeFirstMs);
  response.writeHead(200, { 'content-type': wire.contentType });
  response.flushHeaders();
  for (const piece of piecesOf(text).slice(0, halt?.pieces)) {
    if (response.destroyed) return;
    await send(response, wire.piece(piece, finish));
    await wait(plan.betweenMs);
  }
  if (!halt) response.end(wire.end(finish, countsOf(plan, heard)));
  if (halt?.how === 'drop') response.destroy();
  if (halt?.how === 'fail') response.end(wire.failureLine('server_error', 'Something broke on the way.'));
}

function countsOf({ seen, text }: AnswerPlan, { messages, context = Infinity }: Heard) {
  const sent = countTokens(messages.map(({ content }) => content).join(''));
  return { tokensIn: Math.min(Math.ceil(sent * seen), context), tokensOut: countTokens(text) };
}

/** Pauses that end at once when the client leaves. */
function pausesFor(response: ServerResponse): (ms: number) => Promise<void> {
  const left = new AbortController();
  response.once('close', () => left.abort());
  return async (ms) => {
    if (ms > 0) await pause(ms, undefined, { signal: left.signal }).catch(() => undefined);
  };
}

/** Resolves when the bytes are with the system, so that a drop that follows cannot overtake them. */
async function send(response: ServerResponse, text: string): Promise<void> {
  await new Promise<void>((resolve) => response.write(text, () => resolve()));
}

/** Whole characters, so that none is torn apart between two pieces. */
function piecesOf(text: string): readonly string[] {
  const characters = Array.from(text);
  const count = Math.ceil(characters.length / pieceCharacters);
  return Array.from({ length: count }, (_, index) =>
    characters.slice(index * pieceCharacters, (index + 1) * pieceCharacters).join(''),
  );
}
