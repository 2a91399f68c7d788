import { expect, test } from 'vitest';
import { compareLedgers, createLedger } from '../../../../src-main/exporting/conservation';
import { findInOrder } from '../../../../src-main/exporting/text-check';

function ledgerOf(body: readonly string[], notes: readonly string[] = []) {
  const ledger = createLedger();
  body.forEach(ledger.addBody);
  notes.forEach(ledger.addNote);
  return ledger;
}

test('the same paragraphs in the same order are a whole book, however they are spaced', () => {
  expect(compareLedgers(ledgerOf(['One two', 'three'], ['n']), ledgerOf(['One\u00a0two', '', 'th\u00adree\n'], ['n']))).toBeNull();
});

test.each([
  ['missing', ['a', 'c']], ['doubled', ['a', 'b', 'b', 'c']], ['out of order', ['b', 'a', 'c']], ['changed', ['a', 'B', 'c']], ['added', ['a', 'b', 'c', 'd']],
])('a paragraph that is %s is found', (_name, found) => {
  expect(compareLedgers(ledgerOf(['a', 'b', 'c']), ledgerOf(found))).toMatch(/^paragraph \d of 3/u);
});

test('a lost note is found', () => {
  expect(compareLedgers(ledgerOf(['a'], ['n', 'm']), ledgerOf(['a'], ['n']))).toMatch(/^note 2 of 2/u);
});

test('texts are looked for one behind the other, with nothing but furniture between', async () => {
  const furniture = /^[*•.\d]*$/u;
  expect(await findInOrder('1. One\n• two * three', ['One', 'two', 'three'], furniture)).toBeNull();
  expect(await findInOrder('One three', ['One', 'two', 'three'], furniture)).toContain('text 2 is missing');
  expect(await findInOrder('One two two three', ['One', 'two', 'three'], furniture)).toContain('before text 3');
  expect(await findInOrder('One two', ['One'], furniture)).toContain('after the last');
});
