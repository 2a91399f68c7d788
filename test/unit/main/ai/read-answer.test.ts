import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createAnswerReader } from '../../../../src-main/ai/read-answer';

const Item = z.object({ text: z.string().min(1) });

/** Reads a whole answer, given in one piece. */
function read(answer: string, fewest?: number) {
  const reader = createAnswerReader(Item, fewest);
  const heard = [...reader.push(answer), ...reader.end()];
  return { heard, items: reader.items(), problem: reader.verdict()?.problem, advice: reader.verdict()?.advice };
}

const good = '{"text":"one"}\n{"text":"two"}';

describe('an answer', () => {
  test('is heard line by line as it comes in', () => {
    const reader = createAnswerReader(Item);
    expect(reader.push('{"te')).toEqual([]);
    expect(reader.push('xt":"one"}\n{"text"')).toEqual([{ text: 'one' }]);
    expect(reader.push(':"two"}')).toEqual([]);
    expect(reader.end()).toEqual([{ text: 'two' }]);
    expect(reader.items()).toEqual([{ text: 'one' }, { text: 'two' }]);
    expect(reader.verdict()).toBeUndefined();
  });

  test('is the same however it was cut into pieces', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 })), fc.integer({ min: 1, max: 9 }), (texts, size) => {
        const answer = texts.map((text) => JSON.stringify({ text })).join('\n');
        const reader = createAnswerReader(Item);
        for (let at = 0; at < answer.length; at += size) reader.push(answer.slice(at, at + size));
        reader.end();
        expect(reader.items()).toEqual(texts.map((text) => ({ text })));
      }),
    );
  });

  test.each([
    ['whole', good, undefined],
    ['whole, with empty lines and Windows ends', '\r\n{"text":"one"}\r\n\r\n{"text":"two"}\r\n', undefined],
    ['in a block of code', `\`\`\`json\n${good}\n\`\`\``, undefined],
    ['empty', '', 'empty'],
    ['blank', ' \n\n ', 'empty'],
    ['only a block of code', '```\n```', 'empty'],
    ['prose before the lines', `Here are they:\n${good}`, 'prose'],
    ['prose after the lines', `${good}\nI hope this helps.`, 'prose'],
    ['a page', '<html><script>alert(1)</script></html>', 'prose'],
    ['an array', `[${good.replace('\n', ',')}]`, 'prose'],
    ['a line that was cut off', `${good}\n{"text":"thr`, 'malformed'],
    ['a line without what it needs', `${good}\n{"words":"three"}`, 'malformed'],
    ['a line with nothing in it', '{"text":""}', 'malformed'],
    ['a refusal', 'I’m sorry, but I can’t help with that.', 'refused'],
    ['a refusal in other words', 'As an AI, I have no views.', 'refused'],
    ['a refusal after other prose', 'Hm.\nI cannot do this.', 'refused'],
    ['broken first, then refused', '{"text":\nI won’t go on.', 'refused'],
    ['refused first, then broken', 'I can’t.\n{"text":', 'refused'],
  ])('%s', (_, answer, problem) => {
    expect(read(answer).problem).toBe(problem);
  });

  test('a refusal that an item quotes is none', () => {
    expect(read('{"text":"I’m sorry, he said."}').problem).toBeUndefined();
  });

  test('says what to mend, without repeating what the model wrote', () => {
    expect(read('{"words":"secret-word"}').advice).toMatch(/^text: /u);
    expect(read('{"words":"secret-word"}').advice).not.toContain('secret-word');
  });

  test('needs as many lines as it was asked for', () => {
    expect(read(good, 2).problem).toBeUndefined();
    expect(read(good, 3)).toMatchObject({ problem: 'malformed', advice: 'At least 3 lines are needed.' });
  });

  test('a line without an end is not kept for ever', () => {
    const reader = createAnswerReader(Item);
    for (let times = 0; times < 12; times += 1) reader.push('x'.repeat(10_000));
    reader.push(`\n${good}\n`);
    expect(reader.verdict()?.problem).toBe('malformed');
  });

  test('keys that no schema knows never reach an item', () => {
    expect(read('{"text":"one","__proto__":{"a":1},"extra":2}').items).toEqual([{ text: 'one' }]);
    expect(({} as Record<string, unknown>)['a']).toBeUndefined();
  });
});
