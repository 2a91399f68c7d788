import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compose } from '../../src-main/compose';
import { createLog } from '../../src-main/diagnostics/log';
import { nodeDisk, type Disk } from '../../src-main/files/disk';
import type { CallName } from '../../src-shared/ipc/contract';
import type { Interview } from '../../src-shared/domain/interview';
import type { WaitingWork } from '../../src-shared/ipc/waiting-calls';
import type { Result } from '../../src-shared/result';
import { countIds, dumpOf } from '../support/builders';
import { createCrashDisk, withoutLocks, type Image } from '../support/crash-disk';
import { createFailingDisk, type Fault } from '../support/failing-disk';
import { createReader, meetEveryFault, withoutTimes, type Dump, type Outcome } from '../support/io-run';

const library = '/lib';
const resources = join(import.meta.dirname, '../../resources');

/** The disk of the test, with the files that ship with the application beside it. */
const withResources = (disk: Disk): Disk => ({
  ...disk,
  read: (path) => (path.startsWith(resources) ? nodeDisk.read(path) : disk.read(path)),
});

const never = async (): Promise<never> => {
  throw new Error('No dialog is asked here.');
};

/** The whole application on a disk in memory. */
function start(disk: Disk, prefix: string) {
  let nowMs = Date.UTC(2026, 0, 1);
  return compose({
    folders: { user: '/user', documents: '/documents', resources, logs: '/logs' },
    settingsStore: { read: () => ({ state: 'missing' }), write: async () => undefined, quarantine: () => '' },
    dialogs: { chooseFolder: never, chooseFile: never, chooseSaveFile: never },
    opener: { openFile: never, showFile: never },
    windowControl: { toggleFullScreen: () => undefined, quit: () => undefined },
    publish: () => undefined,
    log: createLog({ sink: () => undefined, now: () => nowMs }),
    version: '0.0.0-test', platform: 'linux', runtime: 'test', workerFile: '', checkOutputs: true,
    now: () => (nowMs += 1),
    newId: countIds(prefix),
    disk: withResources(disk),
    library: { folder: library, readOnly: false },
  });
}

type App = ReturnType<typeof start>;
type Ids = Readonly<Record<'bookId' | 'one' | 'two' | 'section' | 'trashed' | 'q1' | 'q2' | 'q3' | 'q4' | 'qTrashed' | 'clarification' | 'draftId' | 'proposal' | 'suggestion' | 'archived' | 'inTrash' | 'waits1' | 'waits2', string>>;

async function get<T>(app: App, name: CallName, input: unknown): Promise<T> {
  const answer = (await app.dispatch(name, input)) as Result<T>;
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
  return answer.value;
}

/** A library in the middle of work: an outline, an interview, a draft, things in the trash. */
async function prepare(): Promise<{ image: Image; ids: Ids }> {
  const disk = createCrashDisk();
  const app = start(disk.disk, 'p');
  await app.start();
  const book = async (title: string) => (await get<{ bookId: string }>(app, 'library.create', { title, genre: 'memoir' })).bookId;
  const [bookId, archived, inTrash] = [await book('The Tin Boat'), await book('Put aside'), await book('Thrown away')];
  await get(app, 'library.archive', { bookId: archived, archived: true });
  await get(app, 'library.trash', { bookId: inTrash });
  const add = async (kind: string, title: string, parentId: string | null) =>
    (await get<{ nodeId: string }>(app, 'outline.add', { bookId, kind, matter: null, parentId, beforeId: null, title, description: '' })).nodeId;
  const [one, two, trashed] = [await add('chapter', 'One', null), await add('chapter', 'Two', null), await add('chapter', 'Three', null)];
  const section = await add('section', 'A part of it', one);
  await get(app, 'outline.trash', { bookId, nodeIds: [trashed] });
  const { questions } = await get<Interview>(app, 'interview.generate', { bookId, chapterId: one, count: 5 });
  const [q1 = '', q2 = '', q3 = '', q4 = '', qTrashed = ''] = questions.map(({ id }) => id);
  for (const questionId of [q1, q2, q3]) {
    await get(app, 'answer.save', { bookId, questionId, text: `We rowed at night. The answer of ${questionId} is long enough.`, state: 'complete', source: 'typed' });
  }
  await get(app, 'interview.trash', { bookId, questionId: qTrashed });
  const { id: draftId } = await get<{ id: string }>(app, 'draft.create', { bookId, chapterId: one, style: 'tidied' });
  const [first] = await get<{ id: string }[]>(app, 'brief.askClarifications', { bookId });
  const { book: opened } = await app.tools.library.open(bookId);
  await opened.change('Propose an outline', (tx) => tx.set('proposals', 'proposal', { createdAt: '', label: 'By a model', chapters: [], trashedAt: null }));
  await opened.change('Suggest', (tx) => tx.set('suggestions', 'suggestion', { chapterId: one, before: 'We rowed.', after: 'We rowed on.' }));
  const wait = async (ask: object) => (await get<{ id: string }>(app, 'waiting.add', { bookId, ...ask })).id;
  const [waits1, waits2] = [await wait({ kind: 'clarifying' }), await wait({ kind: 'questions', chapterId: one, count: 3 })];
  await app.shutdown();
  return { image: withoutLocks(disk.whole()), ids: { bookId, one, two, section, trashed, q1, q2, q3, q4, qTrashed, clarification: first?.id ?? '', draftId, proposal: 'proposal', suggestion: 'suggestion', archived, inTrash, waits1, waits2 } };
}

