import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { sentencesOf } from '../../src-main/drafting/segment';
import type { Draft } from '../../src-shared/domain/draft';
import type { HeardMessage } from '../support/model-servers/modes';
import { createRandom } from '../support/random';
import { startCoWriterApp, type CoWriterApp } from '../support/start-co-writer-app';

type BookFile = { outline: { title: string; interview: { question: string; answer: string }[] }[] };

/** A real interview: the one that ships, or the file that INTERVIEW names. */
const bookFile = process.env['INTERVIEW'] ?? join(import.meta.dirname, '../../resources/sample/sample-book.json');
const { outline } = JSON.parse(readFileSync(bookFile, 'utf8')) as BookFile;
const seed = Number(process.env['SEED'] ?? 11);
const random = createRandom(seed);
const mostQuestions = 20;
const sentencesPerPart = 40;

const flat = (text: string): string => text.replace(/\s+/gu, ' ');
const everything = flat(outline.flatMap(({ interview }) => interview.map(({ answer }) => answer)).join(' ')).toLowerCase();

/** A quote with its kind. Only `true` ones may be kept. */
type Made = { readonly answer: string; readonly quote: string; readonly kind: 'true' | 'altered' | 'invented' };

/** The answers that a request holds, by their names. */
function answersIn(messages: readonly HeardMessage[]): readonly { readonly name: string; readonly text: string }[] {
  const content = messages.map((message) => message.content).join('\n');
  return [...content.matchAll(/<material name="(A\d+)" kind="answer[^>]*>\n([\s\S]*?)\n<\/material>/gu)].map(([, name = '', text = '']) => ({ name, text }));
}

/** Words of an answer, enough to carry a sentence. */
function takeQuote(answers: ReturnType<typeof answersIn>): Made {
  for (;;) {
    const { name, text } = random.pick(answers) ?? { name: '', text: '' };
    const words = (random.pick(sentencesOf(text, 'en')) ?? '').trim().split(/\s+/u);
    const from = random.below(Math.max(1, words.length - 6));
    const quote = words.slice(from, from + 6 + random.below(5)).join(' ');
    if ((quote.match(/\p{L}{3,}/gu) ?? []).length >= 5) return { answer: name, quote, kind: 'true' };
  }
}

const alterations: readonly ((quote: string) => string)[] = [
  (quote) => quote.replace(/[a-z](?=[^a-z]*$)/u, (letter) => (letter === 'q' ? 'z' : 'q')),
  (quote) => quote.split(' ').with(2, 'moonlight').join(' '),
  (quote) => quote.split(' ').toSpliced(2, 1).join(' '),
  (quote) => quote.split(' ').toSpliced(2, 0, 'never').join(' '),
];

function alter(made: Made): Made | undefined {
  const quote = (random.pick(alterations) ?? String)(made.quote);
  // What stands somewhere by chance is no falsehood.
  return everything.includes(flat(quote).toLowerCase()) ? undefined : { ...made, quote, kind: 'altered' };
}

function make(answers: ReturnType<typeof answersIn>): Made {
  const choice = random.below(3);
  const made = takeQuote(answers);
  if (choice === 0) return made;
  if (choice === 1) return alter(made) ?? make(answers);
  return { ...made, quote: `I remember the orange balloon of ${random.below(1_000)} summers`, kind: 'invented' };
}

/** What the model wrote, sentence by sentence, since the last draft. */
let written: { readonly text: string; readonly quotes: readonly Made[] }[] = [];

/** A model that cites truly, falsely and not at all. Its sentences are numbered, so that each can be found again. */
function answer(messages: readonly HeardMessage[]): string {
  const answers = answersIn(messages);
  const lines = Array.from({ length: sentencesPerPart }, (_, index) => {
    const quotes = Array.from({ length: random.below(3) }, () => make(answers));
    const sentence = { text: `this is the sentence that has number ${written.length + 1} of all`, quotes };
    written.push(sentence);
    return JSON.stringify({ text: sentence.text, paragraph: index % 5 === 0, quotes: quotes.map(({ answer: name, quote }) => ({ answer: name, quote })) });
  });
  return lines.join('\n');
}

let app: CoWriterApp;
afterAll(() => app.stop());

async function makeChapter(bookId: string, { title, interview }: BookFile['outline'][number]): Promise<{ chapterId: string; texts: Map<string, string> }> {
  const { nodeId: chapterId } = await app.get('outline.add', { bookId, kind: 'chapter', matter: null, parentId: null, beforeId: null, title: title.slice(0, 200), description: '' });
  const texts = new Map<string, string>();
  for (const { question, answer: text } of interview.slice(0, mostQuestions)) {
    const { id } = await app.get('interview.addOwn', { bookId, chapterId, text: question, kind: 'scene' });
    await app.get('answer.save', { bookId, questionId: id, text, state: 'complete', source: 'typed' });
    texts.set(id, text);
  }
  return { chapterId, texts };
}

test('of true, altered and invented quotes in known numbers a stored draft keeps the true ones, each one, and counts the rest', { timeout: 120_000 }, async () => {
  app = await startCoWriterApp({ answer });
  const { bookId } = await app.get('library.create', { title: 'A Real Book', genre: 'memoir' });
  const counts = { chapters: 0, sentences: 0, true: 0, altered: 0, invented: 0, unsupported: 0 };
  for (const chapter of outline.filter(({ interview }) => interview.filter((each) => each.answer.trim() !== '').length >= 3)) {
    const { chapterId, texts } = await makeChapter(bookId, chapter);
    written = [];
    const ended = await app.run({ kind: 'draft', bookId, chapterId, style: 'professional', words: null, freedom: 'closer', sample: '' });
    expect(ended, `SEED=${seed}`).toMatchObject({ ok: true });
    const [draft] = (await app.get('draft.list', { bookId, chapterId })) as [Draft];
    const stored = draft.paragraphs.flatMap(({ sentences }) => sentences);
    expect(stored.map(({ text }) => text)).toEqual(written.map(({ text }) => text));
    const carried = written.map(({ quotes }) => quotes.filter(({ kind }) => kind === 'true').map(({ quote }) => flat(quote)));
    expect(stored.map(({ citations }) => citations.map(({ quote }) => flat(quote))), `SEED=${seed}`).toEqual(carried);
    expect(draft.unsupported).toBe(carried.filter((quotes) => quotes.length === 0).length);
    for (const { quote, questionId } of stored.flatMap(({ citations }) => citations)) expect(texts.get(questionId)).toContain(quote);
    counts.chapters += 1;
    counts.sentences += stored.length;
    counts.unsupported += draft.unsupported;
    for (const { kind } of written.flatMap(({ quotes }) => quotes)) counts[kind] += 1;
  }
  expect(Math.min(counts.true, counts.altered, counts.invented)).toBeGreaterThan(20);
  console.log(`SEED=${seed}: ${JSON.stringify(counts)}`);
});
