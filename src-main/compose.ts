import type { Handlers, Publish } from '../src-shared/ipc/contract';
import type { Result } from '../src-shared/result';
import { join } from 'node:path';
import { assembleGate } from './ai/assemble';
import type { Patience } from './ai/patience';
import { createSpendingService } from './ai/spending-service';
import { createAnnouncer } from './announce';
import { createAppService } from './app-service';
import { createBookService } from './book/book-service';
import type { OpenBook } from './book/open-book';
import { createBookProblemReporter } from './book-problems';
import { createBriefService } from './brief/brief-service';
import { createCoWriterService } from './co-writer/co-writer-service';
import { createSetUpService } from './co-writer/set-up-service';
import { createSuggestionService } from './co-writer/suggestion-service';
import { composeWorks } from './compose-works';
import type { Log } from './diagnostics/log';
import { createProblems } from './diagnostics/problems';
import { createTimings } from './diagnostics/timings';
import { createCoverService } from './cover/cover-service';
import { createDisclosureService } from './disclosure/disclosure-service';
import { createDraftService } from './drafting/draft-service';
import { createExportService } from './exporting/export-service';
import { AppFailure } from './failure';
import { nodeDisk, type Disk } from './files/disk';
import { createFiles } from './files/files';
import { createImageService } from './images/image-service';
import { createImportCalls } from './importing/import-calls';
import { createImportService } from './importing/import-service';
import { createManuscriptImports } from './importing/manuscript-imports';
import { createBookStore } from './importing/store-book';
import { createAnswerService } from './interview/answer-service';
import { createAsking } from './interview/asking';
import { createHistoryResets } from './interview/history-resets';
import { createInterviewService } from './interview/interview-service';
import { createPacks } from './interview/packs';
import { createProposalService } from './interview/proposal-service';
import { answersOf } from './interview/question-records';
import { tokensOf } from './interview/similarity';
import { createDispatcher } from './ipc/dispatcher';
import { createLibrary } from './library/library';
import { emptyOldTrash } from './library/empty-old-trash';
import { createLibraryService, defaultLibraryFolder } from './library/library-service';
import { saveOutside } from './library/save-outside';
import { createMergeService } from './merging/merge-service';
import { createKeptProposals } from './outline/kept-proposals';
import { createOutlineService } from './outline/outline-service';
import { createPreflightService } from './preflight/preflight-service';
import { createProgressService } from './progress/progress-service';
import type { SecretVault } from './secrets/secret-vault';
import { createSessionVault } from './secrets/session-vault';
import { createSettingsService } from './settings/settings-service';
import type { SettingsStore } from './settings/settings-store';
import type { Dialogs, Opener, WindowControl } from './shell-ports';
import { createSnapshotService } from './snapshots/snapshot-service';
import { createTaskService } from './tasks/task-service';
import { createTextService } from './writing/text-service';
import { usualWaits, type Waits } from './waiting/queue';
import { createWaitingService } from './waiting/waiting-service';
import { createJobRunner } from './worker/run-job';

/** What the outside gives the application. Everything that a test replaces is here. */
export type World = {
  readonly folders: { readonly user: string; readonly documents: string; readonly resources: string; readonly logs: string };
  readonly settingsStore: SettingsStore;
  readonly dialogs: Dialogs;
  readonly opener: Opener;
  readonly windowControl: WindowControl;
  readonly publish: Publish;
  readonly log: Log;
  readonly version: string;
  readonly platform: 'mac' | 'windows' | 'linux';
  readonly runtime: string;
  readonly now: () => number;
  readonly newId: () => string;
  /** The built worker. */
  readonly workerFile: string;
  readonly disk?: Disk;
  /** Where keys are kept; without one they last until the application ends. */
  readonly vault?: SecretVault;
  /** Other times to wait for models than the usual ones. */
  readonly patience?: Partial<Patience>;
  /** Other times between attempts at what waits for a model than the usual ones. */
  readonly waits?: Partial<Waits>;
  /** The library to open whatever the settings say, and whether only for reading: the command line's choice. */
  readonly library?: { readonly folder: string; readonly readOnly: boolean };
  readonly checkOutputs?: boolean;
};

/** Runs something later, without keeping the process alive for it; answers the way to call it off. */
function later(run: () => void, afterMs: number): () => void {
  const timer = setTimeout(run, afterMs).unref();
  return () => clearTimeout(timer);
}

