import { fail } from '../failure';
import type { ServerAccess } from './model-client';
import { asLineFailure, asRefusal, hostOf, isPage } from './server-failure';

const longestComplaintBytes = 64 * 1024;

/**
 * The way to one server: sends its headers and its key and nothing else that would tell about the author or the
 * computer, follows no redirect, and gives back only what can be an answer. Anything else is thrown as `AppFailure`.
 */
export function createServerFetch(access: ServerAccess, model?: string): typeof globalThis.fetch {
  const { server } = access;

  return async (address, { method, body, signal } = {}) => {
    const ended = signal ?? new AbortController().signal;
    const headers = headersOf(access, body !== undefined && body !== null);
    let response: Response;
    try {
      // A redirect would carry the author's words to a server that they have not agreed to.
      response = await access.fetch(address, {
        headers,
        redirect: 'error',
        signal: ended,
        ...(method === undefined ? {} : { method }),
        ...(body === undefined ? {} : { body }),
      });
    } catch (cause) {
      throw asLineFailure(cause, { server, signal: ended, otherwise: 'no-server' });
    }
    if (!response.ok) {
      const said = await complaintOf(response);
      if (ended.aborted) fail({ code: 'cancelled' });
      throw asRefusal(access, model, { status: response.status, headers: response.headers, said });
    }
    if (!isPage(response.headers)) return response;
    await response.body?.cancel();
    return fail({ code: 'ai-unreachable', host: hostOf(server), reason: 'no-server' });
  };
}

function headersOf({ server, key }: ServerAccess, hasBody: boolean): Headers {
  try {
    const headers = new Headers(server.headers);
    headers.set('accept', 'application/json, text/event-stream');
    if (hasBody) headers.set('content-type', 'application/json');
    if (key !== undefined) headers.set('authorization', `Bearer ${key}`);
    return headers;
  } catch {
    // What cannot stand in a header is no key; the error is left out because it quotes it.
    return fail({ code: 'ai-key-refused', host: hostOf(server) });
  }
}

/** The beginning of what a server says to its refusal; empty when the line breaks off before. */
async function complaintOf({ body }: Response): Promise<string> {
  if (!body) return '';
  const decoder = new TextDecoder();
  let said = '';
  try {
    for await (const chunk of body) {
      said += decoder.decode(chunk as Uint8Array, { stream: true });
      if (said.length >= longestComplaintBytes) break;
    }
  } catch {
    return ''; // The status is known and says enough.
  }
  return said;
}
