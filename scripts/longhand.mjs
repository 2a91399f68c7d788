/** The command line of this checkout: builds when a source is newer than the build, then runs it where it was called. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from './build.mjs';
import { root } from './electron-runtime.mjs';

try {
  build({ ifNeeded: true });
} catch (cause) {
  console.error(cause instanceof Error ? cause.message : cause);
  process.exit(1);
}
const child = spawn(process.execPath, [join(root, 'out', 'main', 'cli.js'), ...process.argv.slice(2)], {
  // npm changes to the package's folder; files are meant where the command was typed.
  cwd: process.env.INIT_CWD ?? process.cwd(),
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.once('exit', (code, signal) => (process.exitCode = code ?? (signal ? 1 : 0)));
