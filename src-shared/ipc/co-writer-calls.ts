import { z } from 'zod';
import { longestCoverIdea } from '../domain/cover';
import { CoWriterTask, ModelServer } from '../domain/co-writer';
import { Draft, DraftSentence } from '../domain/draft';
import { EditHow } from '../domain/suggestion';
import { QuestionKind } from '../domain/interview';
import { OutlineProposal, ProposedChapter } from '../domain/outline';
import { call, Id, Nothing, OfBook } from './call';

const Clarifying = z.strictObject({ kind: z.literal('clarifying'), bookId: Id });
const OutlineWork = z.strictObject({ kind: z.literal('outline'), bookId: Id });
const Questions = z.strictObject({
  kind: z.literal('questions'),
  bookId: Id,
  chapterId: Id,
  count: z.int().min(1).max(20),
});
const FollowUp = z.strictObject({ kind: z.literal('follow-up'), bookId: Id, questionId: Id });
const DraftWork = z.strictObject({
  kind: z.literal('draft'),
  bookId: Id,
  chapterId: Id,
  style: z.enum(['professional', 'conversational', 'academic', 'creative', 'technical', 'own-voice']),
  /** Words to aim at, or `null` for as long as the answers carry. */
  words: z.int().min(100).max(10_000).nullable(),
  /** How near the draft keeps to the author’s wording. */
  freedom: z.enum(['closer', 'freer']),
  /** Text of the author’s whose voice is to be kept; for the style `own-voice`. */
  sample: z.string().max(20_000),
});
const Edit = z.strictObject({
  kind: z.literal('edit'),
  bookId: Id,
  chapterId: Id,
  how: EditHow,
  /** The passages to work on, one a block, in order; each is known by its line. */
  passages: z
    .array(z.strictObject({ line: z.int().min(0), text: z.string().min(1).max(20_000) }))
    .min(1)
    .max(2_000),
  /** Terms that must stay as they are. */
  keep: z.array(z.string().min(1).max(200)).max(200),
});

/** What can be asked for now and done later; see `domain/waiting.ts`. */
export const WaitingAsk = z.discriminatedUnion('kind', [
  Clarifying,
  OutlineWork,
  Questions,
  FollowUp,
  DraftWork,
  Edit,
]);
export type WaitingAsk = z.infer<typeof WaitingAsk>;

/** A passage by its line and a mark of its words, not by the words themselves: they stand in the chapter. */
const MarkedPassage = z.strictObject({ line: z.int().min(0), mark: z.string() });

/** What is asked for, as it is kept until it is done. */
export const KeptAsk = z.discriminatedUnion('kind', [
  Clarifying,
  OutlineWork,
  Questions,
  FollowUp,
  DraftWork,
  Edit.extend({ passages: z.array(MarkedPassage) }),
]);
export type KeptAsk = z.infer<typeof KeptAsk>;

/** What the author can ask the co-writer for. Each kind has one file in `src-main/co-writer/works`. */
export const Work = z.discriminatedUnion('kind', [
  /** What the summary still lacks for its reader. */
  z.strictObject({ kind: z.literal('readiness'), bookId: Id }),
  /** The next clarifying questions about the book. */
  Clarifying,
  OutlineWork,
  Questions,
  z.strictObject({ kind: z.literal('rewrite-question'), bookId: Id, questionId: Id }),
  /** Further questions on what one answer says. */
  FollowUp,
  /** Answers of the book that do not go together, with both quotes. */
  z.strictObject({ kind: z.literal('contradictions'), bookId: Id }),
  DraftWork,
  Edit,
  /** The spoken words of one answer without what only belongs to speaking. */
  z.strictObject({ kind: z.literal('tidy'), bookId: Id, questionId: Id }),
  z.strictObject({ kind: z.literal('titles'), bookId: Id }),
  /** One picture for the cover, from the author’s idea. */
  z.strictObject({ kind: z.literal('cover-picture'), bookId: Id, idea: z.string().trim().min(1).max(longestCoverIdea) }),
]);
export type Work = z.infer<typeof Work>;
export type WorkKind = Work['kind'];
export type WorkOf<K extends WorkKind> = Extract<Work, { kind: K }>;

