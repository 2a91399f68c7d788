/**
 * Plays the sample book's whole journey in the real application, with no display needed. Leaves in `demo/` a picture of
 * each step and the finished files, and nothing else anywhere: its library is a scratch folder.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { playJourney } from './demo-journey.mjs';
import { openDisplay } from './display.mjs';
import { findElectron, root } from './electron-runtime.mjs';
import { ensureDisplayPackages } from './system-packages.mjs';

const windowSize = { width: 1280, height: 800 };
/** The README's pictures, made anew by `npm run demo -- --readme`. */
const readmePictures = { '07-answer.png': 'interview.png', '10-write.png': 'write.png' };
const readmeWidth = 1280;

async function demo() {
  const results = join(root, 'demo');
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  ensureDisplayPackages();
  build({ ifNeeded: true });
  const runtime = await findElectron();
  if (runtime.warning) console.error(runtime.warning);
  const display = await openDisplay();
  const scratch = mkdtempSync(join(tmpdir(), 'longhand-demo-'));
  try {
    await playJourney({ runtime, display: display.name, scratch, results, windowSize, say: (line) => console.log(line) });
  } finally {
    display.stop();
    rmSync(scratch, { recursive: true, force: true });
  }
  if (process.argv.includes('--readme')) await keepForReadme(results);
  console.log(`Everything is in ${results}.`);
}

async function keepForReadme(results) {
  const { default: sharp } = await import('sharp');
  const folder = join(root, 'resources', 'readme');
  mkdirSync(folder, { recursive: true });
  for (const [from, to] of Object.entries(readmePictures)) {
    await sharp(join(results, from)).resize({ width: readmeWidth }).png({ palette: true, effort: 10 }).toFile(join(folder, to));
  }
}

demo().catch((cause) => {
  console.error(cause instanceof Error ? cause.message : cause);
  process.exitCode = 1;
});
