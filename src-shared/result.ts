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
  | { readonly code: 'folder-unusable'; readonly folder: string; readonly reason: 'missing' | 'not-a-folder' | 'read-only' | 'unreadable' }
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
  | { readonly code: 'cancelled' }
  | { readonly code: 'internal'; readonly message: string };

export type FoundThing =
  | 'book' | 'chapter' | 'question' | 'clarification' | 'draft' | 'snapshot' | 'asset' | 'task' | 'proposal' | 'file';

export type LimitName =
  | 'questions-per-chapter' | 'rewrites-per-question' | 'paste-characters' | 'title-characters' | 'image-bytes';

/** Either the value asked for or a failure that the caller is expected to handle. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AppError };

/** Wraps a value as success. */
export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

/** Wraps a failure. */
export const err = (error: AppError): Result<never> => ({ ok: false, error });
