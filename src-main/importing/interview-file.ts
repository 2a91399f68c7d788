import type { InterviewFile } from '../../src-shared/domain/interview-file';
import { familyOf, type Genre } from '../../src-shared/domain/genre';
import type { QuestionKind } from '../../src-shared/domain/interview';
import type { Transaction } from '../book/book';
import type { OpenBook } from '../book/open-book';
import { outlineOf } from '../book/outline-tree';
import { seedText } from '../book/text-document';
import { keysAfter } from '../outline/order';
import { readMarkdownBlocks } from './read-markdown';

/** The kind a question of unknown kind is taken for. */
const plainKind: Readonly<Record<ReturnType<typeof familyOf>, QuestionKind>> = { memoir: 'scene', fiction: 'plot', 'non-fiction': 'story' };

const sameText = (a: string, b: string): boolean => a.trim().toLocaleLowerCase() === b.trim().toLocaleLowerCase();

type Chapter = InterviewFile['outline'][number];

/**
 * Adds what a book lacks of an interview file: chapters by title, sections, questions by wording, answers where there
 * are none yet. What the author has written stays as it is. Part of a transaction.
 */
export function addInterviewFile(
  { book }: OpenBook,
  tx: Transaction,
  { file, newId, now }: { readonly file: InterviewFile; readonly newId: () => string; readonly now: () => number },
): void {
  const savedAt = new Date(now()).toISOString();
  const genre: Genre = book.state.one('book', 'book')?.genre ?? file.brief?.genre ?? 'memoir';
  const kind = plainKind[familyOf(genre)];
  const present = outlineOf(book).nodes;
  const lastOrder = [...book.state.all('nodes').values()].filter((node) => node.parentId === null).map((node) => node.order).sort().at(-1) ?? null;
  const orders = keysAfter(lastOrder, file.outline.length);

  function addChapter(chapter: Chapter, order: string): string {
    const chapterId = newId();
    const { title, description } = chapter;
    tx.set('nodes', chapterId, { kind: 'chapter', matter: null, parentId: null, order, title, description, status: 'draft', trashedAt: null });
    const textId = newId();
    const content = chapter.text === '' ? [] : readMarkdownBlocks(chapter.text, 'imported').blocks;
    const seed = content.length > 0 ? seedText(content) : undefined;
    tx.set('texts', textId, { chapterId, seedClient: 0 });
    if (seed) tx.text(textId, seed.update);
    return chapterId;
  }

  function addSections(chapter: Chapter, chapterId: string): void {
    const known = present.filter((node) => node.parentId === chapterId);
    const missing = chapter.sections.filter((section) => !known.some((node) => sameText(node.title, section.title)));
    const keys = keysAfter([...book.state.all('nodes').values()].filter((node) => node.parentId === chapterId).map((node) => node.order).sort().at(-1) ?? null, missing.length);
    missing.forEach(({ title, description }, index) =>
      tx.set('nodes', newId(), {
        kind: 'section', matter: null, parentId: chapterId, order: keys[index] ?? '', title, description, status: 'draft', trashedAt: null,
      }),
    );
  }

  function addQuestions(chapter: Chapter, chapterId: string): void {
    const known = [...book.state.all('questions').values()].filter((question) => question.chapterId === chapterId);
    const keys = keysAfter(known.map(({ order }) => order).sort().at(-1) ?? null, chapter.interview.length);
    chapter.interview.forEach(({ question, answer }, index) => {
      const asked = known.find(({ text }) => sameText(text, question));
      const id = asked?.id ?? newId();
      if (!asked) {
        tx.set('questions', id, {
          chapterId, text: question, kind, difficulty: 'medium', help: '', example: '', why: '', origin: 'import', packId: '',
          order: keys[index] ?? '', skipped: false, feedback: null, rewrites: [], trashedAt: null,
        });
      }
      const isAnswered = (book.state.one('answers', id)?.text ?? '') !== '';
      if (answer.trim() !== '' && !isAnswered) tx.set('answers', id, { text: answer, state: 'complete', source: 'imported', savedAt });
    });
  }

  file.outline.forEach((chapter, index) => {
    const known = present.find((node) => node.kind === 'chapter' && sameText(node.title, chapter.title));
    const chapterId = known?.id ?? addChapter(chapter, orders[index] ?? '');
    addSections(chapter, chapterId);
    addQuestions(chapter, chapterId);
  });
}
