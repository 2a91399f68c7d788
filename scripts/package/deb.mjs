#!/usr/bin/env node
/**
 * Stands in for fpm, which the packager would download: makes a Debian package with the system's own `dpkg-deb`.
 * Takes the words of fpm that the packager uses; others are refused, so that nothing is left out in silence.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

const text = { type: 'string' };
const { values: given, positionals: contents } = parseArgs({
  allowPositionals: true,
  options: {
    source: { ...text, short: 's' },
    target: { ...text, short: 't' },
    force: { type: 'boolean' },
    depends: { ...text, short: 'd', multiple: true, default: [] },
    'deb-recommends': { ...text, multiple: true, default: [] },
    'deb-compression': { ...text, default: 'xz' },
    'deb-priority': { ...text, default: 'optional' },
    'after-install': text,
    'after-remove': text,
    architecture: text,
    category: { ...text, default: 'misc' },
    description: text,
    license: text,
    maintainer: text,
    name: text,
    package: text,
    url: text,
    vendor: text,
    version: text,
  },
});

/** The packager's words for how much to compress, in those of `dpkg-deb`. */
const compressions = { store: 'none', normal: 'xz', maximum: 'xz', gz: 'gzip', xz: 'xz', zst: 'zstd' };

function run(command, args) {
  const done = spawnSync(command, args, { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${command} failed: ${done.stderr || String(done.error)}`.trim());
  return done.stdout;
}

/** `FROM=TO`; a folder’s content when FROM ends in a slash. Hard links where the disk is the same. */
function place(mapping, tree) {
  const at = mapping.lastIndexOf('=');
  const from = mapping.slice(0, at);
  const to = join(tree, mapping.slice(at + 1));
  if (statSync(from).isDirectory()) {
    mkdirSync(to, { recursive: true });
    run('cp', ['-al', `${from}.`, to]);
    return;
  }
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
  chmodSync(to, 0o644);
}

function controlOf(tree) {
  const kilobytes = run('du', ['-sk', '--apparent-size', tree]).split('\t')[0];
  // A line of the description that is not the first begins with a space, and an empty one with a dot.
  const [synopsis, ...rest] = given.description.split('\n').map((line) => line.trim());
  const description = [synopsis, ...rest.map((line) => ` ${line || '.'}`)].join('\n');
  const fields = {
    Package: given.name,
    Version: given.version,
    Architecture: given.architecture,
    Maintainer: given.maintainer,
    'Installed-Size': kilobytes,
    Section: given.category,
    Priority: given['deb-priority'],
    Depends: given.depends.join(', '),
    Recommends: given['deb-recommends'].join(', '),
    Description: description,
  };
  const lines = Object.entries(fields).filter(([, value]) => value);
  return `${lines.map(([name, value]) => `${name}: ${value}`).join('\n')}\n`;
}

const tree = mkdtempSync(join(dirname(given.package), '.deb-'));
try {
  chmodSync(tree, 0o755);
  for (const mapping of contents) place(mapping, tree);
  const control = join(tree, 'DEBIAN');
  mkdirSync(control);
  writeFileSync(join(control, 'control'), controlOf(tree));
  for (const [file, script] of Object.entries({ postinst: given['after-install'], postrm: given['after-remove'] })) {
    if (script) copyFileSync(script, join(control, file));
    if (script) chmodSync(join(control, file), 0o755);
  }
  const compression = compressions[given['deb-compression']] ?? 'xz';
  run('dpkg-deb', ['--root-owner-group', `-Z${compression}`, '--build', tree, given.package]);
} finally {
  rmSync(tree, { recursive: true, force: true });
}
