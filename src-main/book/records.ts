import { z } from 'zod';
import { Audience } from '../../src-shared/domain/brief';
import { CoverFace, CoverLayout, CoverPalette, CoverPicture, CoverVeil } from '../../src-shared/domain/cover';
import { ImageExtent, TextExtent } from '../../src-shared/domain/disclosure';
import { CoWriterStyle, DraftOrigin, DraftParagraph, DraftStyle } from '../../src-shared/domain/draft';
import { Genre } from '../../src-shared/domain/genre';
import { AnswerState, Difficulty, Feedback, QuestionKind, QuestionOrigin } from '../../src-shared/domain/interview';
import { ManuscriptFormat } from '../../src-shared/domain/import-split';
import { ChapterStatus, Matter, NodeKind, ProposedChapter } from '../../src-shared/domain/outline';
import { SnapshotReason } from '../../src-shared/domain/snapshot';
import { SuggestionHow, SuggestionState } from '../../src-shared/domain/suggestion';
import { ExportReceipt } from '../../src-shared/ipc/export-calls';

const time = z.string().nullable().default(null);
const text = z.string().default('');

/**
 * The records of a book. Each field is one last-writer-wins register, so every field needs a default: another device's
 * log can name a field before the one that makes its record. `gone` takes a record back (undo); `trashedAt` is the trash.
 */
