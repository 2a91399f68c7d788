import * as Y from 'yjs';
import { appendBlocks } from '../../src-main/book/text-document';
import type { WorkKind, WorkOf } from '../../src-shared/ipc/co-writer-calls';
import { countWords } from '../../src-shared/domain/word-count';
import { paragraph } from '../../src-shared/text/document';
import type { HeardMessage } from './model-servers/modes';
import type { TestApp } from './start-app';

/** Every kind of work that the co-writer does. */
export const workKinds = [
  'readiness', 'clarifying', 'outline', 'questions', 'rewrite-question', 'follow-up', 'contradictions', 'draft', 'edit', 'tidy', 'titles',
] as const satisfies readonly WordWorkKind[];

/** The works whose answer is words. The one that asks for a picture has its own tests. */
export type WordWorkKind = Exclude<WorkKind, 'cover-picture'>;

export type Works = { readonly [K in WordWorkKind]: WorkOf<K> };

/** What a book of a test says; what is left out is usual. */
export type Words = {
  readonly title?: string;
  readonly summary?: string;
  readonly chapter?: string;
  readonly answers?: readonly string[];
  readonly text?: string;
};

export const usualAnswers = [
  'The shop smelt of tallow and of wet wool, and I slept above it until the winter of 1716.',
  'My brother James taught me to row across the bay, in the summer of 1717, before anybody was awake.',
  'I left the house in 1723, when I was seventeen years old, with three shillings in my pocket.',
] as const;

export const usualText =
  'My brother James sold 12 ballads in the street that day, and they sold wonderfully well. I walked behind him with the rest of them under my arm, and I counted the coins aloud, since he never could count them himself without losing his place.';

const usual: Required<Words> = {
  title: 'A Printer’s Apprentice',
  summary: 'How a boy of seventeen learned the trade of a printer from his brother, quarrelled with him, and ran away to another town.',
  chapter: 'A House in Boston',
  answers: usualAnswers,
  text: usualText,
};

const askedOf = ['What did the shop smell of in winter?', 'Who taught you to row across the bay?', 'When did you leave the house in Boston?'] as const;

/** Adds a paragraph at the end of a chapter, as the editor does. */
async function typeInto(app: TestApp, bookId: string, chapterId: string, words: string): Promise<void> {
  const open = await app.get('text.open', { bookId, chapterId });
  const doc = new Y.Doc();
  Y.applyUpdate(doc, open.update);
  const update = appendBlocks(doc, [paragraph(words)]);
  doc.destroy();
  await app.get('text.append', { bookId, textId: open.textId, update, words: open.words + countWords(words) });
}

/** A book with a summary, a chapter with text, three answers and a question that is open, and every work on it. */
export async function makeBook(app: TestApp, words: Words = {}): Promise<{ bookId: string; chapterId: string; works: Works }> {
  const { title, summary, chapter, answers, text } = { ...usual, ...words };
  const { bookId } = await app.get('library.create', { title, genre: 'memoir', author: 'Nell Harrow' });
  await app.get('brief.update', { bookId, patch: { summary } });
  const place = { bookId, kind: 'chapter', matter: null, parentId: null, beforeId: null } as const;
  const { nodeId: chapterId } = await app.get('outline.add', { ...place, title: chapter, description: 'Where it began.' });
  const ids: string[] = [];
  for (const [index, question] of askedOf.entries()) {
    const { id } = await app.get('interview.addOwn', { bookId, chapterId, text: question, kind: 'scene' });
    await app.get('answer.save', { bookId, questionId: id, text: answers[index] ?? '', state: 'complete', source: 'typed' });
    ids.push(id);
  }
  const { id: open } = await app.get('interview.addOwn', { bookId, chapterId, text: 'What did your father say of it?', kind: 'person' });
  if (text !== '') await typeInto(app, bookId, chapterId, text);
  return { bookId, chapterId, works: worksOn({ bookId, chapterId, open, answered: ids[0] ?? '', passage: text }) };
}

function worksOn(on: { bookId: string; chapterId: string; open: string; answered: string; passage: string }): Works {
  const { bookId, chapterId } = on;
  return {
    readiness: { kind: 'readiness', bookId },
    clarifying: { kind: 'clarifying', bookId },
    outline: { kind: 'outline', bookId },
    questions: { kind: 'questions', bookId, chapterId, count: 3 },
    'rewrite-question': { kind: 'rewrite-question', bookId, questionId: on.open },
    'follow-up': { kind: 'follow-up', bookId, questionId: on.answered },
    contradictions: { kind: 'contradictions', bookId },
    draft: { kind: 'draft', bookId, chapterId, style: 'professional', words: null, freedom: 'closer', sample: '' },
    edit: { kind: 'edit', bookId, chapterId, how: 'tighten', passages: [{ line: 0, text: on.passage }], keep: ['James'] },
    tidy: { kind: 'tidy', bookId, questionId: on.answered },
    titles: { kind: 'titles', bookId },
  };
}

const asking = (text: string, kind: string) => ({
  text, kind, difficulty: 'easy', help: 'Begin with what you saw first when you came in.', example: 'The stove was out again.', why: 'It shows the reader where it all began.',
});
const section = (title: string, of: string) => ({ title, description: `What happened there, and who was with you, of all that belongs to “${of}”.` });

