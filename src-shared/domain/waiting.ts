import type { AppError } from '../result';

/**
 * Works of the co-writer that can be done later, because what comes of them is stored beside the text. What is only shown
 * (titles, readiness, contradictions, a question asked differently) is for the author who is looking at it.
 */
export const waitingKinds = ['clarifying', 'outline', 'questions', 'follow-up', 'draft', 'edit'] as const;
export type WaitingKind = (typeof waitingKinds)[number];

/** Whether a work of this kind can be done later. */
export const canWait = (kind: string): kind is WaitingKind => waitingKinds.some((one) => one === kind);

/**
 * What can be hoped for after a failure. `server`: another attempt may go better, with nobody doing anything. `settings`:
 * once the author has turned the co-writer on, or set it up. `gone`: nothing, what was asked about is not there any more.
 * `author`: nothing, until the author has done something about it.
 */
export type Hope = 'server' | 'settings' | 'gone' | 'author';

/** What can be hoped for after a work has failed. */
export function hopeAfter(error: AppError): Hope {
  switch (error.code) {
    case 'ai-unreachable':
      return error.reason === 'certificate' ? 'author' : 'server';
    case 'ai-server-failed':
      return error.status >= 500 ? 'server' : 'author';
    case 'ai-busy':
    case 'ai-paused':
    case 'ai-elsewhere':
      return 'server';
    case 'ai-off':
    case 'ai-not-set-up':
    case 'ai-consent-needed':
      return 'settings';
    case 'not-found':
      return error.what === 'book' || error.what === 'chapter' || error.what === 'question' ? 'gone' : 'author';
    default:
      return 'author';
  }
}

/** Whether the server may have worked, and counted, before it failed. */
export const mayHaveCost = (error: AppError): boolean =>
  error.code === 'ai-server-failed' ||
  (error.code === 'ai-unreachable' && (error.reason === 'timeout' || error.reason === 'dropped'));
