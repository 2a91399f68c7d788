import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { appendBlocks } from '../../../../src-main/book/text-document';
import { paragraph, type DocumentNode } from '../../../../src-shared/text/document';
import { createPrivacy, openLines } from '../../../../src-shared/text/private-passages';
import type { Work } from '../../../../src-shared/ipc/co-writer-calls';
import { failureIn, startCoWriter, type CoWriterDesk } from '../../../support/start-co-writer';
import { valueOf } from '../../../support/start-interview';

const bookId = 'book1';
const chapterId = 'chapter1';
const secret = 'Silence Dogood was my other name';
let desk: CoWriterDesk;
beforeEach(async () => {
  desk = await startCoWriter();
});
afterEach(() => desk.stop());

const text = (words: string, isPrivate = false): DocumentNode =>
  isPrivate ? { type: 'text', text: words, marks: [{ type: 'private' }] } : { type: 'text', text: words };

const blocks: readonly DocumentNode[] = [
  paragraph('I was born in Boston.'),
  { type: 'paragraph', content: [text('At sixteen '), text(secret, true), text(', and nobody knew.')] },
  { type: 'blockquote', content: [{ type: 'paragraph', content: [text(secret, true)] }] },
];
const linesHere = ['I was born in Boston.', `At sixteen ${secret}, and nobody knew.`, secret];

async function write(): Promise<void> {
  await desk.book.change('Write', (tx) => desk.book.texts.use('text1', (doc) => tx.text('text1', appendBlocks(doc, blocks))));
}

const bytesOf = async (work: Work): Promise<string> => JSON.stringify((await desk.prepare(work)).prompts);

describe('what is kept from the co-writer', () => {
  test('is in no request to edit, however the passage comes in', async () => {
    await write();
    const edit = (texts: readonly string[]): Work => ({
      kind: 'edit', bookId, chapterId, how: 'clarify', keep: [],
      passages: texts.map((each, line) => ({ line, text: each })),
    });
    const sent = await bytesOf(edit([...linesHere, ` ${secret} `, `Typed a moment ago: ${secret}.`]));
    expect(sent).toContain('I was born in Boston.');
    expect(sent).not.toContain('Dogood');
    expect(sent).not.toContain('nobody knew');
    expect(await failureIn(desk.prepare(edit([secret])))).toEqual({ code: 'ai-nothing-to-send' });
  });

  test('is in no outline and in no sample of a voice', async () => {
    await write();
    expect(await bytesOf({ kind: 'outline', bookId })).not.toContain('Dogood');
    for (const word of ['ink', 'rain', 'bells']) await desk.say('chapter2', `What do you remember of the ${word}?`, `I remember the ${word} well.`);
    const sample = `Plain words.\n${secret}.`;
    const draft: Work = { kind: 'draft', bookId, chapterId: 'chapter2', style: 'own-voice', words: null, freedom: 'closer', sample };
    const sent = await bytesOf(draft);
    expect(sent).toContain('Plain words.');
    expect(sent).not.toContain('Dogood');
  });

  test('answers and answers about the book can be kept too, from every kind of work', async () => {
    const ids: string[] = [];
    for (const word of ['ink', 'rain', 'bells']) ids.push(await desk.say(chapterId, `What do you remember of the ${word}?`, `I remember the ${word} well.`));
    const told = await desk.say(chapterId, 'What did you never tell anybody?', `${secret}.`);
    await valueOf(desk.calls['brief.askClarifications']({ bookId }));
    const [clarification] = (await valueOf(desk.calls['brief.read']({ bookId }))).clarifications;
    const id = clarification?.id ?? '';
    await valueOf(desk.calls['brief.answerClarification']({ bookId, id, answer: `${secret}.`, state: 'answered' }));
    await valueOf(desk.calls['answer.keepPrivate']({ bookId, questionId: told, isPrivate: true }));
    await valueOf(desk.calls['brief.keepPrivate']({ bookId, id, isPrivate: true }));
    const works: readonly Work[] = [
      { kind: 'readiness', bookId },
      { kind: 'clarifying', bookId },
      { kind: 'outline', bookId },
      { kind: 'questions', bookId, chapterId, count: 3 },
      { kind: 'contradictions', bookId },
      { kind: 'draft', bookId, chapterId, style: 'professional', words: null, freedom: 'closer', sample: '' },
      { kind: 'titles', bookId },
    ];
    await desk.summarise('A printer’s apprentice learns to write by night.');
    for (const work of works) expect(await bytesOf(work), work.kind).not.toContain('Dogood');
    expect(await failureIn(desk.prepare({ kind: 'follow-up', bookId, questionId: told }))).toMatchObject({ code: 'ai-nothing-to-send' });
    await valueOf(desk.calls['answer.keepPrivate']({ bookId, questionId: told, isPrivate: false }));
    expect(await bytesOf({ kind: 'contradictions', bookId })).toContain('Dogood');
    expect(ids).toHaveLength(3);
  });
});

test('lines lose what is private and nothing else', () => {
  const document: DocumentNode = { type: 'doc', content: blocks };
  expect(openLines(document)).toEqual(['I was born in Boston.', 'At sixteen , and nobody knew.', '']);
  const maySend = createPrivacy([document]);
  expect(linesHere.map(maySend)).toEqual([true, false, false]);
});
