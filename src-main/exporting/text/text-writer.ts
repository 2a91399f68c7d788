import { readFile } from 'node:fs/promises';
import type { BookSection } from '../block';
import { findInOrder } from '../text-check';
import { titleLines } from '../title-lines';
import { writeChunk, type BookWriter, type CheckJob, type WriteJob } from '../writer';
import { createTextSetter } from './text-blocks';
import { expectedTexts } from './text-expectation';

/** Plain text in UTF-8: a paragraph a line, an empty line between, notes in square brackets after their section. */
export const textWriter: BookWriter = { write, check };

async function write(job: WriteJob): Promise<null> {
  const total = Math.max(1, job.manuscript.sections.length);
  const setter = createTextSetter();
  await writeChunk(job.output, titleLines(job.manuscript).join('\n') + '\n');
  for await (const item of job.readItems()) {
    if (item.kind === 'section') {
      await job.step((0.9 * item.section.index) / total, item.section.contentsTitle);
      await writeChunk(job.output, setter.endNotes() + sectionText(item.section));
    } else await writeChunk(job.output, item.blocks.map((block) => `\n${setter.blockText(block)}\n`).join(''));
  }
  await writeChunk(job.output, setter.endNotes());
  for (const sentence of setter.losses()) job.note(sentence);
  return null;
}

const sectionLines = ({ label, heading }: BookSection): string[] => [label, heading].filter((line) => line !== '');

function sectionText(section: BookSection): string {
  const lines = sectionLines(section);
  return lines.length === 0 ? '\n' : `\n\n${lines.join('\n')}\n`;
}

async function check({ file, manuscript, readItems }: CheckJob): Promise<string | null> {
  const names = { opening: titleLines(manuscript), ofSection: sectionLines };
  return findInOrder(await readFile(file, 'utf8'), expectedTexts(readItems(), names), /^[[\]\d.•|*—]*$/u);
}
