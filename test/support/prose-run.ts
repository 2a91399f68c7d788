import { valueOf, type Device } from './builders';
import type { Random } from './random';

const questionId = 'question';
const clarificationId = 'clarification';

type Telling = {
  readonly device: Device;
  readonly bookId: string;
  readonly random: Random;
  readonly told: Set<string>;
  /** What happens between reading and saving. */
  readonly meanwhile?: () => Promise<unknown>;
};

/** One place where an author's prose is a single field: how it is read, with its earlier versions, and saved. */
type Prose = {
  readonly read: (device: Device, bookId: string) => Promise<{ text: string; earlier: readonly { text: string }[] }>;
  readonly save: (device: Device, bookId: string, text: string) => Promise<unknown>;
};

const summary: Prose = {
  async read({ brief }, bookId) {
    const view = await valueOf(brief['brief.read']({ bookId }));
    return { text: view.brief.summary, earlier: view.earlierSummaries };
  },
  save: ({ brief }, bookId, text) => valueOf(brief['brief.update']({ bookId, patch: { summary: text } })),
};

const answer: Prose = {
  async read({ library, answers }, bookId) {
    const { book } = await library.open(bookId);
    const earlier = await valueOf(answers['answer.revisions']({ bookId, questionId }));
    return { text: book.state.one('answers', questionId)?.text ?? '', earlier };
  },
  save: ({ answers }, bookId, text) => valueOf(answers['answer.save']({ bookId, questionId, text, state: 'draft', source: 'typed' })),
};

const clarification: Prose = {
  async read({ brief }, bookId) {
    const { clarifications } = await valueOf(brief['brief.read']({ bookId }));
    const { answer: text, earlier } = clarifications[0] ?? { answer: '', earlier: [] };
    return { text, earlier };
  },
  save: ({ brief }, bookId, text) => valueOf(brief['brief.answerClarification']({ bookId, id: clarificationId, answer: text, state: 'answered' })),
};

const kinds: readonly Prose[] = [summary, answer, clarification];

/** Words of answers and summaries, told apart from those of chapters. */
const newWord = (told: Set<string>): string => `s${told.size + 1}x`;
const wordsIn = (text: string): string[] => text.match(/s\d+x/g) ?? [];

/** Adds a word, writes all of it anew, or brings an earlier version back. */
async function tell(prose: Prose, { device, bookId, random, told, meanwhile }: Telling): Promise<void> {
  const { text, earlier } = await prose.read(device, bookId);
  await meanwhile?.();
  const back = random.chance(0.2) ? random.pick(earlier) : undefined;
  if (back) {
    await prose.save(device, bookId, back.text);
    return;
  }
  const word = newWord(told);
  // Earlier answers about the book are kept where devices wrote at once; the author's own changes to them are not.
  const isAnew = prose !== clarification && random.chance(0.3);
  const added = random.chance(0.5) ? `${text} ${word}` : `${word} ${text}`;
  await prose.save(device, bookId, isAnew ? word : added.trim());
  told.add(word);
}

/** One of the places for prose, with what an author does there. */
export function anyProse(random: Random): { readonly tell: (telling: Telling) => Promise<void> } {
  const prose = random.pick(kinds) ?? summary;
  return { tell: (telling) => tell(prose, telling) };
}

/** Gives a book something to be answered. */
export async function addProse({ library }: Device, bookId: string): Promise<void> {
  const { book } = await library.open(bookId);
  await book.change(
    'Ask',
    (tx) => {
      tx.set('questions', questionId, { chapterId: '', text: 'What do you remember of the house?', order: 'a0' });
      tx.set('clarifications', clarificationId, { question: 'Who is it for?', why: '', answer: '', state: 'open', order: 'a0' });
    },
    { undoable: false },
  );
}

/** The first word that was saved and is neither in a present text nor in an earlier one. */
export async function findLostProse(device: Device, bookId: string, told: ReadonlySet<string>): Promise<string | undefined> {
  const found = new Set<string>();
  for (const prose of kinds) {
    const { text, earlier } = await prose.read(device, bookId);
    for (const each of [text, ...earlier.map((one) => one.text)]) for (const word of wordsIn(each)) found.add(word);
  }
  return [...told].find((word) => !found.has(word));
}
