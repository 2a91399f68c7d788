import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The oldest runtime the bundles must run on: Electron 25, which has Node 18 and Chromium 114. */
const nodeTarget = 'node18';
const pageTarget = 'chrome114';

const here = import.meta.dirname;
const external = ['electron', 'sharp', 'pdfkit'];

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
    plugins: [react()],
    build: {
      outDir: join(here, 'out/renderer'),
      target: pageTarget,
      minify: true,
      // Fonts and pictures stay files: the page's policy allows no data: addresses.
      assetsInlineLimit: 0,
      rolldownOptions: { input: { index: join(here, 'src-renderer/index.html') } },
    },
  },
});
