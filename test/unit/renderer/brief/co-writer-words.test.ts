import { expect, test } from 'vitest';
import {
  clarifyingSaid,
  groupIdeas,
  hintsSaid,
  ideasSaid,
  takenText,
} from '../../../../src-renderer/features/brief/co-writer-words';

test('ideas stand by sort in the order of the brief, and a cover can only be read', () => {
  const idea = (what: 'title' | 'subtitle' | 'back-cover' | 'cover', text: string) => ({ what, text, why: '' });
  const groups = groupIdeas([idea('cover', 'A hand.'), idea('title', 'Hours'), idea('title', 'Wheels')]);
  expect(groups.map(({ heading, field, ideas }) => [heading, field, ideas.map(({ text }) => text)])).toEqual([
    ['Titles', 'title', ['Hours', 'Wheels']],
    ['Ideas for the cover', null, ['A hand.']],
  ]);
});

test('what came of it is said in one sentence, also when nothing did', () => {
  expect([hintsSaid(0), hintsSaid(1), clarifyingSaid(0), clarifyingSaid(2), ideasSaid(0)]).toEqual([
    'The co-writer misses nothing.',
    '1 thing the co-writer would still ask.',
    'The co-writer has nothing new to ask.',
    '2 questions from the co-writer.',
    'No idea came back.',
  ]);
  expect(ideasSaid(3)).toContain('Nothing is taken');
  expect(takenText('description')).toBe('The back of the book has a new text');
});
