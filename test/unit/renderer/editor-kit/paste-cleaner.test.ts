// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { cleanHtml, cleanText } from '../../../../src-renderer/editor-kit/paste-cleaner';
import { fragmentOf, withPictures } from '../../../../src-renderer/editor-kit/paste-plugin';
import { DocumentNode, plainText } from '../../../../src-shared/text/document';
import { docOf, schema } from './document-builders';

/** Cleans, and makes sure that what comes out fits both schemas. */
function clean(html: string): readonly DocumentNode[] {
  const { blocks } = cleanHtml(html);
  if (blocks.length > 0) docOf(...blocks);
  return blocks.map((block) => DocumentNode.parse(block));
}

/** Blocks as one line: `p(bold:words)`, so that a test reads at a glance. */
function sketch(node: DocumentNode): string {
  if (node.type === 'text') {
    const marks = (node.marks ?? [])
      .filter((mark) => mark.type !== 'origin')
      .map((mark) => (mark.type === 'link' ? `link<${String(mark.attrs?.['href'])}>` : mark.type));
    return marks.length === 0 ? (node.text ?? '') : `{${marks.join(' ')}:${node.text ?? ''}}`;
  }
  const level = node.type === 'heading' ? String(node.attrs?.['level']) : '';
  return `${node.type}${level}(${(node.content ?? []).map(sketch).join('')})`;
}
const sketches = (html: string): string => clean(html).map(sketch).join(' ');

describe('pasted HTML', () => {
  test('every run is known as pasted', () => {
    const [block] = clean('<p>a <b>b</b></p>');
    expect(block?.content?.every((run) => run.marks?.[0]?.attrs?.['kind'] === 'pasted')).toBe(true);
  });

  test('keeps what the book has a name for', () => {
    expect(
      sketches(
        '<h1>T</h1><h5>S</h5><p>a <em>b</em> <u>c</u> <s>d</s> <code>e</code><br>f</p><hr><blockquote><p>q</p></blockquote><pre>x\n y</pre>',
      ),
    ).toBe(
      'heading1(T) heading3(S) paragraph(a {italic:b} {underline:c} {strike:d} {code:e}hardBreak()f) sceneBreak() blockquote(paragraph(q)) codeBlock(x\n y)',
    );
  });

  test('lists, with lists inside them, wherever the web puts those', () => {
    expect(sketches('<ol start="3"><li>a<ul><li>b</li></ul></li></ol>')).toBe(
      'orderedList(listItem(paragraph(a)bulletList(listItem(paragraph(b)))))',
    );
    expect(sketches('<ul><li>a</li><ul><li>b</li></ul></ul>')).toBe(
      'bulletList(listItem(paragraph(a)bulletList(listItem(paragraph(b)))))',
    );
    expect(clean('<ol start="3"><li>a</li></ol>')[0]?.attrs).toEqual({ start: 3 });
  });

  test('tables with headings and spans; a table of one cell is only a box', () => {
    expect(
      sketches(
        '<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td colspan=2>c</td></tr></tbody></table>',
      ),
    ).toBe('table(tableRow(tableHeader(paragraph(A))tableHeader(paragraph(B)))tableRow(tableCell(paragraph(c))))');
    expect(sketches('<table><tr><td><p>boxed</p></td></tr></table>')).toBe('paragraph(boxed)');
  });

  test('links keep safe addresses only', () => {
    expect(
      sketches(
        '<p><a href="https://a.org"><u>a</u></a> <a href="javascript:alert(1)">b</a> <a href=" JAVASCRIPT:x">c</a></p>',
      ),
    ).toBe('paragraph({link<https://a.org>:a} b c)');
  });

  test('white space reads as on a page', () => {
    expect(sketches('<p>  a\n   b <b> c</b>  </p>\n<p> </p><p>&nbsp;</p>')).toBe('paragraph(a b {bold:c})');
  });

  test('text between blocks becomes paragraphs', () => {
    expect(sketches('a<div>b<div>c</div></div>d')).toBe('paragraph(a) paragraph(b) paragraph(c) paragraph(d)');
  });

  test('markup deeper than any page is read as its words', () => {
    const deep = `${'<div>'.repeat(400)}words${'</div>'.repeat(400)}`;
    expect(clean(deep).map(plainText).join('')).toBe('words');
  });
});

