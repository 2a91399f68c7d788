import type { RefusalReason } from '../../src-shared/result';

/** A file that is not taken in, and why: the word for it is the page's and the command line's to find. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly reason: RefusalReason;
  constructor(reason: RefusalReason, cause?: unknown) {
    super(reason, { cause });
    this.reason = reason;
  }
}

/** Ends the reading of a file. */
export function refuse(reason: RefusalReason, cause?: unknown): never {
  throw new Refusal(reason, cause);
}