export const collections = {
  /** One record, `book`. */
  book: z.object({
    title: z.string().default('Untitled'), subtitle: text, author: text, genre: Genre.catch('memoir').default('memoir'),
    audience: Audience.catch('General').default('General'), language: z.string().default('en'), summary: text,
    description: text, cover: z.string().nullable().default(null), archived: z.boolean().default(false),
    trashedAt: time, createdAt: text,
  }),
  /** Earlier summaries. */
  summaries: z.object({ text, savedAt: text }),
  clarifications: z.object({
    question: text, why: text, answer: text, state: z.enum(['open', 'answered', 'skipped']).default('open'), order: text,
    /** Kept from the co-writer. */
    private: z.boolean().default(false),
  }),
  /** The outline. `order` is a fractional key among siblings. */
  nodes: z.object({
    kind: NodeKind.default('chapter'), matter: Matter.default(null), parentId: z.string().nullable().default(null), order: text,
    title: text, description: text, status: ChapterStatus.default('draft'), trashedAt: time,
    /** Its making was undone: it is in the trash, and listed there only while it holds something. */
    takenBack: z.boolean().default(false),
  }),
  /** Texts belong to a chapter for good; which one is live follows from `moves`. `seedClient` wrote what was moved in. */
  texts: z.object({ chapterId: text, seedClient: z.number().default(0) }),
  /** What put texts in place of others: a split, a join, a restored snapshot. `sealed` are state vectors in base64. */
  moves: z.object({
    kind: z.enum(['split', 'merge', 'replace']).default('replace'),
    from: z.array(z.string()).default([]), to: z.array(z.string()).default([]),
    sealed: z.record(z.string(), z.string()).default({}),
    /** Undone. The texts it made stay known, since words may have been typed into them. */
    takenBack: z.boolean().default(false),
    /** Arrivals that already waited when a text was sealed: they were not moved with it. */
    waiting: z.record(z.string(), z.array(z.string())).default({}),
  }),
  /** Arrivals that the author has dealt with, by arrival id. */
  settled: z.object({ at: text }),
  questions: z.object({
    chapterId: text, text, kind: QuestionKind.default('story'), difficulty: Difficulty.default('medium'), help: text, example: text,
    why: text, origin: QuestionOrigin.default('author'), packId: text, order: text,
    skipped: z.boolean().default(false), feedback: Feedback.nullable().default(null),
    rewrites: z.array(z.string()).default([]), trashedAt: time,
    /** The author asked for the example, whatever the guidance setting hides. */
    wantsExample: z.boolean().default(false),
  }),
  /** By question id. */
  answers: z.object({
    text, state: AnswerState.default('empty'), source: z.enum(['typed', 'pasted', 'imported']).default('typed'), savedAt: time,
    /** Kept from the co-writer. */
    private: z.boolean().default(false),
  }),
  /** Earlier texts of answers. */
  revisions: z.object({ questionId: text, text, savedAt: text }),
  drafts: z.object({
    chapterId: text, createdAt: text, style: z.union([DraftStyle, CoWriterStyle]).default('tidied'),
    origin: DraftOrigin.default('built-in'), model: text, paragraphs: z.array(DraftParagraph).default([]),
    answerIds: z.array(z.string()).default([]), sample: text, trashedAt: time,
  }),
  /** Tables of contents that the co-writer proposed; each is kept until the author throws it away. */
  proposals: z.object({
    createdAt: text, label: text, chapters: z.array(ProposedChapter).default([]), trashedAt: time,
  }),
  /** Changes that the co-writer or reviewers suggested for passages; the text is never theirs to change. */
  suggestions: z.object({
    chapterId: text, line: z.number().default(0), how: SuggestionHow.default('restyle'), before: text, after: text, why: text,
    broken: z.array(z.string()).default([]), model: text, usd: z.number().default(0), createdAt: text,
    state: SuggestionState.default('open'),
  }),
  /** Works of the co-writer that waited and are done, by their id: what one gave is never stored twice. */
  doneWorks: z.object({ at: text }),
  /** One record, `book`: what the author answered about the use of models; `null` leaves it to the evidence. */
  disclosures: z.object({
    text: TextExtent.nullable().default(null), images: ImageExtent.nullable().default(null),
    translations: TextExtent.nullable().default(null), tools: z.string().nullable().default(null),
    statement: z.string().nullable().default(null),
  }),
  /** `texts` names, for each chapter, the asset that holds its text. */
  snapshots: z.object({
    chapterId: z.string().nullable().default(null), label: text, reason: SnapshotReason.default('by-hand'), takenAt: text,
    words: z.number().default(0), texts: z.record(z.string(), z.string()).default({}), outline: z.string().default(''),
  }),
  /** One record, `book`: what its cover is drawn from. `null` is not chosen yet. */
  covers: z.object({
    layout: CoverLayout.nullable().catch(null).default(null), palette: CoverPalette.nullable().catch(null).default(null),
    face: CoverFace.nullable().catch(null).default(null), line: text, picture: CoverPicture.nullable().catch(null).default(null),
    veil: CoverVeil.catch('as-needed').default('as-needed'), variation: z.number().default(0), idea: text,
    /** The cover that was made of it last, and the picture on that. */
    madeId: z.string().nullable().default(null), madeWith: z.string().nullable().default(null),
  }),
  /** Pictures that a model made, by their asset: where they come from stays known wherever they are used. */
  pictures: z.object({ model: text, idea: text, createdAt: text }),
  /** Manuscripts that the book was made of; `asset` holds the file as it came. */
  imports: z.object({
    fileName: text, format: ManuscriptFormat.default('text'), asset: text, importedAt: text, notes: z.array(z.string()).default([]),
  }),
  exports: z.object({ receipt: ExportReceipt.nullable().default(null) }),
} as const;

/**
 * Where an author's prose is one field. Two devices may each write their own: the later one counts, and the other's last
 * words are kept beside it (see `overtaken` in the state).
 */
export const proseFields: Readonly<Record<string, string>> = { book: 'summary', clarifications: 'answer', answers: 'text' };

export type Collection = keyof typeof collections;
/** A record as services read it: defaults filled in, with its id. */
export type RecordOf<C extends Collection> = z.output<(typeof collections)[C]> & { readonly id: string };
/** Fields to set; the rest of the record stays. */
export type FieldsOf<C extends Collection> = Partial<z.output<(typeof collections)[C]>> & { readonly gone?: boolean };

export const isCollection = (name: string): name is Collection => Object.hasOwn(collections, name);
