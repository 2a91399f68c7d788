import { createHash } from 'node:crypto';
import { hasText } from '../../src-shared/domain/outline';
import type { KeptAsk, WaitingAsk } from '../../src-shared/ipc/co-writer-calls';
import { textLines } from '../../src-shared/text/document';
import type { Book } from '../book/book';
import { outlineOf } from '../book/outline-tree';
import { findQuestion } from '../book/questions';
import { fail } from '../failure';

const markOf = (text: string): string => createHash('sha256').update(text.trim()).digest('hex').slice(0, 24);

/** What is asked for, as it is kept: the words of passages stay in the chapter, and only marks of them are kept. */
export function keptAskOf(ask: WaitingAsk): KeptAsk {
  if (ask.kind !== 'edit') return ask;
  return { ...ask, passages: ask.passages.map(({ line, text }) => ({ line, mark: markOf(text) })) };
}

/** The lines of a chapter that still say what was asked about, each the nearest to where it stood. */
async function passagesNow(book: Book, { chapterId, passages }: Extract<KeptAsk, { kind: 'edit' }>) {
  const lines = textLines(await book.texts.document(book.liveText(chapterId)));
  const places = new Map<string, number[]>();
  lines.forEach((text, line) => places.set(markOf(text), [...(places.get(markOf(text)) ?? []), line]));
  const found = new Map<number, string>();
  for (const { line, mark } of passages) {
    const free = (places.get(mark) ?? []).filter((place) => !found.has(place));
    const nearest = free.sort((a, b) => Math.abs(a - line) - Math.abs(b - line))[0];
    if (nearest !== undefined) found.set(nearest, lines[nearest] ?? '');
  }
  return [...found].sort(([a], [b]) => a - b).map(([line, text]) => ({ line, text }));
}

/** The work to do, on the book as it is now. `not-found` when every passage that it was about has been changed. */
export async function askNow(book: Book, ask: KeptAsk): Promise<WaitingAsk> {
  if (ask.kind !== 'edit') return ask;
  const passages = await passagesNow(book, ask);
  if (passages.length === 0) fail({ code: 'not-found', what: 'passage', id: ask.chapterId });
  return { ...ask, passages };
}

/** What a work is about, in the author’s words; empty for the whole book, `undefined` when it is not there any more. */
export function subjectOf(book: Book, ask: KeptAsk | WaitingAsk): { chapterId: string | null; about: string } | undefined {
  const record = book.state.one('book', 'book');
  if (!record || record.trashedAt !== null) return undefined;
  if (ask.kind === 'clarifying' || ask.kind === 'outline') return { chapterId: null, about: '' };
  const question = ask.kind === 'follow-up' ? findQuestion(book, ask.questionId) : undefined;
  if (ask.kind === 'follow-up' && question?.trashedAt !== null) return undefined;
  const chapterId = ask.kind === 'follow-up' ? (question?.chapterId ?? '') : ask.chapterId;
  const chapter = outlineOf(book).nodes.find(({ id, kind }) => id === chapterId && hasText(kind));
  return chapter && { chapterId, about: question?.text ?? chapter.title };
}
