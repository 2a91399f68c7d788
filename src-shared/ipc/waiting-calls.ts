import { z } from 'zod';
import { waitingKinds } from '../domain/waiting';
import { call, Id, Nothing } from './call';
import { WaitingAsk } from './co-writer-calls';

/** A work of the co-writer that is done when the server can be reached. */
export const WaitingWork = z.strictObject({
  id: z.string(),
  bookId: z.string(),
  kind: z.enum(waitingKinds),
  /** The chapter that it is about, or `null` for the whole book. */
  chapterId: z.string().nullable(),
  /** The question that it follows up on, or `null`. */
  questionId: z.string().nullable(),
  bookTitle: z.string(),
  /** The title of the chapter or the words of the question; empty for the whole book. */
  about: z.string(),
  askedAt: z.string(),
  /** `stopped`: waiting does not mend what happened, and the author decides. */
  state: z.enum(['waiting', 'running', 'stopped', 'done']),
  /** Why it waits or was stopped; left out while nothing has gone wrong. */
  error: z.unknown().optional(),
  /** When it is tried again by itself; `null` when nothing is planned. */
  nextAt: z.string().nullable(),
  /** How far it is while it runs: which part of how many, and how many pieces of it have come in. */
  progress: z.strictObject({ part: z.int(), parts: z.int(), pieces: z.int() }).nullable(),
  /** How many chapters, questions, sentences or suggestions it gave; `null` until it is done, and where nobody counted. */
  gave: z.int().nullable(),
});
export type WaitingWork = z.infer<typeof WaitingWork>;

const OfWaiting = z.strictObject({ id: Id });

export const waitingCalls = {
  /** What waits, in the order in which it is done, and what was done since the start, last. */
  'waiting.list': call(Nothing, z.array(WaitingWork)),
  /** Keeps a work to be done later. Asking for what waits already gives the id that it has. */
  'waiting.add': call(WaitingAsk, OfWaiting),
  'waiting.runFirst': call(OfWaiting, Nothing),
  /** Tries one now, also one that was stopped. */
  'waiting.retry': call(OfWaiting, Nothing),
  /** Forgets one; when it is running, the connection is closed at once. */
  'waiting.cancel': call(OfWaiting, Nothing),
  /** Tries what waits for the server now: the network is back, or the author knows that the server is. */
  'waiting.tryNow': call(Nothing, Nothing),
};

export const waitingEvents = { 'waiting.changed': z.array(WaitingWork) };
