/**
 * Everything that must hold: `npm test` and the continuous integration run this. One line a stage; the last line counts
 * the tests. A failing stage does not hide the ones after it, except that nothing end to end runs without a build.
 */
import { spawnSync } from 'node:child_process';
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
  { name: 'types', says: 'types', command: [bin('tsc'), '-b'] },
  { name: 'lint', says: 'lint', command: [bin('eslint'), '.', '--max-warnings', '0'] },
  {
    name: 'arch',
    says: 'dependency rules',
    command: [
      bin('depcruise'),
      '--config',
      'test/architecture/dependency-rules.cjs',
      'src-shared',
      'src-main',
      'src-renderer',
    ],
  },
  { name: 'unused', says: 'unused code', command: [bin('knip')] },
  // Integration tests start the built worker and command line.
  { name: 'build', says: 'build', command: [process.execPath, 'scripts/build.mjs'] },
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

function runStage(stage) {
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
  const shown = stage.report ? 'inherit' : 'pipe';
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };
  const done = spawnSync(command, args, {
    cwd: root,
    env,
    stdio: ['ignore', shown, shown],
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (done.status !== 0 && !stage.report) console.error(`${done.stdout}${done.stderr}`.trim());
  return done.status === 0;
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
for (const stage of stages.filter(({ name }) => only.length === 0 || only.includes(name))) {
  if (stage.needs && outcome.get(stage.needs) === false) {
    console.log(`not run: ${stage.says}, because the ${stage.needs} failed`);
    outcome.set(stage.name, false);
    counts.failed += 1;
    continue;
  }
  const started = Date.now();
  const passed = runStage(stage);
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
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed === 0 ? 0 : 1;
