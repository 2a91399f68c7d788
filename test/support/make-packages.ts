import { strToU8, type Zippable } from 'fflate';

const names = ['office', 'text', 'style', 'fo', 'dc', 'xlink', 'table', 'draw', 'svg'].map((name) => `xmlns:${name}="urn:${name}"`).join(' ');

/** The parts of a small OpenDocument text with a bit of everything. */
export function odtParts(picture: Uint8Array): Zippable {
  const changes = '<text:tracked-changes><text:changed-region text:id="d1"><text:deletion><office:change-info><dc:creator>Olga</dc:creator></office:change-info><text:p>slowly</text:p></text:deletion></text:changed-region></text:tracked-changes>';
  const list = '<text:list text:style-name="L1"><text:list-item><text:p>One</text:p><text:list><text:list-item><text:p>deep</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>Two</text:p></text:list-item></text:list>';
  const table = '<table:table><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>a</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>b</text:p></table:table-cell><table:table-cell><text:p>c</text:p></table:table-cell></table:table-row></table:table>';
  const frame = '<text:p><draw:frame><draw:image xlink:href="Pictures/a.png"/><svg:desc>A boat</svg:desc></draw:frame></text:p>';
  const note = '<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Its note.</text:p></text:note-body></text:note>';
  const prose = Array.from({ length: 12 }, (_unused, at) => `<text:p>Line ${at} with <text:span text:style-name="T1">slant</text:span>${note} and <text:a xlink:href="https://example.org/">a way out</text:a><office:annotation><dc:creator>Ines</dc:creator><text:p>Why?</text:p></office:annotation>.</text:p>`).join('');
  const body = `<text:h text:outline-level="1">One</text:h>${prose}${list}<text:h text:outline-level="2">Inside</text:h>${table}<text:h text:outline-level="1">Two</text:h>${frame}<text:p>We rowed <text:change text:change-id="d1"/>home.</text:p>`;
  const styles = '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-style="italic"/></style:style><text:list-style style:name="L1"><text:list-level-style-number text:level="1"/></text:list-style>';
  return {
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8(`<?xml version="1.0"?><office:document-content ${names}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${changes}${body}</office:text></office:body></office:document-content>`),
    'meta.xml': strToU8(`<?xml version="1.0"?><office:document-meta ${names}><office:meta><dc:title>Salt</dc:title></office:meta></office:document-meta>`),
    'Pictures/a.png': picture,
  };
}

/** The parts of a small EPUB with a bit of everything. */
export function epubParts(picture: Uint8Array): Zippable {
  const page = (body: string): Uint8Array => strToU8(`<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>x</title></head><body>${body}</body></html>`);
  const prose = Array.from({ length: 10 }, (_unused, at) => `<p>Line ${at} with <em>slant</em><a epub:type="noteref" href="notes.xhtml#n${at}">${at}</a> and <a href="https://example.org/">a way out</a>.</p>`).join('');
  return {
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8('<?xml version="1.0"?><container><rootfiles><rootfile full-path="EPUB/package.opf"/></rootfiles></container>'),
    'EPUB/package.opf': strToU8('<?xml version="1.0"?><package><metadata><dc:title>Salt</dc:title><dc:language>en</dc:language><dc:creator>Mo</dc:creator></metadata><manifest><item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="b" href="b.xhtml" media-type="application/xhtml+xml"/><item id="n" href="notes.xhtml" media-type="application/xhtml+xml"/><item id="p" href="p.png" media-type="image/png"/></manifest><spine><itemref idref="a"/><itemref idref="b"/><itemref idref="n"/></spine></package>'),
    'EPUB/nav.xhtml': page('<nav epub:type="toc"><ol><li><a href="a.xhtml">One</a></li><li><a href="b.xhtml">Two</a></li></ol></nav>'),
    'EPUB/a.xhtml': page(`<h1>One</h1>${prose}<ul><li>a<ol start="4"><li>deep</li></ol></li></ul><figure><img src="p.png" alt="A boat"/><figcaption>The boat</figcaption></figure>`),
    'EPUB/b.xhtml': page('<h1>Two</h1><blockquote><p>q</p></blockquote><table><tr><td colspan="2">a</td></tr><tr><th>b</th><td>c</td></tr></table><div class="verse"><p>x</p><p>y</p></div><pre>code</pre><h2>Inside</h2><p>End.</p>'),
    'EPUB/notes.xhtml': page(Array.from({ length: 10 }, (_unused, at) => `<aside epub:type="footnote" id="n${at}"><p>Note ${at}.</p></aside>`).join('')),
    'EPUB/p.png': picture,
  };
}