type Case = (ids: Ids) => object | null;

/** Where the disk’s failures are met for a call that has no line here. */
type Elsewhere =
  | 'it works in the background, and stores what it found as the calls above do'
  | 'it keeps what waits as the calls above do'
  | 'it only reads' | 'io-errors.test.ts' | 'it keeps nothing in the library' | 'its work is done by a worker, on files of its own';
const reads = 'it only reads';
const above = 'io-errors.test.ts';
const apart = 'it keeps nothing in the library';
const worker = 'its work is done by a worker, on files of its own';

/** Every call of the contract: what it is asked here, or where else its failures are met. */
const cases: Readonly<Record<CallName, Case | Elsewhere>> = {
  'app.info': reads, 'app.problems': reads, 'app.dismissProblem': apart, 'app.diagnostics': reads, 'app.reportError': apart,
  'app.quit': apart, 'app.toggleFullScreen': apart, 'settings.read': reads, 'settings.update': apart,
  'library.list': reads, 'library.create': above, 'library.openSample': worker, 'library.chooseFolder': above,
  'import.choose': worker, 'import.drop': worker, 'import.preview': reads, 'import.store': worker, 'import.cancel': apart,
  'import.kept': reads, 'import.saveOriginal': apart,
  'library.trash': above, 'library.purge': above,
  'library.archive': ({ archived }) => ({ bookId: archived, archived: false }),
  'library.restore': ({ inTrash }) => ({ bookId: inTrash }),
  'book.open': above, 'book.close': above, 'book.undo': above, 'book.redo': above, 'book.undoState': reads, 'book.search': reads,
  'book.workplace': reads, 'book.chooseCover': worker,
  'book.rememberWorkplace': ({ bookId, one }) => ({ bookId, part: { screen: 'write', tabs: [one], activeTab: one, places: { [one]: { cursor: 3, scrollPx: 40 } } } }),
  'brief.read': reads,
  'brief.update': ({ bookId }) => ({ bookId, patch: { title: 'The Tin Boats', summary: 'A boat, a river, and a night that was too short.' } }),
  'brief.askClarifications': ({ bookId }) => ({ bookId }),
  'brief.answerClarification': ({ bookId, clarification }) => ({ bookId, id: clarification, answer: 'For my daughter.', state: 'answered' }),
  'brief.keepPrivate': ({ bookId, clarification }) => ({ bookId, id: clarification, isPrivate: true }),
  'snapshot.take': above, 'snapshot.list': reads, 'snapshot.compare': reads, 'snapshot.restore': above,
  'outline.read': reads, 'outline.propose': reads, 'outline.accept': above, 'outline.trash': above, 'outline.restore': above,
  'outline.trashed': reads, 'outline.split': above, 'outline.merge': above,
  'outline.add': ({ bookId, two }) => ({ bookId, kind: 'chapter', matter: null, parentId: null, beforeId: two, title: 'Between', description: 'New.' }),
  'outline.update': ({ bookId, two }) => ({ bookId, nodeId: two, title: 'Second', description: 'Renamed.' }),
  'outline.move': ({ bookId, section, two }) => ({ bookId, nodeIds: [section], parentId: two, beforeId: null }),
  'outline.setStatus': ({ bookId, one, two }) => ({ bookId, nodeIds: [one, two], status: 'in-progress' }),
  'interview.read': reads, 'interview.trashed': reads, 'interview.history': reads,
  'interview.generate': ({ bookId, two }) => ({ bookId, chapterId: two, count: 4 }),
  'interview.addOwn': ({ bookId, two }) => ({ bookId, chapterId: two, text: 'Who held the lamp that night?', kind: 'person' }),
  'interview.reorder': ({ bookId, q4, q1 }) => ({ bookId, questionId: q4, beforeId: q1 }),
  'interview.skip': ({ bookId, q4 }) => ({ bookId, questionId: q4, skipped: true }),
  'interview.giveFeedback': ({ bookId, q4 }) => ({ bookId, questionId: q4, feedback: 'too-hard' }),
  'interview.rewrite': ({ bookId, q4 }) => ({ bookId, questionId: q4 }),
  'interview.trash': ({ bookId, q4 }) => ({ bookId, questionId: q4 }),
  'interview.restore': ({ bookId, qTrashed }) => ({ bookId, questionId: qTrashed }),
  'interview.resetHistory': ({ bookId }) => ({ bookId }),
  'answer.save': ({ bookId, q4 }) => ({ bookId, questionId: q4, text: 'Nobody did; we rowed in the dark.', state: 'complete', source: 'typed' }),
  'answer.keepPrivate': ({ bookId, q1 }) => ({ bookId, questionId: q1, isPrivate: true }),
  'answer.revisions': reads,
  'draft.create': ({ bookId, one }) => ({ bookId, chapterId: one, style: 'as-spoken' }),
  'draft.list': reads,
  'outline.proposals': reads,
  'outline.discardProposal': ({ bookId, proposal }) => ({ bookId, proposalId: proposal }),
  'suggestion.list': reads,
  'suggestion.settle': ({ bookId, suggestion }) => ({ bookId, ids: [suggestion], state: 'accepted' }),
  'disclosure.read': reads, 'disclosure.sentences': reads, 'disclosure.export': apart,
  'disclosure.answer': ({ bookId }) => ({ bookId, patch: { images: 'none', tools: 'quill-7b' } }),
  'coWriter.status': reads, 'coWriter.models': reads, 'coWriter.preview': reads, 'coWriter.setKey': apart,
  'coWriter.start': 'it works in the background, and stores what it found as the calls above do', 'coWriter.cancel': apart,
  'waiting.list': reads, 'waiting.tryNow': apart,
  'waiting.add': ({ bookId }) => ({ kind: 'outline', bookId }),
  'waiting.runFirst': ({ waits2 }) => ({ id: waits2 }),
  'waiting.cancel': ({ waits1 }) => ({ id: waits1 }),
  'waiting.retry': 'it keeps what waits as the calls above do',
  'spending.read': reads, 'spending.export': apart,
  'draft.discard': ({ bookId, draftId }) => ({ bookId, draftId }),
  'text.open': reads, 'text.append': above, 'text.close': reads,
  'text.settleArrivals': ({ bookId, one }) => ({ bookId, chapterId: one, ids: ['a1', 'a2'] }),
  'image.add': worker, 'image.choose': worker, 'image.read': reads,
  'cover.read': reads, 'cover.choosePicture': worker, 'cover.use': worker, 'cover.save': worker,
  'cover.change': ({ bookId }) => ({ bookId, patch: { palette: 'midnight', line: 'A novel', idea: 'A boat at night.' } }),
  'export.start': worker, 'export.history': reads, 'preflight.check': worker,
  'task.list': reads, 'task.cancel': apart, 'task.openResult': apart, 'task.showResult': apart,
  'progress.today': reads,
};

