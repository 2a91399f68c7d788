/** Prints rows as one table that is aligned for people. */
const heads = ['work', 'ours', 'peer', 'peer’s time', 'ratio', 'our peak', 'peer’s peak', 'goal'];

export function printTable(rows) {
  const shown = [heads, ...rows.map(cells)];
  const widths = heads.map((_, column) => Math.max(...shown.map((row) => row[column].length)));
  for (const [index, row] of shown.entries()) {
    console.log(row.map((cell, column) => (column === 0 || column === 2 || column === 7 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join('  ').trimEnd());
    if (index === 0) console.log(widths.map((width) => '─'.repeat(width)).join('  '));
  }
}

function cells({ work, ms, peer = '—', peerMs, peakMiB, peerPeakMiB, goal = '' }) {
  const ratio = ms !== undefined && peerMs !== undefined ? `${(ms / peerMs).toFixed(2)}×` : '—';
  return [work, time(ms), peer, time(peerMs), ratio, memory(peakMiB), memory(peerPeakMiB), goal];
}

function time(ms) {
  if (ms === undefined) return '—';
  if (ms >= 10_000) return `${(ms / 1000).toFixed(1)} s`;
  if (ms >= 1_000) return `${(ms / 1000).toFixed(2)} s`;
  return ms >= 10 ? `${ms.toFixed(0)} ms` : `${ms.toFixed(2)} ms`;
}

const memory = (mib) => (mib === undefined ? '—' : `${mib.toFixed(0)} MiB`);
