import { expect, test } from 'vitest';
import { textMenuTemplate } from '../../../../src-main/shell/text-menu-template';

const all = { canCut: true, canCopy: true, canPaste: true };
const none = { canCut: false, canCopy: false, canPaste: false };
const rolesOf = (entries: ReturnType<typeof textMenuTemplate>) => entries.flatMap(({ role }) => role ?? []);

test('a field has cut, copy, both ways to paste, and select all', () => {
  const entries = textMenuTemplate({ isEditable: true, selectionText: 'word', editFlags: all });
  expect(rolesOf(entries)).toEqual(['cut', 'copy', 'paste', 'pasteAndMatchStyle', 'selectAll']);
});

test('what cannot be done in a field is shown but not offered', () => {
  const entries = textMenuTemplate({ isEditable: true, selectionText: '', editFlags: none });
  expect(entries.filter(({ enabled }) => enabled === false).map(({ role }) => role)).toEqual([
    'cut',
    'copy',
    'paste',
    'pasteAndMatchStyle',
  ]);
});

test('chosen words that cannot be changed can be copied; beside words there is no menu', () => {
  expect(rolesOf(textMenuTemplate({ isEditable: false, selectionText: 'word', editFlags: all }))).toEqual(['copy']);
  expect(textMenuTemplate({ isEditable: false, selectionText: ' ', editFlags: none })).toEqual([]);
});
