import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{unit,integration,components,proofs}/**/*.test.{ts,tsx}'],
    // Real files and synced writes: slow disks are no failure of the code.
    testTimeout: 30_000,
    restoreMocks: true,
    maxWorkers: 2,
    coverage: {
      provider: 'v8',
      include: ['src-main/**/*.ts', 'src-shared/**/*.ts'],
      // These start Electron or a thread; the end-to-end tests run them.
      exclude: [
        'src-main/main.ts',
        'src-main/preload.ts',
        'src-main/cli/main.ts',
        'src-main/worker/worker.ts',
        'src-main/shell/{desktop,desktop-settings,dialogs,folders,guards,ipc-bridge,menu,mishaps,protocols,theme,window}.ts',
      ],
      reporter: ['text-summary', 'json-summary'],
      thresholds: { lines: 90 },
    },
  },
});
