/** Opens the application: builds it when needed, finds an Electron, and says plainly what is missing. */
import { spawn } from 'node:child_process';
import { build } from './build.mjs';
import { findElectron, root } from './electron-runtime.mjs';
import { ensureWindowPackages } from './system-packages.mjs';

function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Chromium refuses its sandbox to root. Only this script, never the product, opens without one. */
function flagsForRoot() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return [];
  console.error('You are root, and Chromium’s sandbox does not work for root: this start is without it.');
  return ['--no-sandbox'];
}

async function start() {
  if (!hasDisplay()) {
    console.error('There is no display here, so no window can open.');
    console.error('To see the application at work without one, run: npm run demo');
    return 1;
  }
  ensureWindowPackages();
  build({ ifNeeded: true });
  const runtime = await findElectron();
  if (runtime.warning) console.error(runtime.warning);
  const args = [...flagsForRoot(), ...runtime.args, ...process.argv.slice(2)];
  const child = spawn(runtime.executable, args, { cwd: root, stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

start().then(
  (code) => (process.exitCode = code),
  (cause) => {
    console.error(cause instanceof Error ? cause.message : cause);
    process.exitCode = 1;
  },
);
