/** Runs a program and gives how long it took and the most memory it held at once. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

const pollMs = 25;

/** A file of Linux about a process; empty when the process has ended, or elsewhere. */
function readProcess(pid, name) {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}

const childrenOf = (pid) => readProcess(pid, `task/${pid}/children`).split(' ').filter((child) => child !== '');
const familyOf = (pid) => [pid, ...childrenOf(pid).flatMap(familyOf)];

function mebibytes(pid, file, field) {
  const line = new RegExp(`^${field}:\\s+(\\d+) kB`, 'mu').exec(readProcess(pid, file));
  return line ? Number(line[1]) / 1024 : undefined;
}

/**
 * Memory of a program in MiB: of one process the most so far; of several what they hold now together, where what they
 * share counts once. Undefined where it cannot be known.
 */
export function memoryOf(pid) {
  const family = familyOf(pid);
  if (family.length === 1) return mebibytes(pid, 'status', 'VmHWM');
  return family.reduce((sum, one) => sum + (mebibytes(one, 'smaps_rollup', 'Pss') ?? 0), 0);
}

export function runProgram(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let [out, error, peakMiB] = ['', '', undefined];
    const end = () => void child.kill(); // a benchmark that is stopped leaves nothing running
    process.once('exit', end);
    let timer;
    const poll = () => {
      const began = performance.now();
      const now = memoryOf(child.pid);
      if (now !== undefined) peakMiB = Math.max(peakMiB ?? 0, now);
      // Looking takes a twentieth of the time at most: what is measured should not wait for it.
      timer = setTimeout(poll, Math.max(pollMs, 20 * (performance.now() - began)));
    };
    poll();
    child.stdout.on('data', (chunk) => (out += chunk));
    child.stderr.on('data', (chunk) => (error += chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      process.off('exit', end);
      const ms = performance.now() - started;
      if (code === 0) resolve({ ms, peakMiB, out });
      else reject(new Error(`${command} ${args[0] ?? ''} ended with ${code}: ${error.trim().split('\n').at(-1) ?? ''}`));
    });
  });
}

export function median(values) {
  const sorted = values.filter((value) => value !== undefined).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** The value below which 95 of 100 lie. */
export function percentile95(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * 0.95) - 1)];
}

/** Runs work several times and gives the median of its times and of its peaks. */
export async function repeat(times, work) {
  const runs = [];
  for (let run = 0; run < times; run += 1) runs.push(await work(run));
  return { ms: median(runs.map(({ ms }) => ms)), peakMiB: median(runs.map(({ peakMiB }) => peakMiB)), last: runs.at(-1) };
}
