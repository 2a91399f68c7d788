import type { BookSection } from '../block';
import { picturesIn } from '../block-pictures';
import { compareLedgers, createLedger, readBlock } from '../conservation';
import { docxBlock, docxParagraph, topPlace, type DocxPorts } from '../docx/docx-blocks';
import { footnoteXml, textRun } from '../docx/docx-inline';
import { createNumbering } from '../docx/docx-numbering';
import { readDocx } from '../docx/docx-reader';
import { createPictures } from '../docx/docx-writer';
import { plainStyle } from '../inline-content';
import { isRightToLeft, labelsFor } from '../labels';
import { titleNames } from '../title-lines';
import type { BookWriter, CheckJob, WriteJob } from '../writer';
import { createZip } from '../zip-output';
import { classicLook, modernLook, type SubmissionLook } from './submission-look';
import { documentEnd, documentStart, submissionParts, textWidthOf } from './submission-package';
import { roundedWords, wordsFor } from './submission-words';
import { asManuscript, lookText } from './typed-text';

const writerOf = (look: SubmissionLook): BookWriter => ({ write: (job) => write(job, look), check: (job) => check(job, look) });

/** A Word file by Shunn’s standard for manuscripts, as editors and agents ask for it. */
export const modernSubmission: BookWriter = writerOf(modernLook);

/** The same as a typewriter made it. */
export const classicSubmission: BookWriter = writerOf(classicLook);

async function write(job: WriteJob, look: SubmissionLook): Promise<null> {
  const zip = createZip(job.output);
  const pictures = createPictures(job, zip);
  const numbering = createNumbering();
  const footnotes: string[] = [];
  const ports: DocxPorts = {
    pictureOf: pictures.pictureOf, addNote: (note) => void footnotes.push(footnoteXml(note)), addList: numbering.add,
    textWidth: textWidthOf(job.page), isRightToLeft: isRightToLeft(job.manuscript.brief.language), sceneBreak: '#',
  };
  await zip.stream('word/document.xml', documentXml(job, look, { ports, placePicture: pictures.place }));
  const written = { footnotes: footnotes.join(''), numbering: numbering.xml(), pictureRelations: pictures.relations() };
  for (const [name, xml] of submissionParts(job.manuscript, { look, page: job.page }, written)) zip.add(name, xml);
  await zip.end();
  job.note('A manuscript for an editor has no contents, no cover and no links; their words are there.');
  return null;
}

type Setting = { readonly ports: DocxPorts; readonly placePicture: (assetId: string) => Promise<void> };

async function* documentXml(job: WriteJob, look: SubmissionLook, { ports, placePicture }: Setting): AsyncGenerator<string> {
  const total = Math.max(1, job.manuscript.sections.length);
  yield documentStart + titlePage(job, look);
  for await (const item of asManuscript(job.readItems(), look)) {
    if (item.kind === 'section') {
      await job.step((0.85 * item.section.index) / total, item.section.contentsTitle);
      yield sectionHead(item.section, ports.isRightToLeft);
    } else {
      const place = { ...topPlace, isCentered: item.section.heading === '' };
      for (const block of item.blocks) {
        for (const assetId of picturesIn(block)) await placePicture(assetId);
        yield docxBlock(block, place, ports);
      }
    }
  }
  yield docxParagraph('Ending', textRun(wordsFor(job.manuscript.brief.language).end, plainStyle)) + documentEnd(job.page);
}

/** Who wrote it and how long it is at the top, the title a third of the way down. */
function titlePage(job: WriteJob, look: SubmissionLook): string {
  const { brief } = job.manuscript;
  const { title, subtitle, author } = titleNames(job.manuscript);
  const rtl = { isRightToLeft: isRightToLeft(brief.language) };
  const line = (style: string, text: string): string => (text === '' ? '' : docxParagraph(style, textRun(lookText(text, look), plainStyle), rtl));
  const written = new Set(job.manuscript.sections.map(({ id }) => id));
  const words = job.outline.reduce((sum, node) => sum + (written.has(node.id) ? node.words : 0), 0);
  const count = roundedWords(words).toLocaleString(brief.language);
  const byline = author === '' ? '' : `${labelsFor(brief.language).by} ${author}`.trim();
  return line('Contact', `${author}\t${wordsFor(brief.language).about(count)}`) + line('Title', title) + line('Subtitle', subtitle) + line('Author', byline);
}

/** Each section begins on a page of its own, a third of the way down. */
function sectionHead(section: BookSection, rtl: boolean): string {
  const newPage = '<w:pageBreakBefore/>';
  const down = `${newPage}<w:spacing w:before="4320"/>`;
  if (section.heading === '') return docxParagraph('CenteredText', '', { more: down, isRightToLeft: rtl });
  const label = section.label === '' ? '' : docxParagraph('ChapterLabel', textRun(section.label, plainStyle), { more: newPage, isRightToLeft: rtl });
  return label + docxParagraph('Heading1', textRun(section.heading, plainStyle), { more: label === '' ? down : '', isRightToLeft: rtl });
}

async function check({ file, readItems }: CheckJob, look: SubmissionLook): Promise<string | null> {
  const expected = createLedger();
  for await (const item of asManuscript(readItems(), look)) {
    if (item.kind === 'section') expected.addBody(item.section.heading);
    else for (const block of item.blocks) readBlock(block, { body: expected.addBody, note: expected.addNote });
  }
  const found = createLedger();
  await readDocx(file, found);
  return compareLedgers(expected, found);
}
