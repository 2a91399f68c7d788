import { readFile } from 'node:fs/promises';
import { lostPicture, picturesIn } from '../block-pictures';
import { extensionOf } from '../picture-types';
import { findInOrder } from '../text-check';
import { expectedTexts } from '../text/text-expectation';
import { copyrightLine, hasOwn, titleNames } from '../title-lines';
import { bookFileName, writeChunk, type BookWriter, type CheckJob, type WriteJob } from '../writer';
import { markdownBlock, type MarkdownPorts } from './markdown-blocks';
import { readLetters } from './markdown-letters';
import { frontMatterText, headingText, markdownFurniture, notesText, titleOf } from './markdown-section';
import type { Block, Note } from '../block';

/** Markdown with YAML front matter, footnotes, and pictures in a folder beside the file. */
export const markdownWriter: BookWriter = { write, check };

async function write(job: WriteJob): Promise<null> {
  const total = Math.max(1, job.manuscript.sections.length);
  const pictures = createPictureFolder(job);
  const notes: Note[] = [];
  const ports: MarkdownPorts = { placePicture: pictures.pathOf, addNote: (note) => void notes.push(note), note: job.note };
  await writeChunk(job.output, frontMatter(job));
  for await (const item of job.readItems()) {
    if (item.kind === 'section') {
      await job.step((0.9 * item.section.index) / total, item.section.contentsTitle);
      await writeChunk(job.output, notesText(notes) + headingText(item.section));
    } else {
      let text = '';
      for (const block of item.blocks) {
        await pictures.copy(block);
        text += `\n${markdownBlock(block, ports)}\n`;
      }
      await writeChunk(job.output, text);
    }
  }
  await writeChunk(job.output, notesText(notes));
  return null;
}

function frontMatter({ manuscript }: WriteJob): string {
  const { title, subtitle, author } = titleNames(manuscript);
  const fields: readonly (readonly [string, string])[] = [
    ['title', title], ['subtitle', subtitle], ['author', author], ['lang', manuscript.brief.language],
    ['date', manuscript.changedAt.slice(0, 10)], ['rights', hasOwn(manuscript, 'copyright') ? '' : copyrightLine(manuscript)],
  ];
  return frontMatterText(fields);
}

function createPictureFolder(job: WriteJob) {
  const folder = `${bookFileName(job.file)}-images`;
  const paths = new Map<string, string | null>();

  async function place(assetId: string): Promise<void> {
    if (paths.has(assetId)) return;
    const asset = await job.manuscript.readAsset(assetId);
    if (!asset) {
      job.note(lostPicture);
      paths.set(assetId, null);
      return;
    }
    const name = `picture-${paths.size + 1}.${extensionOf(asset.mime)}`;
    await job.writeCompanion(folder, name, asset.bytes);
    paths.set(assetId, `${folder}/${name}`);
    job.note(`The pictures are beside the file in the folder “${folder}”.`);
  }

  async function copy(block: Block): Promise<void> {
    for (const assetId of picturesIn(block)) await place(assetId);
  }

  return { copy, pathOf: (assetId: string) => paths.get(assetId) ?? null };
}

async function check({ file, readItems }: CheckJob): Promise<string | null> {
  const letters = readLetters(await readFile(file, 'utf8'));
  const texts = expectedTexts(readItems(), { opening: [], ofSection: (section) => [titleOf(section)] });
  return findInOrder(letters, texts, markdownFurniture);
}
