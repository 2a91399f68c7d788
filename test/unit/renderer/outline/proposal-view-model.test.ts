import { describe, expect, test } from 'vitest';
import {
  acceptLabel,
  acceptSentence,
  changeProposal,
  chaptersSetAside,
  chosenChapters,
  incomingChapters,
  proposalName,
  proposedSaid,
  startProposal,
  type ProposalAction,
} from '../../../../src-renderer/features/outline/proposal-view-model';
import { book } from './outline-nodes';

const chapter = (key: string, continues: string | null = null) => ({
  key,
  title: `Title ${key}`,
  description: '',
  sections: [],
  continues,
});
const start = startProposal({
  origin: 'template',
  label: 'A template',
  chapters: [chapter('x', 'a'), chapter('y'), chapter('z')],
});
const after = (...actions: ProposalAction[]) => actions.reduce(changeProposal, start);

test('everything is chosen at first, and added', () => {
  expect(chosenChapters(start).map((one) => one.key)).toEqual(['x', 'y', 'z']);
  expect(start.mode).toBe('add');
});

test('chapters can be left out, renamed and chosen again', () => {
  const state = after({ type: 'chosen', key: 'y', isChosen: false }, { type: 'titled', key: 'x', title: 'Mine' });
  expect(chosenChapters(state).map((one) => one.title)).toEqual(['Mine', 'Title z']);
  expect(chosenChapters(changeProposal(state, { type: 'allChosen', isChosen: true }))).toHaveLength(3);
});

test('a chapter whose title was emptied is not taken', () => {
  expect(chosenChapters(after({ type: 'titled', key: 'x', title: '  ' })).map((one) => one.key)).toEqual(['y', 'z']);
});

test('a present chapter is continued by one proposed chapter only', () => {
  const state = after({ type: 'matched', key: 'y', continues: 'a' });
  expect(state.lines.map((line) => line.chapter.continues)).toEqual([null, 'a', null]);
});

describe('what accepting does', () => {
  test('adding sets nothing aside', () => {
    expect(chaptersSetAside(start, book)).toEqual([]);
    expect(acceptSentence(start, book)).toBe('No text is lost: new chapters go after the ones you have.');
    expect(acceptLabel(start, true)).toBe('Add 3 chapters');
  });
  test('replacing names the chapters that go to Unplaced', () => {
    const state = after({ type: 'modeSet', mode: 'replace' });
    expect(chaptersSetAside(state, book).map((one) => one.id)).toEqual(['b', 'c', 'd']);
    expect(acceptSentence(state, book)).toContain('3 chapters move to Unplaced');
    expect(acceptLabel(state, true)).toBe('Replace with 3 chapters');
  });
  test('a continued chapter that is not chosen is set aside too', () => {
    const state = after({ type: 'modeSet', mode: 'replace' }, { type: 'chosen', key: 'x', isChosen: false });
    expect(chaptersSetAside(state, book).map((one) => one.id)).toEqual(['a', 'b', 'c', 'd']);
  });
  test('an empty outline just takes it', () => {
    expect(acceptLabel(start, false)).toBe('Use this outline');
    expect(acceptSentence(start, [])).toBe('You can rename, move and remove everything afterwards.');
  });
});

test('kept proposals are told apart by day and size, and what comes in is shown in its order', () => {
  const proposal = { origin: 'co-writer', label: '', chapters: [chapter('x'), chapter('y')] } as const;
  const kept = { origin: proposal.origin, label: '', chapters: [...proposal.chapters] };
  expect(proposalName({ createdAt: '2026-03-01T12:04:00', proposal: kept })).toBe('1 Mar 2026, 12:04, 2 chapters');
  expect(proposedSaid(kept)).toBe('2 chapters proposed. Your outline is as it was.');
  const items = [
    { kind: 'chapter', chapter: chapter('x') },
    { kind: 'hint', text: 'Not a chapter.' },
    { kind: 'chapter', chapter: chapter('y') },
  ] as const;
  expect(incomingChapters(items).map(({ key }) => key)).toEqual(['x', 'y']);
});
