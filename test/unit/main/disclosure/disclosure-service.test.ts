import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { appendBlocks } from '../../../../src-main/book/text-document';
import { draftBlocks } from '../../../../src-shared/text/draft-blocks';
import { paragraph } from '../../../../src-shared/text/document';
import { sentenceSum } from '../../../../src-shared/text/provenance';
import { startApp, type TestApp } from '../../../support/start-app';

let app: TestApp;
let bookId: string;
let chapterId: string;
beforeEach(async () => {
  app = await startApp();
  ({ bookId } = await app.get('library.create', { title: 'The <Apprentice>', genre: 'memoir', author: 'Nell Harrow', language: 'en' }));
  const at = { bookId, kind: 'chapter', matter: null, parentId: null, beforeId: null, description: '' } as const;
  ({ nodeId: chapterId } = await app.get('outline.add', { ...at, title: 'Boston' }));
  const { book } = await app.app.tools.library.open(bookId);
  const textId = book.liveText(chapterId);
  const edited = { type: 'origin' as const, attrs: { kind: 'co-writer', ref: '', sum: sentenceSum('ambled') } };
  const sentence = (text: string, citations: { answerId: string; questionId: string; quote: string }[]) => ({ text, citations });
  const blocks = [
    { type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'I ' }, { type: 'text' as const, text: 'ambled', marks: [edited] }, { type: 'text' as const, text: ' home. It rained.' }] },
    ...draftBlocks({ origin: 'co-writer', privateAnswerIds: [], paragraphs: [{ sentences: [sentence('The bell rang twice.', [{ answerId: 'a', questionId: 'a', quote: 'x' }]), sentence('Nobody came.', [])] }] }),
    paragraph('Brought along.', [{ type: 'origin', attrs: { kind: 'imported', ref: '' } }]),
  ];
  await book.change('Write', (tx) => book.texts.use(textId, (doc) => tx.text(textId, appendBlocks(doc, blocks))));
  await book.change('Suggest', (tx) =>
    tx.set('suggestions', 's1', { chapterId, how: 'tighten', model: 'quill-7b', before: 'I walked slowly home.', after: 'I ambled home.', state: 'accepted' }),
  );
});
afterEach(() => app.stop());

test('words are counted by where they came from, and accepted edits apart', async () => {
  const { chapters, suggested } = await app.get('disclosure.read', { bookId });
  expect(chapters).toMatchObject([
    { title: 'Boston', assisted: 1, words: { typed: 4, 'model-supported': 4, 'model-unsupported': 3, imported: 2, 'model-edited': 0 } },
  ]);
  expect(suggested).toMatchObject({ text: 'some-minimal', images: null, tools: 'quill-7b' });
});

test('a kind is shown sentence by sentence, with its place in the chapter', async () => {
  const { sentences, total } = await app.get('disclosure.sentences', { bookId, chapterId: null, kind: 'model-unsupported', limit: 10 });
  expect(total).toBe(2);
  expect(sentences).toMatchObject([
    { chapterId, line: 0, before: '', text: 'I ambled home.' },
    { chapterId, line: 1, before: 'The bell rang twice. ', text: 'Nobody came.' },
  ]);
});

test('the author’s answers win, and the suggestion comes back when they are taken away', async () => {
  await app.get('disclosure.answer', { bookId, patch: { text: 'entire-extensive', images: 'none', tools: 'None' } });
  expect((await app.get('disclosure.read', { bookId })).present).toMatchObject({ text: 'entire-extensive', images: 'none', tools: 'None' });
  await app.get('disclosure.answer', { bookId, patch: { text: null } });
  expect((await app.get('disclosure.read', { bookId })).present).toMatchObject({ text: 'some-minimal', images: 'none' });
});

test('the statement is tied to the end of the log, and its page holds no markup of the book’s', async () => {
  app.choices.saveFile = join(app.root, 'statement.json');
  const { book } = await app.app.tools.library.open(bookId);
  const { seq, sum } = book.logEnd();
  await app.get('disclosure.export', { bookId, format: 'json' });
  const statement = JSON.parse(await readFile(app.choices.saveFile, 'utf8')) as { log: unknown };
  expect(statement).toMatchObject({ format: 'longhand-disclosure', log: [{ device: book.device, seq, checksum: sum }], evidence: { generated: 6, assisted: 1 } });
  app.choices.saveFile = join(app.root, 'statement.html');
  await app.get('disclosure.export', { bookId, format: 'html' });
  const page = await readFile(app.choices.saveFile, 'utf8');
  expect(page).toContain('The &lt;Apprentice&gt;');
  expect(page).toContain(sum);
  app.choices.saveFile = null;
  expect(await app.get('disclosure.export', { bookId, format: 'html' })).toBeNull();
});
