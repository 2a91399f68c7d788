/** Importing and exporting whole books through the command line, start and all, beside pandoc's. */
import { threefold } from './books.mjs';
import { createCli, libraryOf } from './cli.mjs';
import { repeat, runProgram } from './measure.mjs';
import { findTypst } from './peers.mjs';
import { printWithChromium, printWithTypst } from './print-peers.mjs';

const runs = 3;

export async function importBenchmark({ workspace, texts }) {
  const rows = [];
  const cli = createCli(workspace);
  for (const text of texts) {
    const { ms, peakMiB } = await repeat(runs, (run) => cli(workspace.path(`import-${text.words}-${run}`), 'import', text.file));
    rows.push({ work: `import Markdown, ${text.label}`, ms, peakMiB });
  }
  return rows;
}

/** Each format beside what else makes it. A peer that cannot be had has no row; it says so itself. */
export async function exportBenchmark({ workspace, peers, texts }) {
  const rows = [];
  const compiler = findTypst(console.error);
  for (const text of texts) {
    const { library, bookId, cli } = await libraryOf({ workspace, text });
    const pandoc = peers.has('pandoc')
      ? (format) => () => runProgram('pandoc', ['-f', 'markdown', text.file, '-o', workspace.path(`pandoc.${format}`)])
      : () => undefined;
    const formats = [
      { format: 'docx', goal: '≤ 0.1×, ≤ 120 MiB', beside: { pandoc: pandoc('docx') } },
      { format: 'epub', goal: '≤ 0.05×, ≤ 120 MiB', beside: { pandoc: pandoc('epub') } },
      { format: 'pdf', goal: '≤ 1× Typst, ≤ 0.25× Chromium, ≤ 250 MiB', beside: {
        Typst: compiler && (() => printWithTypst({ workspace, text, compiler })),
        Chromium: () => printWithChromium({ workspace, text }),
      } },
    ];
    for (const { format, goal, beside } of formats) {
      const out = workspace.path(`ours.${format}`);
      const { ms, peakMiB } = await repeat(runs, () => cli(library, 'export', bookId, '--format', format, '--out', out));
      const row = { work: `export ${format}, ${text.label}`, ms, peakMiB, goal };
      const measured = await besides(beside);
      rows.push(...(measured.length === 0 ? [row] : measured.map((peer) => ({ ...row, ...peer }))));
    }
  }
  return rows;
}

/** Whether memory and time stay in proportion: the longest text three times over, beside itself once. */
export async function largeExportBenchmark({ workspace, texts }) {
  const once = texts.at(-1);
  const large = threefold(workspace, once);
  const [long, short] = [await libraryOf({ workspace, text: large }), await libraryOf({ workspace, text: once })];
  const rows = [];
  for (const [format, goal] of [['docx', 'memory +15 %'], ['epub', 'memory +15 %'], ['pdf', 'memory × 1.5']]) {
    const exporting = ({ library, bookId, cli }) => repeat(runs, () => cli(library, 'export', bookId, '--format', format, '--out', workspace.path(`large.${format}`)));
    const { ms, peakMiB } = await exporting(long);
    const { ms: peerMs, peakMiB: peerPeakMiB } = await exporting(short);
    rows.push({ work: `export ${format}, ${large.label}`, ms, peakMiB, goal, peer: once.label, peerMs, peerPeakMiB });
  }
  return rows;
}

/** Runs each peer once; one that fails is named and left out. */
async function besides(beside) {
  const rows = [];
  for (const [peer, run] of Object.entries(beside)) {
    if (run === undefined) continue;
    try {
      const { ms, peakMiB } = await run();
      rows.push({ peer, peerMs: ms, peerPeakMiB: peakMiB });
    } catch (cause) {
      console.error(`${peer} is left out: ${cause.message}`);
    }
  }
  return rows;
}
