import { resolve } from 'node:path';
import type { CallName, Input, Output } from '../../src-shared/ipc/contract';
import { compose, type Application, type World } from '../compose';
import type { OpenBook } from '../book/open-book';
import { fail } from '../failure';
import { defaultLibraryFolder } from '../library/library-service';
import { createSettingsService } from '../settings/settings-service';

/** What the command line is given from outside; the desktop's part of the world it answers itself. */
export type CliWorld = Omit<World, 'dialogs' | 'opener' | 'windowControl' | 'publish' | 'library'> & {
  readonly writeOut: (text: string) => void;
  readonly writeError: (text: string) => void;
  /** Stops long work. */
  readonly signal?: AbortSignal;
};

/** The application, open on one library, as a command uses it. */
export type Session = {
  /** The value of a call; its failure ends the command. */
  readonly ask: <K extends CallName>(name: K, input: Input<K>) => Promise<Output<K>>;
  readonly openBook: (bookId: string) => Promise<OpenBook>;
  readonly tools: Application['tools'];
  readonly folder: string;
  readonly defaultPage: '6x9' | 'a4';
  /** A line about how it goes, for the person who watches. */
  readonly say: (line: string) => void;
  readonly signal: AbortSignal | undefined;
  readonly newId: () => string;
  readonly close: () => Promise<void>;
};

/** Opens the application on a library; the folder is made when it is missing, unless it is only read. */
export async function openSession(
  world: CliWorld,
  { library, readOnly, say }: { library: string | undefined; readOnly: boolean; say: (line: string) => void },
): Promise<Session> {
  const settings = createSettingsService({
    store: world.settingsStore, publish: () => undefined, report: (_severity, message) => say(message), now: world.now,
  });
  await settings.start();
  const chosen = settings.current().libraryFolder || defaultLibraryFolder(world.folders.documents);
  const folder = library === undefined ? chosen : resolve(library);
  const told = new Set<string>();
  const app = compose({
    ...world,
    dialogs: { chooseFolder: async () => null, chooseFile: async () => null, chooseSaveFile: async () => null },
    opener: { openFile: async () => undefined, showFile: async () => undefined },
    windowControl: { toggleFullScreen: () => undefined, quit: () => undefined },
    publish: (name, payload) => {
      if (name !== 'app.problemsChanged') return;
      for (const { message } of payload as readonly { readonly message: string }[]) {
        if (!told.has(message)) say(message);
        told.add(message);
      }
    },
    library: { folder, readOnly },
  });
  async function ask<K extends CallName>(name: K, input: Input<K>): Promise<Output<K>> {
    const answer = await app.dispatch(name, input);
    if (!answer.ok) fail(answer.error);
    return answer.value as Output<K>; // typed by the contract, as in the page's client
  }
  try {
    await app.start();
    // An opening that failed is told by every call about books.
    await ask('library.list', null);
  } catch (cause) {
    await app.shutdown();
    throw cause;
  }
  return {
    ask, folder, say,
    tools: app.tools,
    openBook: (bookId) => app.tools.library.open(bookId),
    defaultPage: settings.current().pageSize,
    signal: world.signal,
    newId: world.newId,
    close: () => app.shutdown(),
  };
}
