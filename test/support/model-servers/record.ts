import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** How a request ended: answered in full, left by the client before that, or dropped by the server as planned. */
export type Ending = 'answered' | 'left' | 'dropped';

/** One request as it came over the socket. */
export type RecordedRequest = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** The body, byte for byte. */
  readonly bytes: Buffer;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Resolves when nothing more will happen on the connection. */
  readonly ended: Promise<Ending>;
};

/** Reads a request to its end. `isDropped` is asked when it has ended without its whole answer. */
export async function recordRequest(
  request: IncomingMessage,
  response: ServerResponse,
  isDropped: () => boolean,
): Promise<RecordedRequest> {
  const at = Date.now();
  const ended = new Promise<Ending>((resolve) => {
    response.once('close', () => resolve(response.writableFinished ? 'answered' : isDropped() ? 'dropped' : 'left'));
  });
  const bytes = await buffer(request);
  const { method = '', url = '', headers } = request;
  return { method, path: url, headers, bytes, at, ended };
}

/** A list that can be waited for. */
export function createRecord() {
  const all: RecordedRequest[] = [];
  const waiting = new Map<number, (request: RecordedRequest) => void>();
  return {
    all: all as readonly RecordedRequest[],
    add: (request: RecordedRequest): void => waiting.get(all.push(request) - 1)?.(request),
    /** The request with this number, counted from 0, as soon as it is there. */
    nth: async (index: number): Promise<RecordedRequest> =>
      all[index] ?? new Promise((resolve) => waiting.set(index, resolve)),
  };
}
