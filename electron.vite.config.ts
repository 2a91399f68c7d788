import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The oldest runtime the bundles must run on: Electron 25, which has Node 18 and Chromium 114. */
const nodeTarget = 'node18';
const pageTarget = 'chrome114';

const here = import.meta.dirname;
const external = ['electron', 'sharp', 'pdfkit'];

/**
 * react-aria brings its few words in 34 languages. The page is in English, so the others are left out: they would be
 * a sixth of the code that is read before the window can be used.
 */
const englishOnly = {
  name: 'english-only',
  load: (id: string) =>
    /react-(?:aria|stately)[\\/]dist[\\/]private[\\/]intl[\\/].*[\\/](?!en-US)[a-z]{2}-[A-Z]{2}\.mjs$/.test(id)
      ? 'export default {};'
      : null,
};

/** Everything that runs in Node; the command line and the worker stand beside the application's own entry. */
const mainEntries = {
  main: 'src-main/main.ts',
  cli: 'src-main/cli/main.ts',
  'cli-thread': 'src-main/cli/thread.ts',
  worker: 'src-main/worker/worker.ts',
};

const input = Object.fromEntries(
  Object.entries(mainEntries)
    .map(([name, file]) => [name, join(here, file)] as const)
    .filter(([, file]) => existsSync(file)),
);

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      target: nodeTarget,
      externalizeDeps: false,
      rolldownOptions: { input, external, output: { format: 'cjs', entryFileNames: '[name].js' } },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: nodeTarget,
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: join(here, 'src-main/preload.ts') },
        external,
        output: { format: 'cjs', entryFileNames: '[name].js' },
      },
    },
  },
  renderer: {
    root: join(here, 'src-renderer'),
    plugins: [react(), englishOnly],
    build: {
      outDir: join(here, 'out/renderer'),
      target: pageTarget,
      minify: true,
      // Fonts and pictures stay files: the page's policy allows no data: addresses.
      assetsInlineLimit: 0,
      // Rooms come later than the first picture, their styles with it: nothing is ever shown undressed.
      cssCodeSplit: false,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: { index: join(here, 'src-renderer/index.html') } },
    },
  },
});
