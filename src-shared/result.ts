/**
 * Every failure a caller is expected to handle. Plain data, so it crosses the process boundary unchanged.
 * The words for people live in `src-renderer/app/error-text.ts` and in `src-main/cli/error-line.ts`.
 */
export type AppError =
  | { readonly code: 'not-found'; readonly what: FoundThing; readonly id: string }
  | { readonly code: 'invalid-input'; readonly issues: readonly string[] }
  | { readonly code: 'library-in-use'; readonly folder: string; readonly pid: number }
  | { readonly code: 'library-newer'; readonly file: string; readonly found: number; readonly supported: number }
  | { readonly code: 'library-foreign'; readonly folder: string }
  | { readonly code: 'library-damaged'; readonly file: string; readonly reason: string }
  | { readonly code: 'folder-unusable'; readonly folder: string; readonly reason: 'missing' | 'not-a-folder' | 'read-only' | 'unreadable' | 'in-library' }
  | { readonly code: 'read-only' }
  | { readonly code: 'disk-full'; readonly file: string }
  | { readonly code: 'disk-failed'; readonly file: string; readonly reason: string }
  | { readonly code: 'illegal-status'; readonly nodeId: string; readonly from: string; readonly to: string }
  | { readonly code: 'illegal-move'; readonly reason: 'cycle' | 'kind' }
  | { readonly code: 'limit-reached'; readonly limit: LimitName; readonly max: number }
  | { readonly code: 'duplicate-question'; readonly existing: string }
  | { readonly code: 'pack-exhausted'; readonly added: number }
  | { readonly code: 'too-few-answers'; readonly answered: number; readonly needed: number }
  | { readonly code: 'nothing-to-undo' }
  | { readonly code: 'unsupported-image'; readonly reason: 'not-an-image' | 'too-many-bytes' | 'too-many-pixels' | 'too-small' }
  | { readonly code: 'unreadable-file'; readonly file: string; readonly reason: string }
  /** A manuscript that was not taken in. Nothing was made of it. */
  | { readonly code: 'manuscript-refused'; readonly file: string; readonly reason: RefusalReason }
  | ModelError
  | { readonly code: 'cancelled' }
  | { readonly code: 'internal'; readonly message: string };

/** What can go wrong between the author and a model. Nothing of the author's is changed by any of it. */
export type ModelError =
  | { readonly code: 'ai-off' }
  | { readonly code: 'ai-not-set-up'; readonly missing: 'server' | 'model' | 'image-model' }
  | { readonly code: 'ai-consent-needed'; readonly origin: string }
  | { readonly code: 'ai-nothing-to-send' }
  | { readonly code: 'ai-price-unknown'; readonly model: string }
  | { readonly code: 'ai-budget'; readonly cap: 'book' | 'day' | 'month'; readonly capUsd: number; readonly spentUsd: number }
  /** The server did not answer: nobody there, too slow, the line dropped, or a certificate that cannot be trusted. */
  | { readonly code: 'ai-unreachable'; readonly host: string; readonly reason: 'no-server' | 'timeout' | 'dropped' | 'certificate' }
  | { readonly code: 'ai-key-refused'; readonly host: string }
  | { readonly code: 'ai-no-such-model'; readonly model: string }
  /** The server makes no pictures. */
  | { readonly code: 'ai-no-images'; readonly host: string }
  | { readonly code: 'ai-busy'; readonly retryAfterSeconds: number }
  | { readonly code: 'ai-server-failed'; readonly host: string; readonly status: number }
  /** The server failed so often that it is left alone for a while. */
  | { readonly code: 'ai-paused'; readonly host: string }
  /** Another process of this author keeps the account of what is spent: only it may ask. */
  | { readonly code: 'ai-elsewhere' }
  | { readonly code: 'ai-answer'; readonly problem: AnswerProblem };

/** Why an answer of a model cannot be used. `prompt-cut`: the model did not see the whole of what was sent. */
export type AnswerProblem =
  | 'cut-off' | 'empty' | 'malformed' | 'prose' | 'refused' | 'wrong-language' | 'too-long' | 'prompt-cut'
  /** Bytes that are no picture, or none that can be kept. */
  | 'not-a-picture';

/**
 * Why a manuscript is not taken in. `bomb`: it swells beyond reason when unpacked; `outside`: it names places outside
 * itself; `entities`: it defines words that grow; `old-word`: the format of Word before 2007.
 */
export type RefusalReason =
  | 'missing' | 'unknown-kind' | 'old-word' | 'encrypted' | 'damaged' | 'empty' | 'too-large' | 'too-many-parts' | 'bomb'
  | 'outside' | 'entities' | 'too-deep' | 'too-slow';

export type FoundThing =
  | 'book' | 'chapter' | 'question' | 'clarification' | 'draft' | 'snapshot' | 'asset' | 'task' | 'proposal' | 'suggestion' | 'passage' | 'file';

export type LimitName =
  | 'questions-per-chapter' | 'rewrites-per-question' | 'paste-characters' | 'title-characters' | 'image-bytes';

/** Either the value asked for or a failure that the caller is expected to handle. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AppError };

/** Wraps a value as success. */
export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

/** Wraps a failure. */
export const err = (error: AppError): Result<never> => ({ ok: false, error });

/** Whether a failure came up between the author and a model. */
export const isModelError = (error: AppError): error is ModelError => error.code.startsWith('ai-');