/** What the author finds in the library: every book, where they were in it, and since when its interview is learned from. */
async function dumpLibrary(app: App): Promise<Dump> {
  const found = new Map<string, string>();
  for (const { id } of await app.tools.library.summaries()) {
    found.set(id, withoutTimes(await dumpOf(await app.tools.library.open(id))));
    found.set(`${id} workplace`, JSON.stringify(await get(app, 'book.workplace', { bookId: id })));
    const waiting = await get<WaitingWork[]>(app, 'waiting.list', null);
    found.set('what waits', JSON.stringify(waiting.map(({ bookId, kind, about }) => [bookId, kind, about])));
    found.set(`${id} history`, JSON.stringify(await get(app, 'interview.history', { bookId: id })));
  }
  return found;
}

const reopened = createReader(async (image) => {
  const app = start(createCrashDisk(image).disk, 'r');
  await app.start();
  return dumpLibrary(app);
});

async function run(image: Image, bookId: string, ask: (app: App) => Promise<Result<unknown>>, fault: Fault | undefined): Promise<Outcome> {
  const disk = createCrashDisk(image);
  const failing = createFailingDisk(disk.disk);
  const app = start(failing.disk, 'x');
  await app.start();
  await get(app, 'book.open', { bookId });
  failing.plan(fault);
  const answer = await ask(app);
  const [steps, failed] = [failing.count(), failing.failed()];
  failing.plan(undefined);
  // A disk that fails is expected; only a bug answers `internal`.
  if (!answer.ok && answer.error.code === 'internal') throw new Error(`${JSON.stringify(fault)}: ${answer.error.message}`);
  return { image: disk.whole(), seen: await dumpLibrary(app), isOk: answer.ok, steps, failed };
}

const asked = Object.entries(cases).filter((entry): entry is [CallName, Case] => typeof entry[1] === 'function');

test.each(asked)('%s: whichever operation of the disk fails, it happens or it does not', { timeout: 120_000 }, async (name, inputOf) => {
  const { image, ids } = await prepare();
  const { faults, steps } = await meetEveryFault({
    image, reopened, run: (fault) => run(image, ids.bookId, (app) => app.dispatch(name, inputOf(ids)), fault),
  });
  console.log(`${name}: ${faults} faults in ${steps} operations`);
  expect(steps).toBeGreaterThan(0);
});
