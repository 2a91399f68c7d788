import { expect, test } from 'vitest';
import {
  matterChoices,
  readingTime,
  reportStatus,
  shownTitle,
  spokenLine,
  suggestionFor,
} from '../../../../src-renderer/features/outline/outline-words';
import { BackMatter, FrontMatter } from '../../../../src-shared/domain/outline';
import { node } from './outline-nodes';

test('every piece of front and back matter can be added', () => {
  expect(matterChoices.map((choice) => choice.matter)).toEqual([...FrontMatter.options, ...BackMatter.options]);
});

test('a line without a title says what it is', () => {
  expect(shownTitle(node('x', 'chapter', null, { title: ' ' }))).toBe('Untitled chapter');
  expect(shownTitle(node('x', 'front', null, { title: '', matter: 'title-page' }))).toBe('Title page');
});

test('a screen reader hears number, title, status, words and answers', () => {
  const chapter = node('The Lamp', 'chapter', null, { status: 'in-progress', words: 1, questions: 10, answered: 3 });
  expect(spokenLine(chapter, 2)).toBe('2. The Lamp, in progress, 1 word, 3 of 10 questions answered');
  expect(spokenLine(node('The Rock', 'part'), null)).toBe('The Rock, part');
});

test('reading time counts words, and characters where a script has no spaces', () => {
  expect(readingTime(0, 'en')).toBe('No words yet');
  expect(readingTime(40, 'en')).toBe('About 1 minute');
  expect(readingTime(2_000, 'en')).toBe('About 10 minutes');
  expect(readingTime(2_000, 'ja')).toBe('About 7 minutes');
});

test('a status is suggested only forwards and only when it is allowed', () => {
  const suggest = (status: 'draft' | 'in-progress' | 'completed' | 'published', words: number) =>
    suggestionFor(node('x', 'chapter', null, { status, words }));
  expect(suggest('draft', 12)).toBe('in-progress');
  expect(suggest('draft', 700)).toBe('completed');
  expect(suggest('in-progress', 700)).toBe('completed');
  expect(suggest('completed', 12)).toBeNull();
  expect(suggest('published', 900)).toBeNull();
  expect(suggestionFor(node('x', 'part', null, { words: 900 }))).toBeNull();
});

test('a bulk change reports each chapter that stayed, with what it could become', () => {
  const nodes = [node('Lamp', 'chapter'), node('Fog', 'chapter', null, { status: 'published' })];
  const report = reportStatus(
    nodes,
    [
      { nodeId: 'Lamp', from: 'completed', changed: true },
      { nodeId: 'Fog', from: 'draft', changed: false },
      { nodeId: 'gone', from: 'published', changed: false },
    ],
    'published',
  );
  expect(report.summary).toBe('1 chapter now is “Published”.');
  expect(report.stayed.map((entry) => entry.line)).toEqual([
    '“Fog” is “Draft”, which can become In progress or Completed.',
    '“A chapter” already was.',
  ]);
});
