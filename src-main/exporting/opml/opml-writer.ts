import { readFile } from 'node:fs/promises';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { writeChunk, type BookWriter, type CheckJob, type WriteJob } from '../writer';
import { opmlLines, opmlText, type OpmlLine } from './opml-text';

/** The outline for outliners: parts, chapters and sections with their descriptions and how far they are. */
export const opmlWriter: BookWriter = { write, check };

async function write(job: WriteJob): Promise<null> {
  await job.step(0.1, 'Outline');
  await writeChunk(job.output, opmlText(job.manuscript, job.outline));
  job.note('The outline has titles, descriptions and how far each chapter is. The text of the chapters is not in it.');
  return null;
}

async function check({ file, manuscript, outline }: CheckJob): Promise<string | null> {
  const expected = opmlLines(manuscript, outline);
  const found = readOpml(await readFile(file, 'utf8'));
  const at = expected.findIndex((line, index) => JSON.stringify(line) !== JSON.stringify(found[index]));
  if (at === -1 && expected.length === found.length) return null;
  return `line ${(at === -1 ? expected.length : at) + 1} of ${expected.length} is not in its place (${found.length} found)`;
}

function readOpml(xml: string): OpmlLine[] {
  const lines: OpmlLine[] = [];
  let depth = -1;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    if (name !== 'outline') return;
    depth += 1;
    const { text: title = '', _note: note = '', _status: status = '', _kind: kind = '' } = attributes;
    lines.push({ depth, title, note, status, kind });
  });
  parser.on('closetag', ({ name }: SaxesTagPlain) => {
    if (name === 'outline') depth -= 1;
  });
  parser.write(xml).close();
  return lines;
}
