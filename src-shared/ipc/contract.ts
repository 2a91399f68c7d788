import type { z } from 'zod';
import type { Result } from '../result';
import { appCalls, appEvents } from './app-calls';
import { bookCalls, bookEvents } from './book-calls';
import { coverCalls } from './cover-calls';
import { coWriterCalls, coWriterEvents } from './co-writer-calls';
import { disclosureCalls } from './disclosure-calls';
import { exportCalls, exportEvents } from './export-calls';
import { importCalls, importEvents } from './import-calls';
import { interviewCalls } from './interview-calls';
import { libraryCalls, libraryEvents } from './library-calls';
import { outlineCalls } from './outline-calls';
import { preflightCalls } from './preflight-calls';
import { progressCalls, progressEvents } from './progress-calls';
import { suggestionCalls } from './suggestion-calls';
import { textCalls, textEvents } from './text-calls';
import { waitingCalls, waitingEvents } from './waiting-calls';

/** Everything the page may ask for. Add a line, and the compiler names the handler that is missing. */
export const calls = {
  ...appCalls,
  ...libraryCalls,
  ...importCalls,
  ...bookCalls,
  ...outlineCalls,
  ...interviewCalls,
  ...textCalls,
  ...exportCalls,
  ...preflightCalls,
  ...progressCalls,
  ...coWriterCalls,
  ...suggestionCalls,
  ...disclosureCalls,
  ...coverCalls,
  ...waitingCalls,
};

/** Everything the main process may announce. */
export const events = {
  ...appEvents,
  ...libraryEvents,
  ...importEvents,
  ...bookEvents,
  ...textEvents,
  ...exportEvents,
  ...progressEvents,
  ...coWriterEvents,
  ...waitingEvents,
};

export type CallName = keyof typeof calls;
export type Input<K extends CallName> = z.input<(typeof calls)[K]['input']>;
export type Checked<K extends CallName> = z.output<(typeof calls)[K]['input']>;
export type Output<K extends CallName> = z.output<(typeof calls)[K]['output']>;
export type Answer<K extends CallName> = Promise<Result<Output<K>>>;
export type Handlers = { readonly [K in CallName]: (input: Checked<K>) => Answer<K> };
export type EventName = keyof typeof events;
export type Payload<K extends EventName> = z.output<(typeof events)[K]>;
export type Publish = <K extends EventName>(name: K, payload: Payload<K>) => void;
export type Hear = (name: string, payload: unknown) => void;

/** What the preload exposes as `window.bridge`. New features never change it. */
export type Bridge = {
  readonly call: (name: string, input: unknown) => Promise<unknown>;
  readonly on: (hear: Hear) => () => void;
};
