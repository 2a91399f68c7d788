import { expect, test } from 'vitest';
import { gaveText, placeOf, standingText, stillWaiting, waitingTitle } from '../../../../src-renderer/app/waiting-words';
import { waitingKinds } from '../../../../src-shared/domain/waiting';
import type { WaitingWork } from '../../../../src-shared/ipc/waiting-calls';

const work: WaitingWork = {
  id: 'w', bookId: 'b', kind: 'draft', chapterId: 'c', questionId: null, bookTitle: 'The Tin Boat', about: 'The Harbour',
  askedAt: '2026-11-25T10:00:00.000Z', state: 'waiting', nextAt: null, progress: null, gave: null,
};
const nobody = { code: 'ai-unreachable', host: 'h:1', reason: 'no-server' };

test('each kind is named by what it is about', () => {
  const titles = waitingKinds.map((kind) => waitingTitle({ ...work, kind }));
  expect(titles).toEqual([
    'Questions about the book “The Tin Boat”', 'An outline of “The Tin Boat”', 'Questions for “The Harbour”',
    'Questions that follow up on “The Harbour”', 'A draft of “The Harbour”', 'Suggestions for “The Harbour”',
  ]);
});

test('it is said why a work waits, and when it is tried again', () => {
  const nextAt = new Date(2026, 10, 25, 14, 5, 20).toISOString();
  expect(standingText(work)).toBe('Waits for the server.');
  expect(standingText({ ...work, nextAt })).toBe('Waits for the server. It is tried again at 14:05:20.');
  expect(standingText({ ...work, error: nobody, nextAt })).toBe('Nobody answers at h:1. It is tried again at 14:05:20.');
  expect(standingText({ ...work, error: { code: 'ai-off' } })).toBe('The co-writer is off, so nothing was sent. It is done when that has changed.');
  expect(standingText({ ...work, state: 'stopped', error: { code: 'ai-key-refused', host: 'h:1' } })).toMatch(/^h:1 did not accept the key\. .*Settings/u);
});

test('it is said how far a work is', () => {
  const running = { ...work, state: 'running' } as const;
  expect(standingText({ ...running, progress: { part: 1, parts: 1, pieces: 0 } })).toBe('The co-writer was asked.');
  expect(standingText({ ...running, progress: { part: 2, parts: 3, pieces: 14 } })).toBe('The co-writer is answering, 14 pieces so far, part 2 of 3.');
});

test('it is said what a work gave, and where that stands', () => {
  const gave = (kind: WaitingWork['kind'], count: number | null): string => gaveText({ kind, gave: count });
  expect(gave('outline', 7)).toBe('7 chapters proposed. Your outline is as it was.');
  expect(gave('questions', 1)).toBe('1 question from the co-writer.');
  expect(gave('follow-up', 0)).toBe('No new question.');
  expect(gave('edit', 0)).toBe('The co-writer would change nothing.');
  expect(gave('draft', null)).toBe('Done before Longhand was closed.');
  expect(waitingKinds.map((kind) => placeOf({ kind, chapterId: 'c' }).room)).toEqual(['brief', 'outline', 'interview', 'interview', 'write', 'write']);
});

test('what is left to the author does not count as waiting', () => {
  const states = ['waiting', 'running', 'stopped', 'done'] as const;
  expect(stillWaiting(states.map((state) => ({ ...work, state }))).map(({ state }) => state)).toEqual(['waiting', 'running']);
});
