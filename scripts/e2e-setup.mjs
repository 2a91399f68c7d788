/** What the end-to-end tests need before the first: a build, an Electron and a display. Returns how to end it. */
import { build } from './build.mjs';
import { openDisplay } from './display.mjs';
import { findElectron, heldByPlaywright } from './electron-runtime.mjs';

export default async function setUp() {
  try {
    build({ ifNeeded: true });
  } catch (cause) {
    console.error(cause.message);
    throw new Error('There is no build to test.');
  }
  const runtime = await findElectron();
  const flags = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  process.env.LONGHAND_TEST_ELECTRON = JSON.stringify({
    executable: runtime.executable,
    dist: runtime.dist,
    args: [...flags, ...runtime.args],
    held: heldByPlaywright,
  });
  const display = await openDisplay();
  if (display.name) process.env.DISPLAY = display.name;
  return () => display.stop();
}