/** Words of one answer, with the question that they answer and where it is asked. */
const Quote = z.strictObject({
  questionId: z.string(),
  chapterId: z.string(),
  question: z.string(),
  quote: z.string(),
});

/** Two answers that do not go together; both quotes are the author’s, letter by letter. */
export const Contradiction = z.strictObject({ first: Quote, second: Quote, why: z.string() });
export type Contradiction = z.infer<typeof Contradiction>;

/** A change that the co-writer suggests for one passage. */
export const EditSuggestion = z.strictObject({
  line: z.int(),
  text: z.string(),
  why: z.string(),
  /** Terms, numbers and quotations of the passage that the suggestion lost or changed. Empty for one that keeps all. */
  broken: z.array(z.string()),
});
export type EditSuggestion = z.infer<typeof EditSuggestion>;

export const TitleIdea = z.strictObject({
  what: z.enum(['title', 'subtitle', 'back-cover', 'cover']),
  text: z.string(),
  why: z.string(),
});
export type TitleIdea = z.infer<typeof TitleIdea>;

/** A question as the co-writer words it, before the interview has taken it in. */
export const SuggestedQuestion = z.strictObject({ text: z.string(), kind: QuestionKind, why: z.string() });
export type SuggestedQuestion = z.infer<typeof SuggestedQuestion>;

/** What comes in while the co-writer works. Provisional: it counts when the work has ended well. */
export const WorkItem = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('hint'), text: z.string() }),
  z.strictObject({ kind: z.literal('question'), question: SuggestedQuestion }),
  z.strictObject({ kind: z.literal('chapter'), chapter: ProposedChapter }),
  z.strictObject({ kind: z.literal('sentence'), sentence: DraftSentence, startsParagraph: z.boolean() }),
  z.strictObject({ kind: z.literal('contradiction'), contradiction: Contradiction }),
  z.strictObject({ kind: z.literal('suggestion'), suggestion: EditSuggestion }),
  z.strictObject({ kind: z.literal('idea'), idea: TitleIdea }),
]);
export type WorkItem = z.infer<typeof WorkItem>;

/** What a work ended with: what was stored, or what is shown and stored nowhere. */
export const WorkOutcome = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('readiness'), hints: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('clarifying'), added: z.int() }),
  z.strictObject({ kind: z.literal('outline'), proposalId: z.string(), proposal: OutlineProposal }),
  z.strictObject({ kind: z.literal('questions'), added: z.int(), refused: z.int() }),
  z.strictObject({ kind: z.literal('rewrite-question'), questionId: z.string() }),
  z.strictObject({ kind: z.literal('follow-up'), added: z.int(), refused: z.int() }),
  z.strictObject({ kind: z.literal('contradictions'), contradictions: z.array(Contradiction) }),
  z.strictObject({ kind: z.literal('draft'), draft: Draft }),
  z.strictObject({ kind: z.literal('edit'), suggestions: z.array(EditSuggestion) }),
  z.strictObject({
    kind: z.literal('tidy'),
    questionId: z.string(),
    /** The answer as it was when it was sent. */
    said: z.string(),
    /** The answer as it could stand; equal to `said` when nothing would change. */
    tidied: z.string(),
    leftOut: z.array(z.string()),
    /** Words that the model wanted to add: the passages they were for stay as they were said. */
    added: z.array(z.string()),
  }),
  z.strictObject({ kind: z.literal('titles'), ideas: z.array(TitleIdea) }),
  z.strictObject({ kind: z.literal('cover-picture'), assetId: z.string() }),
]);
export type WorkOutcome = z.infer<typeof WorkOutcome>;

