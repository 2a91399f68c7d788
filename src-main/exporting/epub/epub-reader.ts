import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { Ledger } from '../conservation';
import { withZip } from '../zip-input';

const lines: ReadonlySet<string> = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'figcaption', 'pre']);

/** Enters every paragraph of the sections of an EPUB into a ledger. Labels, references and ways back are left out. */
export async function readEpubSections(file: string, sectionFiles: readonly string[], found: Ledger): Promise<void> {
  await withZip(file, async (read) => {
    for (const name of sectionFiles) {
      const parser = createSectionParser(found);
      for await (const text of read(`EPUB/${name}`)) parser.write(text);
      parser.close();
    }
  });
}

/** Enters what is written into it into a ledger. `isExtra` names elements that the export has added besides labels and references. */
export function createSectionParser(found: Ledger, isExtra: (tag: SaxesTagPlain) => boolean = () => false) {
  const parser = new SaxesParser();
  let text = '';
  let skipping = 0;
  let isNote = false;

  parser.on('opentag', (tag: SaxesTagPlain) => {
    if (skipping > 0 || isAddition(tag) || isExtra(tag)) skipping += 1;
    else if (tag.name === 'aside') isNote = true;
    if (lines.has(tag.name)) text = '';
  });
  parser.on('text', (piece) => {
    if (skipping === 0) text += piece;
  });
  parser.on('closetag', (tag: SaxesTagPlain) => {
    if (skipping > 0) {
      skipping -= 1;
      return;
    }
    if (tag.name === 'aside') isNote = false;
    if (!lines.has(tag.name)) return;
    if (isNote) found.addNote(text);
    else found.addBody(text);
    text = '';
  });
  return parser;
}

function isAddition({ name, attributes }: SaxesTagPlain): boolean {
  const role = attributes['role'];
  const look = attributes['class'];
  if (name === 'title' || role === 'doc-noteref' || role === 'doc-backlink') return true;
  return name === 'p' && (look === 'label' || look === 'lost');
}
