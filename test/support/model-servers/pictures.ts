import type { ServerResponse } from 'node:http';
import { sendJson } from './perform';
import type { Wire } from './wire';

/** What a scripted model for pictures can be like. */
export type PictureMode =
  /** The server knows no such page. */
  | { readonly kind: 'none' }
  | { readonly kind: 'good'; readonly bytes: Uint8Array }
  /** A filter stops what was asked for. */
  | { readonly kind: 'refused' }
  /** An address in place of the bytes. */
  | { readonly kind: 'address'; readonly url: string }
  /** An answer that does not end for so many bytes. */
  | { readonly kind: 'too-large'; readonly bytes: number }
  /** Nothing, until the client leaves. */
  | { readonly kind: 'held' }
  | { readonly kind: 'failing'; readonly status: number; readonly code: string };

/** Does with one request for a picture what was planned. */
export function performPicture(mode: PictureMode, { wire, response }: { wire: Wire; response: ServerResponse }): void {
  switch (mode.kind) {
    case 'none':
      sendJson(response, 404, wire.failure('not_found', 'No such page.'));
      return;
    case 'good':
      sendJson(response, 200, { created: 1, data: [{ b64_json: Buffer.from(mode.bytes).toString('base64') }] });
      return;
    case 'refused':
      sendJson(response, 400, wire.failure('moderation_blocked', 'Your request was rejected by the safety system.'));
      return;
    case 'address':
      sendJson(response, 200, { created: 1, data: [{ url: mode.url }] });
      return;
    case 'too-large':
      pour(response, mode.bytes);
      return;
    case 'held':
      return;
    case 'failing':
      sendJson(response, mode.status, wire.failure(mode.code, 'Something broke.'));
  }
}

/** Sends so many bytes of one answer as fast as they are taken, and stops when the client leaves. */
function pour(response: ServerResponse, bytes: number): void {
  const piece = 'A'.repeat(1024 * 1024);
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"created":1,"data":[{"b64_json":"');
  let left = bytes;
  const more = (): void => {
    while (left > 0 && !response.destroyed) {
      left -= piece.length;
      if (!response.write(piece)) {
        response.once('drain', more);
        return;
      }
    }
    response.end('"}]}');
  };
  more();
}