/** What stands between the author and the co-writer, if anything does. */
export const CoWriterStatus = z.strictObject({
  isOn: z.boolean(),
  server: z
    .strictObject({ name: z.string(), origin: z.string(), isLocal: z.boolean(), needsConsent: z.boolean() })
    .nullable(),
  model: z.string(),
  /** The model for pictures; empty for none. */
  imageModel: z.string(),
  isReady: z.boolean(),
  /** Where keys are kept: in the system’s secret storage, only until Longhand quits, or none is needed yet. */
  keys: z.enum(['kept', 'session']),
  hasKey: z.boolean(),
});
export type CoWriterStatus = z.infer<typeof CoWriterStatus>;

/** What would leave this computer, letter by letter. */
export const WorkPreview = z.strictObject({
  server: z.string(),
  origin: z.string(),
  model: z.string(),
  body: z.string(),
  tokensIn: z.int(),
  mostTokens: z.int(),
  /** Pictures that come back. */
  images: z.int(),
  /** The most it can cost in US dollars; `null` when the price is unknown, which refuses the work. */
  mostUsd: z.number().nullable(),
});
export type WorkPreview = z.infer<typeof WorkPreview>;

/** One line of the ledger, as the page of spending shows it. */
export const Spent = z.strictObject({
  at: z.string(),
  task: CoWriterTask,
  bookId: z.string().nullable(),
  model: z.string(),
  tokensIn: z.int(),
  tokensOut: z.int(),
  usd: z.number(),
  firstTokenMs: z.int().nullable(),
  totalMs: z.int().nullable(),
  outcome: z.string(),
});
export type Spent = z.infer<typeof Spent>;

export const Spending = z.strictObject({
  todayUsd: z.number(),
  monthUsd: z.number(),
  byBook: z.array(z.strictObject({ bookId: z.string().nullable(), title: z.string(), usd: z.number() })),
  byTask: z.array(z.strictObject({ task: CoWriterTask, usd: z.number(), requests: z.int() })),
  /** The last thirty days, oldest first, as `2026-11-25`. */
  byDay: z.array(z.strictObject({ day: z.string(), usd: z.number(), requests: z.int() })),
  /** Newest first, at most 500. */
  rows: z.array(Spent),
});
export type Spending = z.infer<typeof Spending>;

const OfJob = z.strictObject({ jobId: Id });

export const coWriterCalls = {
  'coWriter.status': call(Nothing, CoWriterStatus),
  /** The models of a server: how a connection is tried out. Nothing of a book is sent. */
  'coWriter.models': call(z.strictObject({ server: ModelServer }), z.array(z.string())),
  /** Keeps a server’s key. No call ever gives one back. */
  'coWriter.setKey': call(
    z.strictObject({ serverId: Id, key: z.string().max(2_000) }),
    z.strictObject({ isDurable: z.boolean() }),
  ),
  'coWriter.preview': call(Work, WorkPreview),
  /** Begins a work; what it gives comes as events with its id. */
  'coWriter.start': call(Work, OfJob),
  /** Stops a work; the connection is closed at once. */
  'coWriter.cancel': call(OfJob, Nothing),
  /** Tables of contents that the co-writer proposed, newest first. */
  'outline.proposals': call(
    OfBook,
    z.array(z.strictObject({ id: z.string(), createdAt: z.string(), proposal: OutlineProposal })),
  ),
  'outline.discardProposal': call(z.strictObject({ bookId: Id, proposalId: Id }), Nothing),
  'spending.read': call(Nothing, Spending),
  /** Asks the author where to, and writes every line as CSV; `null` when they changed their mind. */
  'spending.export': call(Nothing, z.strictObject({ file: z.string() }).nullable()),
};

export const coWriterEvents = {
  /** Pieces of a work in order; `restarted` says that what came before does not count. */
  'coWriter.progressed': z.strictObject({
    jobId: z.string(),
    sequence: z.int(),
    items: z.array(WorkItem),
    restarted: z.boolean(),
  }),
  'coWriter.ended': z.strictObject({
    jobId: z.string(),
    result: z.union([
      z.strictObject({ ok: z.literal(true), outcome: WorkOutcome }),
      z.strictObject({ ok: z.literal(false), error: z.unknown() }),
    ]),
  }),
  'spending.changed': z.null(),
};