/** A good answer to each kind of work, line by line. */
export const goodLines: { readonly [K in WordWorkKind]: readonly object[] } = {
  readiness: [
    { hint: 'Say where the shop stood, so that a reader can see the street and the people who came in.' },
    { hint: 'Say what the quarrel with your brother was about, since the whole book turns on it and on what came after.' },
  ],
  clarifying: [
    { question: 'Which year of the apprenticeship should the book begin with?', why: 'It decides the first chapter.' },
    { question: 'Does the story end on the road, or after the first winter in the other town?', why: 'It decides the last one.' },
    { question: 'How much of the printing trade should a reader know by the end?', why: 'It decides the middle.' },
  ],
  outline: ['The Shop', 'Ink and Books', 'The Quarrel', 'Three Shillings', 'The Road South', 'Another Town'].map((title, index) => ({
    title, description: `How “${title}” changed the boy who became a printer.`, sections: [section('Morning light', title), section('Late evening', title)], continues: index === 0 ? 'P1' : null,
  })),
  questions: [
    asking('Which tool in the printing shop were you never allowed to touch?', 'place'),
    asking('What was the first ballad that you set by your own hand?', 'scene'),
    asking('Whom did you tell of your plan before the night you ran away?', 'person'),
  ],
  'rewrite-question': [
    { text: 'Which words did your father use when he heard of your leaving?', help: 'Begin with the room in which he stood.', why: 'It lets the reader hear him for once.' },
    { text: 'How did the evening end on which your father heard that you were going?', help: 'Who was still awake?', why: 'It shows what it cost.' },
  ],
  'follow-up': [
    asking('What lay under the bed above the shop where you slept?', 'place'),
    asking('Who else came in when the wet wool was hung up to dry?', 'person'),
    asking('How did the winter of 1716 end for the people of that street?', 'turning-point'),
  ],
  contradictions: [
    { first: { answer: 'A1', quote: 'until the winter of 1716' }, second: { answer: 'A3', quote: 'I left the house in 1723' }, why: 'The first answer says that you slept above the shop until one year, and the other that you left the house much later, which leaves open where you lived in the years between.' },
  ],
  draft: [
    { text: 'The shop smelt of tallow and of wet wool.', paragraph: true, quotes: [{ answer: 'A1', quote: 'The shop smelt of tallow and of wet wool' }] },
    { text: 'My brother James taught me to row across the bay before anybody was awake.', paragraph: false, quotes: [{ answer: 'A2', quote: 'taught me to row across the bay' }] },
    { text: 'I left with three shillings in my pocket.', paragraph: true, quotes: [{ answer: 'A3', quote: 'with three shillings in my pocket' }] },
  ],
  edit: [{ passage: 'P1', text: 'My brother James sold 12 ballads in the street that day, and they sold very well. I walked behind him with the rest under my arm and counted the coins aloud, since he never could without losing his place.', why: 'It is shorter and says the same.' }],
  // Of two lines for one passage the first counts.
  tidy: ['wool; I slept above it until the winter of 1716.', 'wool, and I slept above it, until the winter of 1716.'].map((end) => ({
    passage: 'P1', tidied: `The shop smelt of tallow and of wet ${end}`,
  })),
  titles: [
    { what: 'title', text: 'The Printer’s Boy', why: 'It is short.' },
    { what: 'subtitle', text: 'A youth between ink and the open road', why: 'It says what it is.' },
    { what: 'back-cover', text: 'He was seventeen, he had three shillings, and he had quarrelled with the only master he ever had. This is the story of a shop that smelt of tallow, and of the road that led away from it.', why: 'It gives nothing away.' },
    { what: 'cover', text: 'A composing stick with three coins in it, lying on a worn map of the coast.', why: 'It shows the trade and the road.' },
  ],
};

/** What the instructions of each work say and no other’s do. */
const marks: readonly (readonly [WordWorkKind, string])[] = [
  ['readiness', 'Each line: {"hint"'],
  ['clarifying', 'Each line: {"question"'],
  ['outline', '"continues": the name'],
  ['questions', 'Your questions bring out'],
  ['follow-up', 'your questions follow up'],
  ['rewrite-question', 'did not reach them'],
  ['contradictions', 'Each line: {"first"'],
  ['draft', '"paragraph": true'],
  ['edit', 'You edit passages'],
  ['tidy', 'You tidy up'],
  ['titles', 'Each line: {"what"'],
];

/** Which work a request is of. */
export function kindIn(messages: readonly HeardMessage[]): WordWorkKind {
  const system = messages.find(({ role }) => role === 'system')?.content ?? '';
  const [kind] = marks.find(([, mark]) => system.includes(mark)) ?? [];
  if (!kind) throw new Error('The request is of no work that is known.');
  return kind;
}

/** A model that answers every work well, and says nothing where it is not asked anything. */
export const goodAnswer = (messages: readonly HeardMessage[]): string =>
  messages.length === 0 ? '' : goodLines[kindIn(messages)].map((line) => JSON.stringify(line)).join('\n');
