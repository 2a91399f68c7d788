/**
 * Measures the application beside its peers: work, ours, peer, ratio, peak memory of each, machine load. Several runs,
 * the median; read ratios, not seconds. `npm run bench -- <name>` runs one, which a long one has to be; `npm run bench -- --list` names them;
 * `--small` measures the shorter text only.
 */
import { cpus, loadavg } from 'node:os';
import { books } from './bench/books.mjs';
import { benchmarks } from './bench/benchmarks.mjs';
import { installPeers } from './bench/peers.mjs';
import { printTable } from './bench/table.mjs';
import { createWorkspace } from './bench/workspace.mjs';
import { build } from './build.mjs';

async function bench(args) {
  const wanted = args.filter((name) => name !== '--small');
  if (wanted.includes('--list')) {
    for (const { name, work } of benchmarks) console.log(`${name.padEnd(14)} ${work}`);
    return;
  }
  const unknown = wanted.find((name) => !benchmarks.some((benchmark) => benchmark.name === name));
  if (unknown) throw new Error(`There is no benchmark “${unknown}”. See: npm run bench -- --list`);
  const chosen = benchmarks.filter(({ name, isLong }) => (wanted.length === 0 ? !isLong : wanted.includes(name)));
  build({ ifNeeded: true });
  const peers = installPeers(console.error);
  const workspace = createWorkspace();
  const texts = books(workspace).slice(0, args.includes('--small') ? 1 : undefined);
  const rows = [];
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      workspace.remove();
      process.exit(1);
    });
  }
  try {
    for (const { name, run } of chosen) {
      console.error(`Measuring ${name}.`);
      rows.push(...(await run({ workspace, peers, texts })));
    }
  } finally {
    workspace.remove();
    // What was measured before a failure is worth seeing, too.
    printTable(rows);
  }
  console.log(`\n${cpus().length} processors; load of the last minute ${loadavg()[0].toFixed(1)}. Medians; a dash where the peer has no part in it.`);
}

bench(process.argv.slice(2)).catch((cause) => {
  console.error(cause instanceof Error ? cause.message : cause);
  process.exitCode = 1;
});
