/**
 * Everything that must hold: `npm test` and the continuous integration run this. One line a stage; the last line counts
 * the tests. A failing stage does not hide the ones after it, except that nothing end to end runs without a build.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './electron-runtime.mjs';
import { ensureTestPackages } from './system-packages.mjs';

const bin = (name) => join(root, 'node_modules', '.bin', name);
const unitReport = 'test-results/unit.json';
const proofReport = 'test-results/proofs.json';
const endReport = 'test-results/e2e.json';
const only = process.argv.slice(2);

const stages = [
  { name: 'system', says: 'system packages', run: ensureTestPackages },
  { name: 'lint', says: 'lint', isCheck: true, command: [bin('eslint'), '.', '--max-warnings', '0'] },
  { name: 'types', says: 'types', isCheck: true, command: [bin('tsc'), '-b'] },
  {
    name: 'arch',
    says: 'dependency rules',
    isCheck: true,
    command: [
      bin('depcruise'),
      '--config',
      'test/architecture/dependency-rules.cjs',
      'src-shared',
      'src-main',
      'src-renderer',
    ],
  },
  { name: 'unused', says: 'unused code', isCheck: true, command: [bin('knip')] },
  // Integration tests start the built worker and command line.
  { name: 'build', says: 'build', isCheck: true, command: [process.execPath, 'scripts/build.mjs'] },
  {
    name: 'unit',
    says: 'unit, component and integration tests with coverage',
    command: [
      bin('vitest'),
      'run',
      'test/unit',
      'test/integration',
      'test/components',
      '--coverage',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${unitReport}`,
    ],
    report: unitReport,
    needs: 'build',
  },
  {
    // Without coverage: counting lines would double the time of millions of small steps.
    name: 'proofs',
    says: 'proofs of the store: crashes, faults, damage, kills, three devices',
    command: [bin('vitest'), 'run', 'test/proofs', '--reporter=dot', '--reporter=json', `--outputFile.json=${proofReport}`],
    report: proofReport,
    needs: 'build',
  },
  {
    name: 'e2e',
    says: 'end-to-end tests on the real application',
    command: [bin('playwright'), 'test'],
    report: endReport,
    needs: 'build',
  },
];

async function runStage(stage) {
  if (stage.report) rmSync(join(root, stage.report), { force: true });
  if (stage.run) {
    try {
      stage.run();
      return true;
    } catch (cause) {
      console.error(cause.message);
      return false;
    }
  }
  const [command, ...args] = stage.command;
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };
  // What counts its tests shows how far it is; the rest speaks when it is done, and only of what is wrong.
  const child = spawn(command, args, { cwd: root, env, stdio: stage.report ? 'inherit' : ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes) => (said += bytes));
  const [code] = await once(child, 'close');
  if (code !== 0) console.error(said.trim());
  return code === 0;
}

/** Vitest and Playwright count in different words. */
function countTests(file) {
  const path = join(root, file);
  if (!existsSync(path)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(path, 'utf8'));
  if (report.stats)
    return {
      passed: report.stats.expected + report.stats.flaky,
      failed: report.stats.unexpected + report.errors.length,
      unsteady: report.stats.flaky,
    };
  const brokenFiles = report.testResults.filter((one) => one.status === 'failed' && one.assertionResults.length === 0);
  return { passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles.length };
}

const outcome = new Map();
const counts = { passed: 0, failed: 0 };

async function runAndTell(stage) {
  if (stage.needs && outcome.get(stage.needs) === false) {
    console.log(`not run: ${stage.says}, because the ${stage.needs} failed`);
    outcome.set(stage.name, false);
    counts.failed += 1;
    return;
  }
  const started = Date.now();
  const passed = await runStage(stage);
  outcome.set(stage.name, passed);
  if (stage.report) {
    const counted = countTests(stage.report);
    counts.passed += counted.passed;
    counts.failed += counted.failed;
    if (counted.unsteady > 0) console.log(`unsteady: ${counted.unsteady} of these passed only at the second try; their names are above`);
    if (!passed && counted.failed === 0) counts.failed += 1; // Coverage below its floor, for one.
  } else if (!passed) counts.failed += 1;
  console.log(`${passed ? 'ok' : 'FAILED'}: ${stage.says} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
}

const wanted = stages.filter(({ name }) => only.length === 0 || only.includes(name));
// Each check of the sources keeps one processor busy: two go side by side. Tests have the machine to themselves.
const checks = wanted.filter(({ isCheck }) => isCheck);
for (const stage of wanted.filter(({ name }) => name === 'system')) await runAndTell(stage);
await Promise.all([0, 1].map(async () => {
  for (let next = checks.shift(); next; next = checks.shift()) await runAndTell(next);
}));
for (const stage of wanted.filter(({ report }) => report)) await runAndTell(stage);
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed === 0 ? 0 : 1;
