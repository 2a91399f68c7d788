import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

/** A page reached through Chromium's debugger pipe: for a package whose Node debugger is fused off. */
export type PipedPage = {
  readonly process: ChildProcess;
  readonly said: () => string;
  /** The value of an expression in the page; a promise is waited for. */
  readonly evaluate: (expression: string) => Promise<unknown>;
};

type Answer = {
  readonly id?: number;
  readonly error?: { readonly message: string };
  readonly result?: Record<string, unknown>;
};
const startTimeoutMs = 30_000;

/** Starts a program with the pipe and waits for its page. */
export async function startPiped(
  program: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<PipedPage> {
  const child = spawn(program, [...args, '--remote-debugging-pipe'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr?.on('data', (data) => (said += String(data)));
  const send = speak(child.stdio[3] as Writable, child.stdio[4] as Readable);
  const sessionId = await attach(send, () => said);
  return {
    process: child,
    said: () => said,
    async evaluate(expression) {
      const answer = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }, sessionId);
      if (answer['exceptionDetails']) throw new Error(JSON.stringify(answer['exceptionDetails']));
      return (answer['result'] as { readonly value?: unknown }).value;
    },
  };
}

type Send = (method: string, params: object, sessionId?: string) => Promise<Record<string, unknown>>;

/** Messages are JSON, each ended by a zero byte. */
function speak(to: Writable, from: Readable): Send {
  const waiting = new Map<number, (answer: Answer) => void>();
  let next = 0;
  let rest = '';
  from.on('data', (data) => {
    const parts = (rest + String(data)).split('\0');
    rest = parts.pop() ?? '';
    for (const answer of parts.map((part) => JSON.parse(part) as Answer)) waiting.get(answer.id ?? 0)?.(answer);
  });
  return (method, params, sessionId) => {
    next += 1;
    const id = next;
    to.write(`${JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) })}\0`);
    return new Promise((resolve, reject) => {
      waiting.set(id, ({ error, result }) => (error ? reject(new Error(error.message)) : resolve(result ?? {})));
    });
  };
}

/** A page that has just been made has nowhere to evaluate anything yet. */
async function untilLoaded(send: Send, sessionId: string): Promise<void> {
  for (const end = Date.now() + startTimeoutMs; Date.now() < end;) {
    const asked = { expression: 'document.readyState', returnByValue: true };
    const answer = await send('Runtime.evaluate', asked, sessionId).catch(() => ({ result: {} }));
    if ((answer['result'] as { readonly value?: unknown }).value === 'complete') return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The page did not load.');
}

async function attach(send: Send, said: () => string): Promise<string> {
  for (const end = Date.now() + startTimeoutMs; Date.now() < end;) {
    const { targetInfos } = (await send('Target.getTargets', {})) as {
      targetInfos: { type: string; url: string; targetId: string }[];
    };
    const page = targetInfos.find(({ type, url }) => type === 'page' && url.startsWith('app://'));
    if (page) {
      const { sessionId } = await send('Target.attachToTarget', { targetId: page.targetId, flatten: true });
      await untilLoaded(send, String(sessionId));
      return String(sessionId);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`The program opened no page.\n${said()}`);
}
