/** The system packages that a bare Debian or Ubuntu lacks. Installs them when it may. */
import { existsSync } from 'node:fs';
import { spawnSync } from 'node:child_process';

/** Package → a file of it: looking is quicker than asking the package manager. `*` stands for the platform's folder. */
const forWindows = {
  'libgtk-3-0': library('libgtk-3.so.0'),
  libnss3: library('libnss3.so'),
  libasound2: library('libasound.so.2'),
  libgbm1: library('libgbm.so.1'),
  libxss1: library('libXss.so.1'),
  'libatk-bridge2.0-0': library('libatk-bridge-2.0.so.0'),
  libcups2: library('libcups.so.2'),
  libdrm2: library('libdrm.so.2'),
  libxkbcommon0: library('libxkbcommon.so.0'),
};

/** A display that nobody looks at. */
const forDisplay = { ...forWindows, xvfb: ['/usr/bin/Xvfb'], xauth: ['/usr/bin/xauth'] };

/** What reads the exported files back in tests. */
const forTests = {
  ...forDisplay,
  'default-jre-headless': ['/usr/bin/java'],
  epubcheck: ['/usr/share/java/epubcheck.jar'],
  qpdf: ['/usr/bin/qpdf'],
  'poppler-utils': ['/usr/bin/pdffonts'],
  pandoc: ['/usr/bin/pandoc'],
  'libreoffice-writer-nogui': ['/usr/bin/soffice', '/usr/lib/libreoffice/program/soffice'],
};

function library(name) {
  return ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib64', '/usr/lib'].map(
    (folder) => `${folder}/${name}`,
  );
}

/** Makes sure that windows can open here; throws with the command to run when it may not install anything. */
export const ensureWindowPackages = (say = console.error) => ensurePackages(forWindows, say);

/** Makes sure that windows can open without a display. */
export const ensureDisplayPackages = (say = console.error) => ensurePackages(forDisplay, say);

/** Makes sure that everything the tests start is here; throws as {@link ensureWindowPackages} does. */
export const ensureTestPackages = (say = console.error) => ensurePackages(forTests, say);

function ensurePackages(wanted, say) {
  if (process.platform !== 'linux') return;
  const missing = Object.entries(wanted)
    .filter(([, files]) => !files.some((file) => existsSync(file)))
    .map(([name]) => name);
  if (missing.length === 0) return;
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Error(
      `These system packages are missing: ${missing.join(', ')}. On Debian or Ubuntu run: sudo ${command}`,
    );
  }
  say(`Installing system packages: ${missing.join(', ')}.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (line) => spawnSync('sh', ['-c', line], { env, encoding: 'utf8' });
  run('apt-get -o DPkg::Lock::Timeout=120 update -qq');
  const done = run(`apt-get -o DPkg::Lock::Timeout=300 ${command.slice('apt-get '.length)} -qq`);
  if (done.status !== 0) throw new Error(`The system packages could not be installed.\n${done.stderr}`);
}
