import type { AppError } from '../src-shared/result';

/** An expected failure on its way up: the dispatcher and the command line turn it into a `Result`. */
export class AppFailure extends Error {
  override readonly name = 'AppFailure';
  readonly error: AppError;
  constructor(error: AppError, cause?: unknown) {
    super(error.code, { cause });
    this.error = error;
  }
}

/** Ends the present call with an expected failure. */
export function fail(error: AppError, cause?: unknown): never {
  throw new AppFailure(error, cause);
}
