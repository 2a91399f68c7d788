import { describe, expect, test } from 'vitest';
import {
  changeText,
  chapterToShow,
  contradictionsSaid,
  isAskable,
  measureLength,
  missingForDraft,
  positionOf,
  questionBeside,
  questionSize,
  questionToShow,
  questionsSaid,
  reorderDrop,
  reorderStep,
  roomForQuestions,
  shownAtFirst,
  unansweredAfter,
  type AnswerValue,
} from '../../../../src-renderer/features/interview/interview-view-model';
import { book, node } from '../outline/outline-nodes';
import { interviewOf, question } from './questions';

const four = [question('1', 'Told.'), question('2'), question('3', '', { skipped: true }), question('4')];

describe('which chapter', () => {
  test('the chosen one, else the first that waits for answers, else the first chapter', () => {
    expect(chapterToShow(book, 'c')?.id).toBe('c');
    expect(chapterToShow(book, null)?.id).toBe('a');
    const waiting = book.map((one) => (one.id === 'b' ? { ...one, questions: 10, answered: 2 } : one));
    expect(chapterToShow(waiting, null)?.id).toBe('b');
  });
  test('a part or section has no interview', () => {
    expect(chapterToShow(book, 'one')?.id).toBe('a');
    expect(chapterToShow([node('p', 'part')], 'p')).toBeNull();
  });
});

describe('which question', () => {
  test('the wanted one, else the next unanswered, else the first', () => {
    expect(questionToShow(interviewOf(four, '2'), '4')?.id).toBe('4');
    expect(questionToShow(interviewOf(four, '2'), 'gone')?.id).toBe('2');
    expect(questionToShow(interviewOf(four), null)?.id).toBe('1');
    expect(questionToShow(interviewOf([]), null)).toBeNull();
  });
  test('going on goes round and leaves skipped ones alone', () => {
    expect(unansweredAfter(four, '2')?.id).toBe('4');
    expect(unansweredAfter(four, '4')?.id).toBe('2');
    expect(unansweredAfter([question('1', 'Told.')], '1')).toBeNull();
  });
  test('neighbours end at the ends', () => {
    expect(questionBeside(four, '1', -1)).toBeNull();
    expect(questionBeside(four, '1', 1)?.id).toBe('2');
    expect(questionBeside(four, 'gone', 1)).toBeNull();
    expect(positionOf(four, '3')).toBe('3 of 4');
  });
});

describe('where the words came from', () => {
  const blank: AnswerValue = { text: '', state: 'empty', source: 'typed' };
  test('an answer that is one paste is pasted', () => {
    expect(changeText(blank, 'From elsewhere.\n', 'From elsewhere.')).toEqual({
      text: 'From elsewhere.\n',
      state: 'draft',
      source: 'pasted',
    });
    expect(changeText(blank, 'Two\nlines', 'Two\r\nlines').source).toBe('pasted');
  });
  test('a paste among typed words is typed', () => {
    expect(changeText({ text: 'I said ', state: 'draft', source: 'typed' }, 'I said more', 'more').source).toBe(
      'typed',
    );
  });
  test('a change after the paste makes it typed; white space alone does not', () => {
    const pasted: AnswerValue = { text: 'From elsewhere.', state: 'draft', source: 'pasted' };
    expect(changeText(pasted, 'From elsewhere. ', null).source).toBe('pasted');
    expect(changeText(pasted, 'From elsewhere, I think.', null).source).toBe('typed');
  });
  test('a complete answer stays complete while it is edited, and an emptied one is empty', () => {
    expect(changeText({ text: 'Done', state: 'complete', source: 'typed' }, 'Done now', null).state).toBe('complete');
    expect(changeText({ text: 'Done', state: 'complete', source: 'pasted' }, '  ', null)).toEqual({
      text: '  ',
      state: 'empty',
      source: 'typed',
    });
  });
});

test('the meter fills towards the suggestion and never scolds', () => {
  expect(measureLength(0, 'easy')).toMatchObject({ fraction: 0, sentence: '100–200 words suggested' });
  expect(measureLength(50, 'easy')).toMatchObject({ fraction: 0.5, sentence: '50 words, 100–200 words suggested' });
  expect(measureLength(150, 'easy')).toMatchObject({ fraction: 1, sentence: '150 words, just the length for it' });
  expect(measureLength(1_400, 'hard')).toMatchObject({ fraction: 1, sentence: '1,400 words, as long as you like' });
});

test('guidance decides what stands open at first', () => {
  expect(shownAtFirst('detailed')).toEqual({ help: true, example: true });
  expect(shownAtFirst('moderate')).toEqual({ help: true, example: false });
  expect(shownAtFirst('minimal')).toEqual({ help: false, example: false });
});

test('a question moves one step, and not past the ends', () => {
  expect(reorderStep(four, '2', -1)).toBe('1');
  expect(reorderStep(four, '2', 1)).toBe('4');
  expect(reorderStep(four, '3', 1)).toBeNull();
  expect(reorderStep(four, '4', 1)).toBeUndefined();
  expect(reorderStep(four, '1', -1)).toBeUndefined();
});

test('a dropped question stands before or after the one it was dropped beside', () => {
  expect(reorderDrop(four, '4', '1', 'before')).toBe('1');
  expect(reorderDrop(four, '1', '3', 'after')).toBe('4');
  expect(reorderDrop(four, '3', '2', 'after')).toBe('4');
  expect(reorderDrop(four, '1', '4', 'after')).toBeNull();
});

test('a draft says how many answers are missing', () => {
  expect(missingForDraft(1)).toBe('2 more answers and this chapter can be drafted from your words.');
  expect(missingForDraft(2)).toContain('1 more answer and');
  expect(missingForDraft(3)).toBeNull();
});

test('limits and sizes', () => {
  expect(roomForQuestions(four)).toBe(16);
  expect(isAskable('  too short ')).toBe(false);
  expect(isAskable('What did the harbour sound like?')).toBe(true);
  expect([60, 200, 900].map((length) => questionSize('x'.repeat(length)))).toEqual(['large', 'medium', 'small']);
});

test('what the co-writer asked is counted, and what was left out is explained', () => {
  expect(questionsSaid({ added: 3, refused: 0 })).toBe('3 questions from the co-writer.');
  expect(questionsSaid({ added: 1, refused: 1 })).toMatch(/^1 question from the co-writer\. 1 was left out: asked before/u);
  expect(questionsSaid({ added: 0, refused: 2 })).toMatch(/^No new question\. 2 were left out/u);
  expect([contradictionsSaid(0), contradictionsSaid(1)]).toEqual([
    'No two answers contradict each other.',
    '1 pair of answers may not go together.',
  ]);
});
