import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { createDraftService } from '../../src-main/drafting/draft-service';
import { nodeDisk } from '../../src-main/files/disk';
import { createAnswerService } from '../../src-main/interview/answer-service';
import { answersOf, questionsOf } from '../../src-main/interview/question-records';
import { interviewLimits } from '../../src-shared/domain/interview';
import { blocksOf, insertBlocks } from '../../src-main/book/text-document';
import { paragraph } from '../../src-shared/text/document';
import { createDevice, valueOf, type Device } from './builders';
import { createRandom } from './random';

/** What the child has been told is safe; one line each on its standard output. */
export type Acknowledged =
  | { readonly did: 'open'; readonly bookId: string }
  | { readonly did: 'chapter'; readonly chapterId: string }
  | { readonly did: 'write'; readonly chapterId: string; readonly word: string }
  | { readonly did: 'answer'; readonly questionId: string; readonly word: string }
  | { readonly did: 'draft'; readonly draftId: string }
  | { readonly did: 'restore'; readonly chapterId: string; readonly words: readonly string[] };

const say = (line: Acknowledged): void => void writeSync(1, `${JSON.stringify(line)}\n`);

const newId = (): string => randomBytes(8).toString('hex');

type Interviewed = { readonly chapterId: string; readonly questions: readonly string[] };

/** A chapter with as many questions as a draft needs; those that an earlier process asked stay. */
async function interviewOf(device: Device, bookId: string): Promise<Interviewed> {
  const { book } = await device.library.open(bookId);
  const known = [...book.state.all('nodes').values()].find((node) => node.title === 'Drafting')?.id;
  const chapterId = known ?? (await device.addChapter(bookId, 'Drafting'));
  say({ did: 'chapter', chapterId });
  const questions = questionsOf(book, chapterId).map(({ id }) => id);
  while (questions.length < interviewLimits.answersBeforeDraft) {
    const questionId = newId();
    await book.change('Add a question', (tx) =>
      tx.set('questions', questionId, { chapterId, text: `What came ${questionId}?`, kind: 'scene', difficulty: 'medium', order: `a${questions.length}`, origin: 'author', skipped: false, trashedAt: null }),
    );
    questions.push(questionId);
  }
  return { chapterId, questions };
}

/** Works in a library until it is killed: types, answers, drafts, restores, adds chapters, writes out. */
async function work(folder: string, seed: number): Promise<void> {
  const random = createRandom(seed);
  const world = { now: () => Date.now(), newId };
  const device = createDevice({ disk: nodeDisk, ...world });
  const openBook = (bookId: string) => device.library.open(bookId);
  const answers = createAnswerService({ openBook, noteWords: () => undefined, ...world });
  const drafts = createDraftService({ openBook, answersOf, commonWords: async () => new Set(), ...world });
  await device.library.openFolder(folder);
  const known = (await device.library.summaries())[0]?.id;
  const bookId = known ?? (await device.shelf.create({ title: 'Under fire' }));
  say({ did: 'open', bookId });
  const { book } = await device.library.open(bookId);
  const titled = (title: string): string | undefined => [...book.state.all('nodes').values()].find((node) => node.title === title)?.id;
  const typing = titled('Typing') ?? (await device.addChapter(bookId, 'Typing'));
  say({ did: 'chapter', chapterId: typing });
  const restoring = titled('Restoring') ?? (await device.addChapter(bookId, 'Restoring'));
  say({ did: 'chapter', chapterId: restoring });
  const interview = await interviewOf(device, bookId);
  for (let count = 1; ; count += 1) {
    const word = `k${seed}n${count}x`;
    const choice = random.below(24);
    if (choice < 13) {
      await device.edit(bookId, typing, (text) => {
        insertBlocks(text, blocksOf(text).length, [paragraph(word)]);
      });
      say({ did: 'write', chapterId: typing, word });
    } else if (choice < 15) {
      await device.snapshots.take(bookId, { chapterId: typing, label: 'Before the draft', reason: 'draft' });
      await device.edit(bookId, typing, (text) => insertBlocks(text, 0, [paragraph(`${word} ${'and so it went on '.repeat(60)}`)]));
      say({ did: 'write', chapterId: typing, word });
    } else if (choice < 17) {
      await device.write(bookId, restoring, word);
      const snapshot = await device.snapshots.take(bookId, { chapterId: restoring, label: 'Kept', reason: 'by-hand' });
      await device.write(bookId, restoring, 'gone again');
      await valueOf(device.snapshots['snapshot.restore']({ bookId, snapshotId: snapshot.id }));
      say({ did: 'restore', chapterId: restoring, words: [word] });
    } else if (choice < 18) {
      say({ did: 'chapter', chapterId: await device.addChapter(bookId, word) });
    } else if (choice < 21) {
      const questionId = random.pick(interview.questions) ?? '';
      const text = `We came to ${word} at night, and nobody spoke until the morning.`;
      await valueOf(answers['answer.save']({ bookId, questionId, text, state: 'complete', source: 'typed' }));
      say({ did: 'answer', questionId, word });
    } else if (choice < 23 && answersOf(book, interview.chapterId).length === interview.questions.length) {
      const draft = await valueOf(drafts['draft.create']({ bookId, chapterId: interview.chapterId, style: 'tidied' }));
      say({ did: 'draft', draftId: draft.id });
    } else await (await device.library.open(bookId)).checkpoint();
  }
}

const [, , folder = '', seed = '1'] = process.argv;
await work(folder, Number(seed));
