/** The services of the application without a window, bundled for measuring. */
import { createRequire } from 'node:module';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from '../electron-runtime.mjs';

const outDir = join(root, '.cache', 'bench');
const entry = '\0bench-entry';
const source = (path) => JSON.stringify(join(root, path));

/** What the measurements use of the sources. */
const code = `
export { compose } from ${source('src-main/compose.ts')};
export { createSettingsFile } from ${source('src-main/settings/settings-file.ts')};
export { createLog } from ${source('src-main/diagnostics/log.ts')};
export * as Y from 'yjs';
export { Low } from 'lowdb';
export { JSONFile } from 'lowdb/node';
`;

let bundled;

function bundle() {
  bundled ??= build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [{ name: 'entry', resolveId: (id) => (id === entry ? id : null), load: (id) => (id === entry ? code : null) }],
    ssr: { noExternal: true, external: ['electron', 'sharp', 'pdfkit'] },
    build: {
      ssr: true,
      outDir,
      target: 'node18',
      rolldownOptions: { input: { application: entry }, output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  }).then(() => createRequire(import.meta.url)(join(outDir, 'application.cjs')));
  return bundled;
}

/** Opens a library; `call` gives the value of a call or throws its failure. */
export async function openApplication({ workspace, library }) {
  const parts = await bundle();
  const app = parts.compose({
    folders: { user: workspace.path('user'), documents: workspace.folder, resources: join(root, 'resources'), logs: workspace.path('logs') },
    settingsStore: parts.createSettingsFile(workspace.path('user', 'settings.json')),
    dialogs: { chooseFolder: async () => null, chooseFile: async () => null, chooseSaveFile: async () => null },
    opener: { openFile: async () => undefined, showFile: async () => undefined },
    windowControl: { toggleFullScreen: () => undefined, quit: () => undefined },
    publish: () => undefined,
    log: parts.createLog({ sink: () => undefined, now: Date.now }),
    version: 'bench',
    platform: 'linux',
    runtime: process.version,
    now: Date.now,
    newId: randomUUID,
    workerFile: join(root, 'out', 'main', 'worker.js'),
    library: { folder: library, readOnly: false },
  });
  await app.start();
  async function call(name, input) {
    const answer = await app.dispatch(name, input);
    if (!answer.ok) throw new Error(`${name}: ${answer.error.code}`);
    return answer.value;
  }
  return { call, close: () => app.shutdown(), parts };
}
