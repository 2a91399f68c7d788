import type { Brief } from '../../../src-shared/domain/brief';
import { hasText, unplaced, type OutlineNode } from '../../../src-shared/domain/outline';
import type { ExportFormat, PageSize, Task } from '../../../src-shared/ipc/export-calls';
import type { AppError } from '../../../src-shared/result';
import { countOf, formatNumber } from '../../ui/words';

/** One way to publish: what it is called and what it is for. */
export type FormatCard = { readonly format: ExportFormat; readonly name: string; readonly purpose: string };

/** The ways most authors ask for, in that order. */
export const formatCards: readonly FormatCard[] = [
  { format: 'pdf', name: 'PDF', purpose: 'Typeset pages for a printer or to read as they will look in print.' },
  {
    format: 'docx',
    name: 'Word',
    purpose: 'For an editor or agent: real styles, footnotes and headings they can work with.',
  },
  { format: 'epub', name: 'EPUB', purpose: 'For e-readers and bookshops; the text flows to any screen.' },
  {
    format: 'md',
    name: 'Markdown',
    purpose: 'Plain and lasting: readable anywhere, easy to keep under version control.',
  },
  {
    format: 'txt',
    name: 'Plain text',
    purpose: 'Only the words, for a letter, a search or a machine that reads aloud.',
  },
];

/** The ways for particular ends. */
export const moreCards: readonly FormatCard[] = [
  {
    format: 'html',
    name: 'Web page',
    purpose: 'One page for any browser, with its pictures inside; light or dark as the reader likes.',
  },
  {
    format: 'manuscript',
    name: 'Manuscript',
    purpose: 'What agents and magazines ask for by Shunn’s standard: double spaced, plain, with running heads (Word).',
  },
  {
    format: 'manuscript-classic',
    name: 'Classic manuscript',
    purpose: 'The same as a typewriter made it: Courier, underlining and straight quotation marks.',
  },
  {
    format: 'opml',
    name: 'Outline',
    purpose: 'Parts, chapters and sections with their descriptions, for an outliner or a mind map (OPML).',
  },
  {
    format: 'archive',
    name: 'Everything',
    purpose: 'All that the book holds, private answers too, in one zip file that explains itself: to keep, or to leave with.',
  },
];

const allCards: readonly FormatCard[] = [...formatCards, ...moreCards];

/** The name of a format. */
export const formatName = (format: ExportFormat): string =>
  allCards.find((card) => card.format === format)?.name ?? format;

/** The page sizes of the PDF. */
export const pageSizes: readonly { readonly id: PageSize; readonly name: string }[] = [
  { id: '6x9', name: '6 × 9 in' },
  { id: 'a4', name: 'A4' },
];

/** Something to look at before publishing; none of them stops it. */
export type PublishHint = {
  readonly id: string;
  readonly text: string;
  readonly room: 'brief' | 'outline' | 'write';
  readonly action: string;
};

/** What an author may want to put right first, most weighty first. */
export function hintsBefore(nodes: readonly OutlineNode[], brief: Brief | null): readonly PublishHint[] {
  const placed = nodes.filter((node) => node.parentId !== unplaced);
  const empty = placed.filter((node) => hasText(node.kind) && node.words === 0);
  const loose = nodes.filter((node) => node.parentId === unplaced && hasText(node.kind));
  const nameless = placed.filter((node) => node.kind === 'chapter' && node.title.trim() === '');
  const hints: (PublishHint | null)[] = [
    placed.some((node) => node.words > 0)
      ? null
      : {
          id: 'nothing',
          text: 'No chapter has words yet, so the book would be empty.',
          room: 'write',
          action: 'Go to Write',
        },
    brief && isUntitled(brief)
      ? { id: 'title', text: 'The book has no title of its own yet.', room: 'brief', action: 'Add it' }
      : null,
    brief?.author.trim() === ''
      ? { id: 'author', text: 'The author’s name is missing.', room: 'brief', action: 'Add it' }
      : null,
    loose.length > 0
      ? {
          id: 'unplaced',
          text: `${countOf(loose.length, 'chapter')} in Unplaced will be left out${named(loose)}.`,
          room: 'outline',
          action: 'Place it',
        }
      : null,
    empty.length > 0 && placed.some((node) => node.words > 0)
      ? {
          id: 'empty',
          text: `${countOf(empty.length, 'chapter')} without words${named(empty)}.`,
          room: 'outline',
          action: 'See the outline',
        }
      : null,
    nameless.length > 0
      ? {
          id: 'nameless',
          text: `${countOf(nameless.length, 'chapter')} without a title.`,
          room: 'outline',
          action: 'See the outline',
        }
      : null,
  ];
  return hints.filter((hint) => hint !== null);
}