describe('from Word', () => {
  const item = (level: number, marker: string, words: string) =>
    `<p class=MsoListParagraph style='margin-left:36pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${marker}<span style='font:7pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>${words}</p>`;

  test('paragraphs that are meant as lists become lists', () => {
    expect(sketches(item(1, '1.', 'one') + item(2, 'o', 'inner') + item(1, '2.', 'two'))).toBe(
      'orderedList(listItem(paragraph(one)bulletList(listItem(paragraph(inner))))listItem(paragraph(two)))',
    );
    expect(sketches(item(1, '·', 'dot'))).toBe('bulletList(listItem(paragraph(dot)))');
  });

  test('its own styles and markers go, what they say stays', () => {
    const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style><!--[if gte mso 9]><xml><o:x>junk</o:x></xml><![endif]--></head>
      <body><p class=MsoTitle>Title</p><p class=MsoNormal style='mso-margin-top-alt:auto'><span style='font-variant:small-caps'>Small</span> <span style='mso-hide:all'>hidden</span><b style='mso-bidi-font-weight:normal'>strong</b><o:p></o:p></p></body></html>`;
    expect(sketches(html)).toBe('heading1(Title) paragraph({smallCaps:Small} {bold:strong})');
  });

  test('footnotes come with their words, once', () => {
    const html = `<p>Text<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span>[1]</span></a> on.</p>
      <div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1">[1]</a> The note.</p></div></div>`;
    expect(sketches(html)).toBe('paragraph(Textfootnote(The note.) on.)');
  });
});

describe('from Google Docs', () => {
  test('the one element around everything is not strong, and styles say what tags do not', () => {
    const html = `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:700">bold</span><span style="font-style:italic"> it</span></p><br /><p dir="ltr">next</p></b><br class="Apple-interchange-newline">`;
    expect(sketches(html)).toBe('paragraph({bold:bold}{italic: it}) paragraph(next)');
  });
});

describe('hostile HTML', () => {
  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)></svg>',
    '<iframe srcdoc="<script>x</script>"></iframe>',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></table></math>',
    '<style>@import "http://evil"</style>',
    '<object data=x></object>',
    '<form><input name=attributes><button formaction=javascript:x></button></form>',
    '<template><img src=x onerror=x></template>',
    '<base href="//evil">',
    '<noscript><p title="</noscript><img src=x onerror=x>"></noscript>',
    '<a href="data:text/html,<script>x</script>">',
    '<details open ontoggle=x>',
    '<video><source onerror=x></video>',
  ])('%s leaves words and names only', (html) => {
    const blocks = clean(`<p>before</p>${html}<p>after</p>`);
    const json = JSON.stringify(blocks);
    expect(json).not.toMatch(/onerror|onload|javascript:|srcdoc|@import|script|evil/iu);
    expect(json).toContain('before');
    expect(json).toContain('after');
  });

  test('nothing is set in the page itself', () => {
    cleanHtml('<p id="x"><img src="http://127.0.0.1:1/track.png"><script>globalThis.hacked = 1</script></p>');
    expect(document.getElementById('x')).toBeNull();
    expect('hacked' in globalThis).toBe(false);
  });
});

describe('pictures', () => {
  const data = 'data:image/png;base64,AAAA';

  test('those on the web are counted, those inside come along', () => {
    const pasted = cleanHtml(
      `<p>a<img src="https://x.org/1.png"><img src="${data}" alt="A cat">b</p><img src="file:///etc/x.png">`,
    );
    expect(pasted.picturesLeftOut).toBe(2);
    expect(pasted.pictures).toEqual([data]);
    expect(pasted.blocks.filter((block) => block.type === 'figure').map((figure) => figure.attrs?.['alt'])).toEqual([
      'A cat',
    ]);
  });

  test('a stored picture takes its place, a refused one leaves none', () => {
    const { blocks } = cleanHtml(`<p>a</p><blockquote><img src="${data}"></blockquote><img src="${data}">`);
    const stored = { assetId: 'sha', widthPx: 2, heightPx: 3 };
    const kept = withPictures(blocks, [null, stored]);
    expect(kept.map((block) => block.type)).toEqual(['paragraph', 'figure']);
    expect(kept[1]?.attrs).toEqual({ ...stored, alt: '', caption: '' });
    expect(fragmentOf(schema, kept).childCount).toBe(2);
  });
});

describe('plain text', () => {
  test('each line is a paragraph', () => {
    expect(cleanText('a\r\n\r\nb\tc\n  \nd').blocks.map(plainText)).toEqual(['a', 'b c', 'd']);
  });
});
