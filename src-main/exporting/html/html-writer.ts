import { createReadStream } from 'node:fs';
import type { SaxesTagPlain } from 'saxes';
import type { BookSection, Note } from '../block';
import { compareLedgers, createLedger } from '../conservation';
import { createSectionParser } from '../epub/epub-reader';
import { xhtmlBlock, xhtmlNotes, type XhtmlDialect } from '../epub/epub-xhtml';
import { labelsFor } from '../labels';
import { writeChunk, type BookWriter, type CheckJob, type WriteJob } from '../writer';
import { createHtmlPage } from './html-page';
import { coverAddress, createHtmlPictures } from './html-pictures';

/** One page of the web with everything in it: style, pictures, contents and notes that link both ways. */
export const htmlWriter: BookWriter = { write, check };

const dialect: XhtmlDialect = { isBook: false, titleLevel: 2 };

async function write(job: WriteJob): Promise<null> {
  const page = createHtmlPage(job.manuscript);
  const pictures = createHtmlPictures(job);
  const { notes: notesTitle } = labelsFor(job.manuscript.brief.language);
  const total = Math.max(1, job.manuscript.sections.length);
  const notes: Note[] = [];
  let open: BookSection | null = null;
  const close = (): string => (open === null ? '' : `${xhtmlNotes(notes.splice(0), notesTitle, dialect)}</section>\n`);

  await writeChunk(job.output, page.head() + page.opening(await coverAddress(job)));
  for await (const item of job.readItems()) {
    if (item.kind === 'section') {
      await job.step((0.9 * item.section.index) / total, item.section.contentsTitle);
      await writeChunk(job.output, close());
      if (item.section.index === page.contentsAt) await writeChunk(job.output, page.contents());
      await writeChunk(job.output, page.openSection(item.section));
      open = item.section;
    } else {
      const ports = { pictureOf: pictures.pictureOf, addNote: (note: Note) => void notes.push(note), dialect };
      for (const block of item.blocks) {
        await pictures.place(block);
        await writeChunk(job.output, `${xhtmlBlock(block, ports)}\n`);
      }
    }
  }
  await writeChunk(job.output, close() + page.closing());
  return null;
}

/** What stands around the sections: title, contents, style and copyright. */
const isFrame = ({ name, attributes }: SaxesTagPlain): boolean =>
  name === 'head' || name === 'nav' || name === 'footer' || (name === 'header' && attributes['class'] === 'book');

async function check({ file, expected }: CheckJob): Promise<string | null> {
  const found = createLedger();
  const parser = createSectionParser(found, isFrame);
  for await (const chunk of createReadStream(file, 'utf8')) parser.write(String(chunk));
  parser.close();
  return compareLedgers(expected, found);
}
