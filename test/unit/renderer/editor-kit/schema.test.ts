import { describe, expect, test } from 'vitest';
import { blockNames, inlineNames, markNames } from '../../../../src-shared/text/document';
import { safeHref } from '../../../../src-renderer/editor-kit/schema/text-marks';
import { docOf, para, schema, shared, text } from './document-builders';

describe('the schema of the editor', () => {
  test('has exactly the nodes and marks of the shared document', () => {
    expect(Object.keys(schema.nodes).sort()).toEqual(['doc', ...blockNames, ...inlineNames].sort());
    expect(Object.keys(schema.marks).sort()).toEqual([...markNames].sort());
  });

  test('stores the documented attributes and no others', () => {
    const attributes = Object.fromEntries(
      [...Object.values(schema.nodes), ...Object.values(schema.marks)]
        .map((type): [string, string[]] => [type.name, Object.keys(type.spec.attrs ?? {}).sort()])
        .filter(([, names]) => names.length > 0),
    );
    expect(attributes).toEqual({
      heading: ['level'],
      orderedList: ['start'],
      codeBlock: ['language'],
      figure: ['alt', 'assetId', 'caption', 'heightPx', 'widthPx'],
      tableCell: ['colspan', 'colwidth', 'rowspan'],
      tableHeader: ['colspan', 'colwidth', 'rowspan'],
      link: ['href'],
      origin: ['kind', 'ref', 'sum'],
    });
  });

  test('is plain JSON that the shared schema accepts', () => {
    const doc = docOf(
      { type: 'heading', attrs: { level: 2 }, content: [text('Title')] },
      para('Words', { type: 'footnote', content: [text('A note', { type: 'italic' })] }, { type: 'hardBreak' }, 'more'),
      { type: 'figure', attrs: { assetId: 'a', alt: '', caption: 'C', widthPx: 3, heightPx: null } },
      { type: 'verse', content: [{ type: 'verseLine', content: [text('line')] }] },
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [{ type: 'tableCell', attrs: { colspan: 1, rowspan: 1, colwidth: [3] }, content: [para('x')] }],
          },
        ],
      },
      { type: 'sceneBreak' },
    );
    expect(shared(doc).content).toHaveLength(6);
  });

  test('an origin never grows by typing at its edge, and outside of all other marks is one element', () => {
    expect(schema.marks['origin']?.spec.inclusive).toBe(false);
    expect(Object.keys(schema.marks)[0]).toBe('origin');
  });

  test.each([
    ['https://example.org/?q="><b>', 'https://example.org/?q=%22%3E%3Cb%3E'],
    ['https://"><img src=x onerror="alert(1)">', null],
    ['https://', null],
    ['mailto:"a b"@example.org', 'mailto:%22a%20b%22@example.org'],
    ['https://example.org/a?b#c', 'https://example.org/a?b#c'],
    ['mailto:a@b.org', 'mailto:a@b.org'],
    ['#note', '#note'],
    [' http://x.org ', 'http://x.org'],
    ['javascript:alert(1)', null],
    ['JaVaScRiPt:alert(1)', null],
    ['java\nscript:x', null],
    ['data:text/html,x', null],
    ['file:///etc/passwd', null],
    ['//evil.org', null],
    ['', null],
  ])('a link to %j becomes %j', (given, kept) => {
    expect(safeHref(given)).toBe(kept);
  });
});
