import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLog } from '../../../../src-main/diagnostics/log';
import { createLogFile } from '../../../../src-main/diagnostics/log-file';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'longhand-log-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function collect() {
  const lines: string[] = [];
  return { lines, log: createLog({ sink: (line) => lines.push(line), now: () => Date.UTC(2026, 0, 2) }) };
}

test('a line is JSON with its time, level, event and allowed fields', () => {
  const { lines, log } = collect();
  log.warn('call.refused', { op: 'text.append', ms: 12, count: 2 });
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    at: '2026-01-02T00:00:00.000Z',
    level: 'warning',
    event: 'call.refused',
    op: 'text.append',
    ms: 12,
    count: 2,
  });
});

test('the message of an error is never written, since it may quote the book', () => {
  const { lines, log } = collect();
  log.error('call.failed', {
    op: 'text.open',
    cause: new RangeError('Call me Ishmael', { cause: new Error('Some years ago') }),
  });
  expect(lines[0]).toContain('RangeError');
  expect(lines[0]).not.toMatch(/Ishmael|Some years/);
});

test('the same kind of line is kept once in memory with its count', () => {
  const { log } = collect();
  for (let time = 0; time < 7; time += 1) log.error('disk.failed', { code: 'EIO' });
  log.error('disk.failed', { code: 'ENOSPC' });
  expect(log.recent().map((entry) => entry.count)).toEqual([7, 1]);
});

test('memory holds the latest five hundred kinds', () => {
  const { log } = collect();
  for (let kind = 0; kind < 700; kind += 1) log.info('step', { op: `step-${kind}` });
  expect(log.recent()).toHaveLength(500);
  expect(log.recent().at(-1)?.line).toContain('step-699');
});

test('a storm of one error writes a hundred lines and then only when it has doubled', () => {
  const { lines, log } = collect();
  for (let time = 0; time < 100_000; time += 1) log.error('disk.failed', { code: 'EIO' });
  expect(lines.length).toBeLessThan(120);
  expect(lines.at(-1)).toContain('"repeated":65536');
});

test('a line that is far too long says so instead of being cut in half', () => {
  const { lines, log } = collect();
  const cause = Object.assign(new Error('x'), {
    stack: `x\n${'    at f (a.js:1:1) 12345 '.repeat(9_000)}\n`.repeat(5),
  });
  for (const name of ['a', 'b']) log.error(name.repeat(190), { cause });
  for (const line of lines) expect(() => JSON.parse(line) as unknown).not.toThrow();
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(4_096);
});

test('files rotate, the oldest goes, and no more than five remain', () => {
  const write = createLogFile(folder, { fileBytes: 200 });
  for (let line = 0; line < 60; line += 1) write(`{"line":${String(line).padStart(20, '0')}}`);
  const files = readdirSync(folder).sort();
  expect(files).toEqual(['longhand.1.log', 'longhand.2.log', 'longhand.3.log', 'longhand.4.log', 'longhand.log']);
  for (const file of files) expect(statSync(join(folder, file)).size).toBeLessThanOrEqual(200);
  expect(readFileSync(join(folder, 'longhand.log'), 'utf8')).toContain('59');
});

test('a log goes on where the last run ended', () => {
  createLogFile(folder)('first');
  createLogFile(folder)('second');
  expect(readFileSync(join(folder, 'longhand.log'), 'utf8')).toBe('first\nsecond\n');
});

test('a disk that refuses costs lines, not the application', () => {
  const blocked = join(folder, 'file');
  writeFileSync(blocked, '');
  expect(() => createLogFile(join(blocked, 'logs'))('lost')).not.toThrow();
});
