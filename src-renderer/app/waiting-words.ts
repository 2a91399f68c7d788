import type { WaitingKind } from '../../src-shared/domain/waiting';
import type { WaitingWork } from '../../src-shared/ipc/waiting-calls';
import type { AppError } from '../../src-shared/result';
import { clockTime, countOf } from '../ui/words';
import { errorText } from './error-text';
import type { ErrorText } from './model-error-text';
import type { RoomTarget } from './room';

/** What is asked for, as a heading. */
const names: Readonly<Record<WaitingKind, string>> = {
  clarifying: 'Questions about the book',
  outline: 'An outline',
  questions: 'Questions',
  'follow-up': 'Questions that follow up',
  draft: 'A draft',
  edit: 'Suggestions',
};

/** What was asked for, and about what: “A draft of “The Harbour””. */
export function waitingTitle({ kind, about, bookTitle }: Pick<WaitingWork, 'kind' | 'about' | 'bookTitle'>): string {
  const of = kind === 'draft' || kind === 'outline' ? 'of' : 'for';
  if (kind === 'clarifying') return `${names[kind]} “${bookTitle}”`;
  if (kind === 'follow-up') return `${names[kind]} on “${about}”`;
  return `${names[kind]} ${of} “${kind === 'outline' ? bookTitle : about}”`;
}

/** What it gave, as a sentence. */
export function gaveText({ kind, gave }: Pick<WaitingWork, 'kind' | 'gave'>): string {
  if (gave === null) return 'Done before Longhand was closed.';
  switch (kind) {
    case 'outline':
      return `${countOf(gave, 'chapter')} proposed. Your outline is as it was.`;
    case 'clarifying':
    case 'questions':
    case 'follow-up':
      return gave === 0 ? 'No new question.' : `${countOf(gave, 'question')} from the co-writer.`;
    case 'draft':
      return `${countOf(gave, 'sentence')}, beside the chapter.`;
    case 'edit':
      return gave === 0 ? 'The co-writer would change nothing.' : `${countOf(gave, 'suggestion')}, beside the chapter.`;
  }
}

/** Where the result stands. */
export function placeOf({ kind, chapterId }: Pick<WaitingWork, 'kind' | 'chapterId'>): RoomTarget {
  if (kind === 'clarifying') return { room: 'brief' };
  if (kind === 'outline') return { room: 'outline' };
  return { room: kind === 'draft' || kind === 'edit' ? 'write' : 'interview', chapterId };
}

/** The failure of a work, in words; `null` when there is none. */
export function waitingError({ error }: Pick<WaitingWork, 'error'>): ErrorText | null {
  const isError = typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string';
  return isError ? errorText(error as AppError) : null; // the main process puts an AppError here or nothing
}

const againText = (nextAt: string | null): string =>
  nextAt === null ? '' : ` It is tried again at ${clockTime(nextAt)}.`;

/** How it stands with a work that is not done yet. */
export function standingText(work: WaitingWork): string {
  const failed = waitingError(work);
  if (work.state === 'stopped') return failed ? `${failed.what} ${failed.next}` : 'It was stopped.';
  if (work.state === 'running') return progressText(work.progress);
  const again = againText(work.nextAt);
  if (!failed) return `Waits for the server.${again}`;
  return `${failed.what}${again === '' ? ' It is done when that has changed.' : again}`;
}

function progressText(progress: WaitingWork['progress']): string {
  const { part, parts, pieces } = progress ?? { part: 1, parts: 1, pieces: 0 };
  const piecesText = pieces === 0 ? 'The co-writer was asked' : `The co-writer is answering, ${countOf(pieces, 'piece')} so far`;
  return parts === 1 ? `${piecesText}.` : `${piecesText}, part ${part} of ${parts}.`;
}

/** The works that are not done, and are not left to the author. */
export const stillWaiting = (works: readonly WaitingWork[]): readonly WaitingWork[] =>
  works.filter(({ state }) => state === 'waiting' || state === 'running');
