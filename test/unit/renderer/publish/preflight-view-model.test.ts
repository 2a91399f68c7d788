import { expect, test } from 'vitest';
import { placeText } from '../../../../src-renderer/features/publish/preflight-view-model';

const place = { chapterId: 'c1', chapterTitle: 'One' };

test('what was found stands out in its line, and spaces are made visible', () => {
  const spaces = { ...place, passage: { line: 0, before: 'The', match: '  ' }, shown: 'The  door' };
  expect(placeText(spaces)).toEqual({ before: 'The', match: '␣␣', after: 'door' });
  const quote = { ...place, passage: { line: 0, before: ' She said ', match: '"' }, shown: 'She said "no"' };
  expect(placeText(quote)).toEqual({ before: 'She said ', match: '"', after: 'no"' });
});

test('a place that is no line shows its words alone', () => {
  expect(placeText({ ...place, passage: null, shown: 'A lamp' })).toEqual({ before: 'A lamp', match: '', after: '' });
});