/** Joins the services. Starts nothing: `start` opens the library, `shutdown` writes everything out. */
export function compose(world: World) {
  const { folders, log, now, newId } = world;
  const publish: Publish = (name, payload) => {
    world.publish(name, payload);
    if (name === 'settings.changed') waiting.settingsChanged();
    if (name === 'library.changed' || name === 'book.changed') waiting.booksChanged();
  };
  const files = createFiles({ disk: world.disk ?? nodeDisk, newId });
  const problems = createProblems({ publish, now, newId });
  const timings = createTimings();
  const settings = createSettingsService({ store: world.settingsStore, publish, report: problems.report, now });
  const runJob = createJobRunner({ workerFile: world.workerFile });
  const tasks = createTaskService({ publish, newId, opener: world.opener });
  const announce = createAnnouncer(publish);
  const library = createLibrary({
    files, now, newId,
    onChange: announce,
    onBooksChanged: () => publish('library.changed', null),
    onProblem: createBookProblemReporter({ report: problems.report, log }),
  });
  const dialogs = saveOutside(world.dialogs, () => library.folder().path);
  const openBook = (bookId: string): Promise<OpenBook> => library.open(bookId);
  const bookFolder = (bookId: string): string => library.folder().bookFolder(bookId);
  const assetsFolder = (bookId: string): string => join(bookFolder(bookId), 'assets');
  const libraryPath = (): string => world.library?.folder ?? (settings.current().libraryFolder || defaultLibraryFolder(folders.documents));

  const packs = createPacks({ read: files.read, folder: join(folders.resources, 'packs') });
  const shelf = createLibraryService({
    library, dialogs, now,
    authorName: () => settings.current().authorName,
    async rememberFolder(libraryFolder) {
      await settings.update({ libraryFolder });
    },
  });
  const snapshots = createSnapshotService({ openBook, assetsFolder, files, newId, now });
  const images = createImageService({ openBook, assetsFolder, files, dialogs, runJob, rememberBook: library.remember });
  const covers = createCoverService({
    openBook, dialogs, files, runJob,
    choosePicture: images.choose, keepAsset: images.keep, rememberBook: library.remember,
  });
  const disclosure = createDisclosureService({ openBook, bookFolder, dialogs, files, now });
  const exporting = createExportService({
    openBook, bookFolder, resources: folders.resources, dialogs, tasks, runJob, newId, writeStatement: disclosure.writeStatement,
  });
  const manuscripts = createManuscriptImports({
    publish, newId,
    jobs: {
      read: (source, control) => runJob('readManuscript', { source }, control),
      seed: (input, control) => runJob('seedBook', input, control),
    },
    storeBook: createBookStore({ library, createBook: shelf.create, openBook, assetsFolder, files, newId, now }),
  });
  const importing = createImportService({
    library, createBook: shelf.create, openBook, manuscripts, resources: folders.resources, newId, now,
  });
  const historyResets = createHistoryResets({
    files, path: join(folders.user, 'interview-history.json'), quarantineFolder: join(folders.user, 'quarantine'), now,
  });
  const progress = createProgressService({
    files, path: join(folders.user, 'progress.json'), quarantineFolder: join(folders.user, 'quarantine'), publish, log, now,
    later,
  });
  const { noteWords } = progress;
  const vault = world.vault ?? createSessionVault();
  const coWriter = () => settings.current().coWriter;
  const { gate, ledger, prices } = assembleGate({
    settings: coWriter, vault, files, report: problems.report, log, now, newId,
    onAnswered: () => waiting.serverAnswered(),
    folders: { user: folders.user, resources: folders.resources, quarantine: join(folders.user, 'quarantine') },
    ...(world.patience ? { patience: world.patience } : {}),
  });
  const asking = createAsking({ packFor: packs.packFor, settings: settings.current, historyResets, newId });
  const drafts = createDraftService({ openBook, answersOf, commonWords: packs.wordsOf, newId, now });
  const proposals = createKeptProposals({ openBook, newId, now });
  const suggestions = createSuggestionService({ openBook, newId, now });
  const works = composeWorks({
    asking, newId, now, commonWords: packs.wordsOf,
    settings: settings.current, spent: ledger.spentOn,
    takeImage: images.take,
    keepDraft: drafts.keep, keepProposal: proposals.keep, keepSuggestions: suggestions.keep,
  });
  const coWriterService = createCoWriterService({ openBook, gate, works, prices, publish, newId, log });
  const waiting = createWaitingService({
    files, library, publish, log, newId, now, later,
    perform: coWriterService.perform, admit: gate.admit, settings: coWriter,
    report: problems.report, random: Math.random, waits: { ...usualWaits, ...world.waits },
  });
  /** A command does what it was asked and no more; what waits is done by the application, when it has the library. */
  const openWaiting = () => waiting.open({ mayRun: !world.library });

  /** Takes books or the library away only when no waiting work is on them. */
  async function withoutWaiting<T>(work: () => Promise<T>): Promise<T> {
    await waiting.halt();
    return work().finally(openWaiting);
  }

  const handlers: Handlers = {
    ...createAppService({
      version: world.version, platform: world.platform, runtime: world.runtime, logFolder: folders.logs, libraryFolder: libraryPath,
      problems, timings, settings, windowControl: world.windowControl, log,
    }),
    ...shelf,
    'library.purge': (input) => withoutWaiting(() => shelf['library.purge'](input)),
    'library.chooseFolder': (input) => withoutWaiting(() => shelf['library.chooseFolder'](input)),
    ...importing,
    ...createImportCalls({ manuscripts, dialogs, openBook, assetsFolder, files }),
    ...createBookService({ openBook, closeBook: library.close, bookFolder, files }),
    ...createBriefService({ openBook, packFor: packs.packFor, tokensOf, newId, now }),
    ...createOutlineService({ openBook, newId, now }),
    ...createInterviewService({ openBook, asking, historyResets, newId, now }),
    ...createAnswerService({ openBook, newId, now, noteWords }),
    ...createProposalService({ openBook, packFor: packs.packFor }),
    ...drafts,
    ...proposals,
    ...coWriterService,
    ...waiting,
    ...suggestions,
    ...createPreflightService({ openBook, bookFolder, resources: folders.resources, runJob }),
    ...disclosure,
    ...createTextService({ openBook, now, noteWords }),
    ...snapshots,
    ...images,
    ...covers,
    ...exporting,
    ...tasks,
    ...progress.calls,
    ...createSetUpService({ settings: coWriter, vault, gate }),
    ...createSpendingService({
      ledger, dialogs, files, now,
      bookTitles: async () => new Map((await library.summaries()).map(({ id, title }) => [id, title])),
    }),
  };

  const dispatch = createDispatcher({ handlers, log, timings, nowMs: () => performance.now(), checkOutputs: world.checkOutputs ?? false });
  let opened: Promise<void> = Promise.resolve();
  let isEnding = false;

  async function openLibrary(): Promise<void> {
    try {
      await library.openFolder(libraryPath(), { readOnly: world.library?.readOnly ?? false });
      // A command does what it was asked and no more.
      if (!world.library) await emptyOldTrash({ library, files, afterDays: settings.current().purgeTrashAfterDays, now });
    } catch (cause) {
      if (!(cause instanceof AppFailure)) throw cause;
      log.warn(library.isOpen() ? 'library.trash-kept' : 'library.closed', { code: cause.error.code });
    }
    await openWaiting();
  }

  return {
    /** Answers a call; those about books wait until the library is open. */
    dispatch: async (name: string, input: unknown): Promise<Result<unknown>> => {
      // Who asks for the shelf anew may have put right what kept the library closed.
      if (name === 'library.list') opened = opened.then(() => (library.isOpen() || isEnding ? undefined : openLibrary()));
      if (!/^(?:app|settings)\./.test(name)) await opened;
      return dispatch(name, input);
    },
    /**
     * Reads the settings before it returns, and opens the library. When that fails the application runs on, and every
     * call about books says why.
     */
    start(): Promise<void> {
      const settingsRead = settings.start();
      opened = openLibrary();
      return Promise.all([opened, settingsRead]).then(() => undefined);
    },
    /** Stops what runs and writes everything out; one failing part does not stop the others. */
    async shutdown(): Promise<void> {
      isEnding = true;
      manuscripts.shutdown();
      await coWriterService.shutdown();
      await waiting.halt();
      await tasks.shutdown();
      await progress.shutdown();
      await ledger.shutdown();
      await library.shutdown();
    },
    readAsset: images.readAsset,
    /** What the command line does beyond the calls. */
    tools: { library, files, importing, exporting, snapshots, merging: createMergeService({ files, library }) },
  };
}

export type Application = ReturnType<typeof compose>;
