import { createHash } from 'node:crypto';
import type { BookItem, Note } from '../block';
import { lostPicture, picturesIn } from '../block-pictures';
import { noPapers } from '../book-papers';
import type { Manuscript } from '../manuscript';
import { markdownBlock } from '../markdown/markdown-blocks';
import { readLetters } from '../markdown/markdown-letters';
import { headingText, markdownFurniture, notesText, titleOf } from '../markdown/markdown-section';
import { opmlText } from '../opml/opml-text';
import { extensionOf } from '../picture-types';
import { findInOrder } from '../text-check';
import { expectedTexts } from '../text/text-expectation';
import type { BookWriter, CheckJob, WriteJob } from '../writer';
import { createZip } from '../zip-output';
import { archiveChapters, chapterFrontMatter, type ArchiveChapter } from './archive-chapters';
import { briefText, draftsText, interviewText } from './archive-papers';
import { withArchive, type ArchiveEntries } from './archive-reader';
import { archiveReadme } from './archive-readme';

/** Everything of a book in one zip file that explains itself: enough to go on without Longhand. */
export const archiveWriter: BookWriter = { write, check };

const sumsFile = 'SHA256SUMS.txt';

type Add = (name: string, bytes: string | Uint8Array, options?: { readonly isStored: boolean }) => void;

async function write(job: WriteJob): Promise<null> {
  const zip = createZip(job.output);
  const sums: string[] = [];
  const add: Add = (name, bytes, options) => {
    sums.push(`${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`);
    zip.add(name, bytes, options);
  };
  const chapters = archiveChapters(job.manuscript, job.outline);
  add('README.txt', archiveReadme(job.manuscript, chapters.length));
  add('book.json', jsonText(aboutBook(job.manuscript, chapters)));
  add('outline.opml', opmlText(job.manuscript, job.outline));
  addPapers(job, add);
  await addChapters(job, chapters, add);
  zip.add(sumsFile, sums.join(''));
  await zip.end();
  job.note('Private answers are in this archive: it is for you. The README inside says what each file is.');
  return null;
}

const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

function aboutBook({ brief, bookId, changedAt, sections }: Manuscript, chapters: readonly ArchiveChapter[]): object {
  const parts = sections.filter(({ kind }) => kind === 'part').map(({ id, title, number }) => ({ id, title, number }));
  const list = chapters.map(({ section, file, node }) => {
    const { id, kind, matter, number, partId } = section;
    return { file, id, title: titleOf(section), kind, matter, number, partId, status: node?.status ?? null, description: node?.description ?? '' };
  });
  return { format: 'longhand-archive', version: 1, bookId, changedAt, ...brief, parts, chapters: list };
}

function addPapers(job: WriteJob, add: Add): void {
  const { papers = noPapers, manuscript } = job;
  const { brief } = manuscript;
  const { clarifications, summaries, interviews, drafts, proposals, suggestions, statement } = papers;
  add('brief/brief.md', briefText(brief, papers));
  add('brief/brief.json', jsonText({ ...brief, clarifications, earlierSummaries: summaries }));
  add('interview/interview.md', interviewText(interviews));
  add('interview/interview.json', jsonText(interviews));
  add('drafts/drafts.md', draftsText(drafts));
  add('drafts/drafts.json', jsonText(drafts));
  add('co-writer/suggestions.json', jsonText(suggestions));
  add('co-writer/proposals.json', jsonText(proposals));
  add('whose-words/statement.html', statement.html);
  add('whose-words/statement.json', statement.json);
}

