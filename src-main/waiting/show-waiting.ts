import type { BookSummary } from '../../src-shared/ipc/library-calls';
import type { WorkOutcome } from '../../src-shared/ipc/co-writer-calls';
import type { WaitingWork } from '../../src-shared/ipc/waiting-calls';
import type { Book } from '../book/book';
import { subjectOf } from './kept-ask';
import type { Queue, Waiting } from './queue';

/** How far a work is that runs. */
export type Progress = NonNullable<WaitingWork['progress']>;

/** A work as the author sees it, or `undefined` when what it is about is not there any more. */
function shown(work: Waiting, title: string, book: Book | undefined): WaitingWork | undefined {
  const { id, ask, askedAt, stopped } = work;
  const subject = book ? subjectOf(book, ask) : work;
  if (!subject) return undefined;
  return {
    ...{ id, askedAt, bookId: ask.bookId, kind: ask.kind, bookTitle: title, nextAt: null, progress: null, gave: null },
    ...{ chapterId: subject.chapterId, about: subject.about },
    questionId: ask.kind === 'follow-up' ? ask.questionId : null,
    state: stopped ? 'stopped' : 'waiting',
    ...(stopped ? { error: stopped } : {}),
  };
}

/** What waits as the author sees it: in the order in which it is done, without what has lost its book or chapter. */
export async function showQueue(
  queue: Queue,
  running: { readonly id: string; readonly progress: Progress } | undefined,
  library: { readonly summaries: () => Promise<readonly BookSummary[]>; readonly peek: (bookId: string) => Promise<Book | undefined> },
): Promise<WaitingWork[]> {
  if (queue.items.length === 0) return [];
  const { trouble, notBeforeMs } = queue;
  const summaries = await library.summaries();
  const works: WaitingWork[] = [];
  for (const item of queue.items) {
    const summary = summaries.find(({ id, trashedAt }) => id === item.ask.bookId && trashedAt === null);
    const work = summary && shown(item, summary.title, await library.peek(item.ask.bookId));
    if (!work) continue;
    if (item.id === running?.id) works.push({ ...work, state: 'running', progress: running.progress });
    else if (work.state === 'stopped') works.push(work);
    else {
      const isPlanned = notBeforeMs > 0 && trouble?.hope !== 'settings';
      const nextAt = isPlanned ? new Date(notBeforeMs).toISOString() : null;
      works.push({ ...work, ...(trouble ? { error: trouble.error } : {}), nextAt });
    }
  }
  return works;
}

/** How many things a work gave. */
export function countOf(outcome: WorkOutcome): number | null {
  switch (outcome.kind) {
    case 'outline':
      return outcome.proposal.chapters.length;
    case 'clarifying':
    case 'questions':
    case 'follow-up':
      return outcome.added;
    case 'draft':
      return outcome.draft.paragraphs.reduce((sum, { sentences }) => sum + sentences.length, 0);
    case 'edit':
      return outcome.suggestions.length;
    default:
      return null;
  }
}
