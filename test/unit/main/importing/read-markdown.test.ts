import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMarkdown, withOrigin } from '../../../../src-main/importing/read-markdown';
import { DocumentNode, plainText, textLines } from '../../../../src-shared/text/document';

const only = (markdown: string): DocumentNode => readMarkdown(markdown).chapters[0]?.document ?? { type: 'doc' };
const types = (node: DocumentNode): string[] => [node.type, ...(node.content ?? []).flatMap(types)];

test('chapters stand at the top-most heading that repeats', () => {
  const titles = (text: string): string[] => readMarkdown(text).chapters.map(({ title }) => title);
  expect(titles('# One\n\na\n\n# Two\n\nb')).toEqual(['One', 'Two']);
  expect(titles('# The Book\n\n## One\n\na\n\n## Two\n\nb')).toEqual(['One', 'Two']);
  expect(readMarkdown('# The Book\n\n## One\n\na\n\n## Two\n\nb').title).toBe('The Book');
  expect(titles('One\n===\n\na\n\nTwo\n===\n\nb')).toEqual(['One', 'Two']);
  expect(titles('# *A* `b` & c #\n\n# D')).toEqual(['A b & c', 'D']);
});

test('signs inside a fence are no headings', () => {
  const { chapters } = readMarkdown('# One\n\n```\n# not a heading\n```\n\n~~~\n```\n# nor this\n~~~\n\n# Two\n');
  expect(chapters.map(({ title }) => title)).toEqual(['One', 'Two']);
  expect(plainText(chapters[0]?.document ?? { type: 'doc' })).toContain('# not a heading');
});

test('front matter names the book and is no text', () => {
  const book = readMarkdown('---\ntitle: "A: Book"\nauthor:\n  - Ann\n  - name: Bea\nlang: en-GB\n---\n\n# One\n\na');
  expect(book).toMatchObject({ title: 'A: Book', author: 'Ann, Bea', language: 'en-GB' });
  expect(readMarkdown('---\n: [not yaml\n---\n\nText').chapters[0]?.document.content?.length).toBeGreaterThan(0);
});

test('front and back matter are known by their names', () => {
  const kinds = readMarkdown('# Dedication\n\nx\n\n# One\n\na\n\n# Acknowledgments\n\nb').chapters.map(({ kind, matter }) => [kind, matter]);
  expect(kinds).toEqual([['front', 'dedication'], ['chapter', null], ['back', 'acknowledgements']]);
});

test('marks, lists, tables, notes and breaks become the nodes of a chapter', () => {
  const document = only('*a* **b** ~~c~~ `d` <u>e</u> [f](https://x.org/)[^n]\n\n> q\n\n- l\n\n3. m\n\n| h |\n| --- |\n| t |\n\n* * *\n\n```\ncode\n```\n\n[^n]: A *note*.\n');
  expect(new Set(types(document))).toEqual(
    new Set(['doc', 'paragraph', 'text', 'footnote', 'blockquote', 'bulletList', 'orderedList', 'listItem', 'table', 'tableRow', 'tableHeader', 'tableCell', 'sceneBreak', 'codeBlock']),
  );
  const marks = (document.content?.[0]?.content ?? []).flatMap((node) => (node.marks ?? []).map(({ type }) => type));
  expect(marks).toEqual(['italic', 'bold', 'strike', 'code', 'underline', 'link']);
  expect(() => DocumentNode.parse(document)).not.toThrow();
});

test('notes may stand anywhere, and one that nothing calls is kept as a paragraph', () => {
  const { chapters, notes } = readMarkdown('# One\n\nA[^1].\n\n# Two\n\nB.\n\n[^1]: First.\n[^2]: Uncalled.\n');
  expect(types(chapters[0]?.document ?? { type: 'doc' })).toContain('footnote');
  expect(textLines(chapters[1]?.document ?? { type: 'doc' })).toEqual(['B.', 'Uncalled.']);
  expect(notes.join()).toContain('nothing refers to');
});

test('HTML is shown, never run, and only web and mail links are kept', () => {
  const { chapters, notes } = readMarkdown('<script>alert(1)</script>\n\nA <img src=x onerror=y> b [c](javascript:alert(1)) ![alt](file:///etc/passwd)');
  const text = JSON.stringify(chapters);
  expect(text).toContain('<script>alert(1)</script>');
  expect(text).not.toContain('"link"');
  expect(text).not.toContain('passwd');
  expect(text).toContain('alt');
  expect(notes).toHaveLength(3);
});

test('any text at all is read, without an exception and as a valid document', () => {
  const pieces = fc.constantFrom('# ', '## ', '[^1]', '[^1]: ', '`', '```', '\n', '\n\n', '> ', '- ', '1. ', '|', '---', '*', '**', '_', '<b>', '</u>', '[', '](', ')', '\\', '\u0000', '\ud800', 'é', 'word ', '    ', '\t', '&amp;', '![');
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 60 }), (parts) => {
      for (const { document } of readMarkdown(parts.join('')).chapters) DocumentNode.parse(document);
    }),
    { numRuns: 300 },
  );
});

test('every run of an imported document says where it came from', () => {
  const marked = withOrigin(only('A *b* c[^1]\n\n[^1]: d'), 'imported', '');
  const runs = JSON.stringify(marked).match(/"type":"text"/gu)?.length;
  expect(JSON.stringify(marked).match(/"type":"origin","attrs":\{"kind":"imported","ref":""\}/gu)).toHaveLength(runs ?? 0);
});
