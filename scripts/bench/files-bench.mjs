/** Importing and exporting whole books through the command line, start and all, beside pandoc's. */
import { createCli, libraryOf } from './cli.mjs';
import { repeat, runProgram } from './measure.mjs';

const runs = 3;
const formats = [
  { format: 'docx', goal: '≤ 0.1×, ≤ 120 MiB' },
  { format: 'epub', goal: '≤ 0.05×, ≤ 120 MiB' },
  { format: 'pdf', goal: '≤ 250 MiB', withoutPeer: true },
];

export async function importBenchmark({ workspace, texts }) {
  const rows = [];
  const cli = createCli(workspace);
  for (const text of texts) {
    const { ms, peakMiB } = await repeat(runs, (run) => cli(workspace.path(`import-${text.words}-${run}`), 'import', text.file));
    rows.push({ work: `import Markdown, ${text.label}`, ms, peakMiB });
  }
  return rows;
}

export async function exportBenchmark({ workspace, peers, texts }) {
  const rows = [];
  for (const text of texts) {
    const { library, bookId, cli } = await libraryOf({ workspace, text });
    for (const { format, goal, withoutPeer = false } of formats) {
      const out = workspace.path(`ours.${format}`);
      const ours = await repeat(runs, () => cli(library, 'export', bookId, '--format', format, '--out', out));
      const row = { work: `export ${format}, ${text.label}`, ms: ours.ms, peakMiB: ours.peakMiB, goal };
      if (withoutPeer || !peers.has('pandoc')) {
        rows.push(row);
        continue;
      }
      const theirs = await repeat(1, () => runProgram('pandoc', ['-f', 'markdown', text.file, '-o', workspace.path(`pandoc.${format}`)]));
      rows.push({ ...row, peer: 'pandoc', peerMs: theirs.ms, peerPeakMiB: theirs.peakMiB });
    }
  }
  return rows;
}
