import type { z } from 'zod';
import type { WorkItem, WorkOutcome } from '../../src-shared/ipc/co-writer-calls';
import type { FilledPrompt } from '../ai/prompt';
import type { Book } from '../book/book';

/** One thing to ask the model: the prompt, what each line of the answer must be, and how a line is shown. */
export type AskRequest<T> = {
  readonly prompt: FilledPrompt;
  readonly item: z.ZodType<T>;
  /** Finds the words that must be in the book’s language; left out where they are quotes or names. */
  readonly wordsOf?: (item: T) => string;
  /** How an item is shown while it comes in; `undefined` for one that is not. */
  readonly show: (item: T) => WorkItem | undefined;
};

/** Asks the model one thing for a work. */
export type Ask = <T>(request: AskRequest<T>) => Promise<readonly T[]>;

/** Asks the model for one picture for a work; gives its bytes as they came. */
export type Draw = (prompt: FilledPrompt) => Promise<Uint8Array>;

/**
 * A work that is ready to begin: everything it will send is known, so that it can be looked at first. `run` asks, checks
 * what comes back against the book, and stores it; it changes no text of the author’s.
 */
export type Plan = {
  readonly prompts: readonly FilledPrompt[];
  readonly run: (ask: Ask) => Promise<WorkOutcome>;
};

/** The same of a work that asks for a picture. */
export type PicturePlan = Pick<Plan, 'prompts'> & { readonly paint: (draw: Draw) => Promise<WorkOutcome> };

/** Prepares a work on an open book. Fails as the services do when the book lacks what it needs. */
export type Prepare<W> = (book: Book, work: W) => Promise<Plan> | Plan | PicturePlan;
