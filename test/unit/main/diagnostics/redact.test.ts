import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLog, stackFrames, type LogFields } from '../../../../src-main/diagnostics/log';
import { redact, redacted } from '../../../../src-main/diagnostics/redact';

const shapes: Readonly<Record<string, string>> = {
  openai: 'sk-proj-Abc123Def456Ghi789Jkl012',
  aws: 'AKIAIOSFODNN7EXAMPLE',
  google: 'AIzaSyA-1234567890abcdefghijklmnopqrstu',
  github: 'ghp_16C7e42F292c6912E7710c838347Ae178B4a',
  slack: 'xoxb-123456789012-abcdefghijkl',
  jwt: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U',
  bearer: 'Bearer abcdef123456',
  basicAddress: 'https://anna:hunter22@books.example',
  random: 'wJalrXUtnFEMIK7MDENGbPxRfiCYq9z2T8vL4sQ1',
  pair: 'api_key=hunter2hunter2',
};

describe('a key is redacted in every shape and in every place of a log line', () => {
  const places: Readonly<Record<string, (secret: string) => readonly [string, LogFields]>> = {
    event: (secret) => [`started ${secret}`, {}],
    operation: (secret) => ['call.failed', { op: secret }],
    code: (secret) => ['call.failed', { code: secret }],
    reason: (secret) => ['call.failed', { reason: `because ${secret} was refused` }],
    message: (secret) => ['call.failed', { cause: new Error(secret) }],
    'error name': (secret) => ['call.failed', { cause: Object.assign(new Error('x'), { name: secret }) }],
    'error code': (secret) => ['call.failed', { cause: Object.assign(new Error('x'), { code: secret }) }],
    'inner cause': (secret) => ['call.failed', { cause: new Error('outer', { cause: new Error(secret) }) }],
    'unknown field': (secret) => ['call.failed', { prompt: secret } as LogFields],
  };
  for (const [shape, secret] of Object.entries(shapes)) {
    for (const [place, put] of Object.entries(places)) {
      test(`${shape} in ${place}`, () => {
        const lines: string[] = [];
        const log = createLog({ sink: (line) => lines.push(line), now: () => 0 });
        const [event, fields] = put(secret);
        log.error(event, fields);
        expect(lines).toHaveLength(1);
        expect(lines.join()).not.toContain(secret);
        expect(JSON.stringify(log.recent())).not.toContain(secret);
      });
    }
  }
});

test('a secret known by value is redacted as it is, in base64, in hexadecimal and in an address', () => {
  const secret = 'correct horse & battery';
  const bytes = Buffer.from(secret);
  for (const form of [secret, bytes.toString('base64'), bytes.toString('hex'), encodeURIComponent(secret)]) {
    expect(redact(`before ${form} after`, [secret])).toContain(redacted);
    expect(redact(`before ${form} after`, [secret])).not.toContain(form.replace(/=+$/, ''));
  }
});

test('digests, ids and plain words stay readable', () => {
  const plain = [
    'a3f5'.repeat(16),
    '018f2f0e-7d3c-7a55-9c2b-3f3f3f3f3f3f',
    'outline.setStatus',
    'Cannot open the library',
  ];
  for (const text of plain) expect(redact(text)).toBe(text);
});

test('what comes out is one line without terminal escapes, whatever goes in', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(redact(text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
    }),
  );
});

test('a stack keeps functions and places, not its message and not its folders', () => {
  const stack =
    'TypeError: “Call me Ishmael” is not a title\n    at open (/home/anna/Books/main.js:3:7)\n    at file:///C:/Users/anna/x.js:1:1';
  expect(stackFrames(stack)).toEqual(['at open (main.js:3:7)', 'at x.js:1:1']);
});
