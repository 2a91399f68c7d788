import { expect, test } from 'vitest';
import { leastTokensIn, mostTokensIn } from '../../../../src-main/ai/token-estimate';

const told = (content: string) => [{ role: 'user', content }] as const;

// What the tokenizers of OpenAI count for these texts, of the newer one (o200k) and the older one (cl100k).
const counted = [
  ['English', 'The quick brown fox jumps over the lazy dog.', 10, 10],
  ['speech', '“Don’t,” she said—“it isn’t hers.”', 13, 13],
  ['code', 'const total = items.reduce((sum, item) => sum + item.price, 0);', 19, 19],
  ['digits', '31415926535897932384626433832795', 11, 11],
  ['German', 'Donaudampfschifffahrtsgesellschaftskapitän', 13, 17],
  ['Chinese', '我们昨天在海边走了很久，后来下雨了。', 15, 23],
  ['Japanese', '昨日、私たちは港に沿って歩き、雨が降りました。', 17, 25],
  ['Korean', '어제 우리는 항구를 따라 걸었고 비가 왔다.', 15, 24],
  ['Thai', 'เมื่อวานเราเดินเลียบท่าเรือแล้วฝนก็ตกลงมา', 19, 37],
  ['Hindi', 'कल हम बंदरगाह के किनारे चले और बारिश हुई।', 14, 41],
  ['Hebrew', 'אתמול הלכנו לאורך הנמל וירד גשם.', 15, 32],
] as const;

test.each(counted)('%s lies between the two estimates', (_, content, newer, older) => {
  expect(mostTokensIn(told(content))).toBeGreaterThanOrEqual(Math.max(newer, older));
  expect(leastTokensIn(told(content))).toBeLessThanOrEqual(Math.min(newer, older));
});

test('a prompt that was cut to half is found out, and one that was read whole is not', () => {
  const words = 'We walked along the harbour, and it rained. '.repeat(800);
  // Both tokenizers count 8,801; a server that cuts to 4,096 says that it saw those.
  expect(leastTokensIn(told(words))).toBeGreaterThan(4_096);
  expect(leastTokensIn(told(words))).toBeLessThan(8_801);
});

test('every message costs a little of its own', () => {
  const one = mostTokensIn(told('Hello'));
  expect(mostTokensIn([...told('Hello'), ...told('')])).toBe(one + 8);
});
