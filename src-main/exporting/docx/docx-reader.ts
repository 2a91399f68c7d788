import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { Ledger } from '../conservation';
import { withZip } from '../zip-input';

/** Styles of what the export has added to the book. */
const additions: ReadonlySet<string> = new Set([
  'Title', 'Subtitle', 'Author', 'Copyright', 'ChapterLabel', 'TOCHeading', 'TOC1', 'TOC2', 'SceneBreak', 'LostFigure', 'Contact', 'Ending',
]);

/** Enters every paragraph and note of a Word file into a ledger. */
export async function readDocx(file: string, found: Ledger): Promise<void> {
  await withZip(file, async (read) => {
    const body = createParagraphParser(found.addBody);
    for await (const text of read('word/document.xml')) body.write(text);
    body.close();
    const notes = createParagraphParser(found.addNote);
    for await (const text of read('word/footnotes.xml')) notes.write(text);
    notes.close();
  });
}

function createParagraphParser(add: (text: string) => void) {
  const parser = new SaxesParser();
  let text = '';
  let style = '';
  let isText = false;
  parser.on('opentag', (tag: SaxesTagPlain) => {
    if (tag.name === 'w:p') {
      text = '';
      style = '';
    } else if (tag.name === 'w:pStyle') style = tag.attributes['w:val'] ?? '';
    isText = tag.name === 'w:t';
  });
  parser.on('text', (piece) => {
    if (isText) text += piece;
  });
  parser.on('closetag', (tag: SaxesTagPlain) => {
    isText = false;
    if (tag.name !== 'w:p') return;
    if (!additions.has(style)) add(text);
    text = '';
  });
  return parser;
}
