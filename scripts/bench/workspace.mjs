/** A scratch folder for libraries and results, removed at the end. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export function createWorkspace() {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-bench-'));
  return {
    folder,
    path: (...parts) => join(folder, ...parts),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
