/** A display for windows where there is none: an Xvfb that picks its own number and ends when it is told. */
import { spawn, spawnSync } from 'node:child_process';

const startTimeoutMs = 15_000;

/** @returns {Promise<{ name: string | undefined, stop: () => void }>} `name` is what DISPLAY must be. */
export async function openDisplay({ size = '1920x1200x24' } = {}) {
  if (process.platform !== 'linux') return { name: undefined, stop: () => undefined };
  if (spawnSync('which', ['Xvfb']).status !== 0) {
    throw new Error('Xvfb is missing. Install it with: sudo apt-get install xvfb');
  }
  const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('Xvfb did not start.')), startTimeoutMs);
    child.once('exit', () => reject(new Error('Xvfb ended at once.')));
    child.stdio[3].once('data', (data) => {
      clearTimeout(timer);
      resolve(String(data).trim());
    });
  });
  child.unref();
  process.once('exit', () => void child.kill()); // also when it ends by a mistake
  child.stdio[3].unref();
  return { name: `:${number}`, stop: () => child.kill() };
}
