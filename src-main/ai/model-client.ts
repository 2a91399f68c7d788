import type { ModelServer } from '../../src-shared/domain/co-writer';

/** One turn of what a model is told. */
export type Message = { readonly role: 'system' | 'user' | 'assistant'; readonly content: string };

/** Everything that a server is asked for one answer. */
export type ModelCall = {
  readonly model: string;
  readonly messages: readonly Message[];
  readonly temperature: number;
  /** The longest answer, in tokens. */
  readonly mostTokens: number;
  /** How much the model must be able to see at once, in tokens: what is sent and the answer together. */
  readonly contextTokens: number;
};

/** Everything that a server is asked for one picture. */
export type PictureCall = { readonly model: string; readonly prompt: string };

/** What a server counted; it is what is paid for. */
export type Usage = { readonly tokensIn: number; readonly tokensOut: number };

/** A piece of an answer as it comes in. The last one is the `end`; without it the line was dropped. */
export type ModelPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'end'; readonly finish: 'stop' | 'length' | 'refused'; readonly usage: Usage | undefined };

/**
 * A way to speak to one kind of server. Failures are thrown as `AppFailure` with the codes `ai-unreachable`,
 * `ai-key-refused`, `ai-no-such-model`, `ai-busy` and `ai-server-failed`; an ended signal as `cancelled`. Never retries.
 */
export type ModelClient = {
  /** The very bytes that `stream` sends as the body of its request. */
  readonly bodyOf: (call: ModelCall) => string;
  /** The models that the server offers, by name. */
  readonly models: (signal: AbortSignal) => Promise<readonly string[]>;
  /** Asks, and gives the answer piece by piece. Ending the loop or the signal closes the connection at once. */
  readonly stream: (call: ModelCall, signal: AbortSignal) => AsyncGenerator<ModelPiece, void, undefined>;
  /** The very bytes that `draw` sends. */
  readonly pictureBodyOf: (call: PictureCall) => string;
  /**
   * Asks for one picture, upright, and gives its bytes, whatever they are. Fails with `ai-no-images` where the server
   * makes none, and with `ai-answer`: refused, empty, no bytes at all, or more than a picture may have.
   */
  readonly draw: (call: PictureCall, signal: AbortSignal) => Promise<Uint8Array>;
};

/** What a client is made of. `fetch` is the application's one way out. */
export type ServerAccess = {
  readonly server: ModelServer;
  /** The key, or `undefined` where the server wants none. */
  readonly key: string | undefined;
  readonly fetch: typeof globalThis.fetch;
};
