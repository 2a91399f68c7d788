/** Runs a program and gives how long it took and the most memory it held at once. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const pollMs = 25;

/** The most memory of a process so far, in MiB, as Linux counts it; undefined elsewhere. */
function peakOf(pid) {
  try {
    const line = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return line ? Number(line[1]) / 1024 : undefined;
  } catch {
    return undefined; // it has ended, or this is not Linux
  }
}

/**
 * What a process and all that it started hold, in MiB: each page of memory that several share is counted once.
 * Undefined where this is not Linux.
 */
export function memoryOfTree(pid) {
  const parents = new Map();
  try {
    for (const name of readdirSync('/proc')) if (/^\d+$/.test(name)) parents.set(Number(name), parentOf(name));
  } catch {
    return undefined;
  }
  if (shareOf(pid) === 0) return undefined;
  const members = new Set([pid]);
  // A child has a higher number than its parent but where numbers begin anew; a few passes find those, too.
  for (let pass = 0; pass < 4; pass += 1) for (const [one, parent] of parents) if (members.has(parent)) members.add(one);
  return [...members].reduce((sum, one) => sum + shareOf(one), 0);
}

function readProc(pid, name) {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return ''; // it has ended meanwhile
  }
}

const parentOf = (pid) => Number(/PPid:\s+(\d+)/.exec(readProc(pid, 'status'))?.[1] ?? 0);
const shareOf = (pid) => Number(/^Pss:\s+(\d+) kB/m.exec(readProc(pid, 'smaps_rollup'))?.[1] ?? 0) / 1024;

export function runProgram(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let [out, error, peakMiB] = ['', '', undefined];
    const timer = setInterval(() => (peakMiB = peakOf(child.pid) ?? peakMiB), pollMs);
    child.stdout.on('data', (chunk) => (out += chunk));
    child.stderr.on('data', (chunk) => (error += chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      clearInterval(timer);
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
