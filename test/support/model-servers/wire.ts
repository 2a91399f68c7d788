import type { Finish, HeardMessage } from './modes';

/** What a server counted for one answer. */
export type Counts = { readonly tokensIn: number; readonly tokensOut: number };

/** What a request for an answer says. `context` is how many tokens the model will see, where that can be asked for. */
export type Heard = {
  readonly model: string;
  readonly messages: readonly HeardMessage[];
  readonly limit: number;
  readonly context?: number;
};

/** How one kind of server puts things on the wire. */
export type Wire = {
  readonly modelsPath: string;
  readonly answerPath: string;
  /** Where pictures are asked for, if anywhere. */
  readonly picturesPath?: string;
  readonly contentType: string;
  readonly models: (names: readonly string[]) => object;
  readonly hear: (body: Buffer) => Heard;
  readonly piece: (text: string, finish: Finish) => string;
  readonly end: (finish: Finish, counts: Counts) => string;
  readonly failure: (code: string, message: string) => object;
  /** A failure inside an answer that has begun. */
  readonly failureLine: (code: string, message: string) => string;
};