const isUntitled = (brief: Brief) => brief.title.trim() === '' || brief.title.trim() === 'Untitled';

function named(nodes: readonly OutlineNode[]): string {
  const most = 2;
  const titles = nodes.map((node) => node.title.trim()).filter((title) => title !== '');
  if (titles.length === 0) return '';
  const shown = titles.slice(0, most).map((title) => `“${shortened(title)}”`);
  return titles.length > most ? `: ${shown.join(', ')} and others` : `: ${shown.join(' and ')}`;
}

function shortened(title: string): string {
  const most = 60;
  const letters = Array.from(new Intl.Segmenter().segment(title), (letter) => letter.segment);
  return letters.length > most ? `${letters.slice(0, most).join('').trimEnd()}…` : title;
}

/** What a card shows of its latest export. */
export type CardState =
  | { readonly state: 'ready' }
  | { readonly state: 'asking' }
  | { readonly state: 'refused'; readonly error: AppError }
  | { readonly state: 'task'; readonly task: Task };

/** The format a task makes, as far as the page knows it: it started the task, or the receipt says so. */
export type StartedTasks = Readonly<Record<string, ExportFormat>>;

/** Puts the newest state of a task into the list. */
export function withTask(tasks: readonly Task[], task: Task): readonly Task[] {
  const isKnown = tasks.some((other) => other.id === task.id);
  return isKnown ? tasks.map((other) => (other.id === task.id ? task : other)) : [...tasks, task];
}

/** The latest export of a format for this book, or `null`. */
export function latestTask(
  tasks: readonly Task[],
  bookId: string,
  format: ExportFormat,
  started: StartedTasks,
): Task | null {
  const isOfFormat = (task: Task) => (task.receipt?.format ?? started[task.id]) === format;
  return tasks.findLast((task) => task.bookId === bookId && isOfFormat(task)) ?? null;
}

/** The failure of a task as the page can put it into words. */
export function taskError(task: Task): AppError {
  const { error } = task;
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string') {
    // The main process is the only one that makes tasks, and it fills this field with an AppError.
    return error as AppError;
  }
  return { code: 'internal', message: '' };
}

/** The words for a disk that refused a file beside the library; `null` for what has its usual words. */
export function diskWords(error: AppError): { readonly what: string; readonly next: string } | null {
  switch (error.code) {
    case 'disk-full':
      return {
        what: `The disk is full, so “${error.file}” was not made. Your book is safe.`,
        next: 'Make some room or choose another place, and save it again.',
      };
    case 'disk-failed':
      return {
        what: `The disk refused “${error.file}”. Your book is safe.`,
        next: 'Check the drive or choose another place, and save it again.',
      };
    case 'folder-unusable':
      return {
        what: 'The folder you chose cannot be written to. Your book is safe.',
        next: 'Choose another place, and save it again.',
      };
    default:
      return null;
  }
}

/** A file's size as people say it. */
export function sizeOf(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  const kilobytes = bytes / 1_000;
  if (kilobytes < 1_000) return `${formatNumber(Math.round(kilobytes))} KB`;
  return `${(kilobytes / 1_000).toLocaleString('en', { maximumFractionDigits: 1 })} MB`;
}

/** The name of a file without its folders, on every system. */
export const fileName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** The start of a checksum: enough to compare two files by eye. */
export const shortHash = (sha256: string): string => sha256.slice(0, 12);

/** What is in a finished file. */
export function contentsOf(receipt: {
  chapters: number;
  paragraphs: number;
  words: number;
  pages?: number | undefined;
}): string {
  return [
    ...(receipt.pages === undefined ? [] : [countOf(receipt.pages, 'page')]),
    countOf(receipt.chapters, 'chapter'),
    ...(receipt.paragraphs === 0 ? [] : [countOf(receipt.paragraphs, 'paragraph')]),
    ...(receipt.words === 0 ? [] : [countOf(receipt.words, 'word')]),
  ].join(', ');
}
