import type { Inline, Note, TextStyle } from '../block';
import { escapeXml } from '../xml-text';

const codeFont = '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>';
const rightToLeftLetters = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u;

// The schema wants these in one order.
function runProperties(style: TextStyle, text: string): string {
  const parts: string[] = [];
  if (style.code) parts.push(codeFont);
  if (style.bold) parts.push('<w:b/><w:bCs/>');
  if (style.italic) parts.push('<w:i/><w:iCs/>');
  if (style.smallCaps) parts.push('<w:smallCaps/>');
  if (style.strike) parts.push('<w:strike/>');
  if (style.href !== null) parts.push('<w:color w:val="1F4E79"/>');
  if (style.underline || style.href !== null) parts.push('<w:u w:val="single"/>');
  if (rightToLeftLetters.test(text)) parts.push('<w:rtl/>');
  return parts.length === 0 ? '' : `<w:rPr>${parts.join('')}</w:rPr>`;
}

/** A run of text; tabs and line feeds become Word's own. */
export function textRun(text: string, style: TextStyle): string {
  const properties = runProperties(style, text);
  if (!/[\t\n]/u.test(text)) return `<w:r>${properties}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
  const pieces = text.split(/(?<=[\t\n])|(?=[\t\n])/u).map((piece) => {
    if (piece === '\t') return '<w:tab/>';
    return piece === '\n' ? '<w:br/>' : `<w:t xml:space="preserve">${escapeXml(piece)}</w:t>`;
  });
  return `<w:r>${properties}${pieces.join('')}</w:r>`;
}

const fieldMark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;

/** A field with the text it shows until it is brought up to date. */
export const field = (instruction: string, shown: string): string =>
  `${fieldMark('begin')}<w:r><w:instrText xml:space="preserve">${escapeXml(instruction)}</w:instrText></w:r>${fieldMark('separate')}${shown}${fieldMark('end')}`;

/** Sets inline content as runs. `addNote` hears of each note and its reference is set. */
export function docxInline(content: readonly Inline[], addNote: (note: Note) => void): string {
  let xml = '';
  for (const inline of content) {
    if (inline.kind === 'break') xml += '<w:r><w:br/></w:r>';
    else if (inline.kind === 'text') {
      const run = textRun(inline.text.replace(/\n/gu, ' '), inline.style);
      xml += inline.style.href === null ? run : field(` HYPERLINK "${inline.style.href}" `, run);
    } else {
      addNote(inline.note);
      xml += `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="${inline.note.id}"/></w:r>`;
    }
  }
  return xml;
}

/** A note as it stands in `footnotes.xml`. */
export function footnoteXml(note: Note): string {
  const number = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>';
  const text = docxInline(note.content, () => undefined);
  return `<w:footnote w:id="${note.id}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>${number}${text}</w:p></w:footnote>`;
}
