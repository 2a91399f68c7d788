import { expect, test, vi } from 'vitest';
import { createClosing } from '../../../../src-main/shell/closing';

function start() {
  const waits: (() => void)[] = [];
  const told = vi.fn();
  const impatient = vi.fn();
  let finish: () => void = () => undefined;
  const leave = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)));
  const closing = createClosing({ tellPage: told, leave, onImpatient: impatient, wait: (then) => waits.push(then) });
  return { closing, told, leave, impatient, runOut: () => waits.forEach((wait) => wait()), finish: () => finish() };
}

test('the page is told once and the window stays until everything is flushed', async () => {
  const { closing, told, leave, finish } = start();
  expect([closing.request(), closing.request()]).toEqual([false, false]);
  expect(told).toHaveBeenCalledTimes(1);
  expect(leave).not.toHaveBeenCalled();
  closing.pageIsDone();
  closing.pageIsDone();
  expect(closing.request()).toBe(false);
  finish();
  await vi.waitFor(() => expect(closing.request()).toBe(true));
  expect(leave).toHaveBeenCalledTimes(1);
});

test('a silent page is left after its time, and that is known', () => {
  const { closing, leave, impatient, runOut } = start();
  closing.request();
  runOut();
  expect(leave).toHaveBeenCalledTimes(1);
  expect(impatient).toHaveBeenCalledTimes(1);
});

test('time running out after the page has answered changes nothing', () => {
  const { closing, leave, impatient, runOut } = start();
  closing.request();
  closing.pageIsDone();
  runOut();
  expect(leave).toHaveBeenCalledTimes(1);
  expect(impatient).not.toHaveBeenCalled();
});

test('the author’s own quit needs no asking', () => {
  const { closing, told, leave } = start();
  closing.pageIsDone();
  expect(closing.request()).toBe(false);
  expect(told).not.toHaveBeenCalled();
  expect(leave).toHaveBeenCalledTimes(1);
});