async function addChapters(job: WriteJob, chapters: readonly ArchiveChapter[], add: Add): Promise<void> {
  const { cover } = job.manuscript;
  if (cover) add(`pictures/cover.${extensionOf(cover.mime)}`, cover.bytes, { isStored: true });
  const byId = new Map(chapters.map((chapter) => [chapter.section.id, chapter]));
  const pictures = createPictures(job, add);
  const total = Math.max(1, job.manuscript.sections.length);
  const notes: Note[] = [];
  let open: { readonly chapter: ArchiveChapter; text: string } | null = null;
  const close = (): void => {
    if (open) add(open.chapter.file, open.text + notesText(notes));
    open = null;
  };
  for await (const item of job.readItems()) {
    if (item.kind === 'section') {
      close();
      await job.step((0.85 * item.section.index) / total, item.section.contentsTitle);
      const chapter = byId.get(item.section.id);
      if (chapter) open = { chapter, text: chapterFrontMatter(chapter, job.manuscript) + headingText(chapter.section) };
    } else if (open) {
      const up = open.chapter.file.includes('/unplaced/') ? '../../' : '../';
      const placePicture = (assetId: string): string | null => pictures.pathOf(assetId, up);
      for (const block of item.blocks) {
        for (const assetId of picturesIn(block)) await pictures.place(assetId);
        open.text += `\n${markdownBlock(block, { placePicture, addNote: (note) => void notes.push(note), note: job.note })}\n`;
      }
    }
  }
  close();
}

function createPictures(job: WriteJob, add: Add) {
  const paths = new Map<string, string | null>();
  return {
    place: async (assetId: string): Promise<void> => {
      if (paths.has(assetId)) return;
      const asset = await job.manuscript.readAsset(assetId);
      const path = asset ? `pictures/picture-${paths.size + 1}.${extensionOf(asset.mime)}` : null;
      if (asset && path !== null) add(path, asset.bytes, { isStored: true });
      else job.note(lostPicture);
      paths.set(assetId, path);
    },
    /** The way to a picture from a file that is `up` below the top. */
    pathOf: (assetId: string, up: string): string | null => {
      const path = paths.get(assetId);
      return path ? up + path : null;
    },
  };
}

/** Every file has the checksum that is written down for it, and every chapter’s file the words of the chapter. */
async function check({ file, manuscript, outline, readItems }: CheckJob): Promise<string | null> {
  const chapters = archiveChapters(manuscript, outline);
  return withArchive(file, async (entries) => {
    return (await checkSums(entries)) ?? (await checkChapters(entries, chapters, readItems()));
  });
}

async function checkSums(entries: ArchiveEntries): Promise<string | null> {
  const sums = (await entries.readText(sumsFile)).split('\n').filter((line) => line !== '');
  if (sums.length !== entries.names.length - 1) return `${sums.length} checksums stand for ${entries.names.length - 1} files`;
  for (const line of sums) {
    const [sum = '', name = ''] = line.split(/ {2}(.*)/u);
    if ((await entries.sumOf(name)) !== sum) return `${name} is not as it was written`;
  }
  return null;
}

async function checkChapters(entries: ArchiveEntries, chapters: readonly ArchiveChapter[], items: AsyncGenerator<BookItem>): Promise<string | null> {
  const byId = new Map(chapters.map((chapter) => [chapter.section.id, chapter]));
  const missing = new Set(byId.keys());
  let chapter: ArchiveChapter | undefined;
  let kept: BookItem[] = [];
  const checkOne = async (): Promise<string | null> => {
    if (!chapter) return null;
    missing.delete(chapter.section.id);
    const letters = readLetters(await entries.readText(chapter.file));
    const difference = await findInOrder(letters, expectedTexts(inOrder(kept), { opening: [], ofSection: (section) => [titleOf(section)] }), markdownFurniture);
    return difference === null ? null : `${chapter.file}: ${difference}`;
  };
  for await (const item of items) {
    if (item.kind === 'section') {
      const difference = await checkOne();
      if (difference !== null) return difference;
      chapter = byId.get(item.section.id);
      kept = [];
    }
    kept.push(item);
  }
  return (await checkOne()) ?? (missing.size === 0 ? null : `${missing.size} chapters are missing`);
}

async function* inOrder(items: readonly BookItem[]): AsyncGenerator<BookItem> {
  yield* items;
}
