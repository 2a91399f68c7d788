/** A real engine for language models, for tests: llama.cpp as a package for Node. It is no dependency of the application. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './electron-runtime.mjs';

const version = '3.21.1';

/** Its module, fetched once into the cache; `undefined` where it cannot be had. The builds for graphics cards are left out. */
export function findLlamaCpp() {
  const folder = join(root, '.cache', `node-llama-cpp-${version}`);
  const module = join(folder, 'node_modules', 'node-llama-cpp', 'dist', 'index.js');
  const done = join(folder, 'done');
  if (existsSync(done)) return module;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  const system = process.platform === 'darwin' && process.arch === 'arm64' ? 'mac-arm64-metal' : `${platforms[process.platform]}-${process.arch}`;
  const packages = ['node-llama-cpp', `@node-llama-cpp/${system}`].map((name) => `${name}@${version}`);
  const options = { cwd: folder, stdio: 'ignore', shell: process.platform === 'win32' };
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--omit=optional', ...packages], options);
  if (status !== 0 || !existsSync(module)) return undefined;
  writeFileSync(done, '');
  return module;
}

const platforms = { linux: 'linux', darwin: 'mac', win32: 'win' };
