import type { BookItem, BookSection } from '../block';
import { picturesIn } from '../block-pictures';
import { labelsFor } from '../labels';
import { bookSections } from '../manuscript-blocks';
import { copyrightLine, hasOwn, titleNames } from '../title-lines';
import type { WriteJob } from '../writer';
import type { Opening } from './flow';
import type { FrontPages } from './front-pages';
import { textHeight, type PageDesign } from './page-design';
import type { createPagination } from './paginate';
import type { BlockSetter } from './set-blocks';

/** What the book flows through. */
export type FlowPorts = {
  readonly job: WriteJob;
  readonly design: PageDesign;
  readonly setter: BlockSetter;
  readonly front: FrontPages;
  readonly pages: ReturnType<typeof createPagination>;
  readonly placePicture: (assetId: string) => Promise<void>;
};

/** Called at each section; `false` ends the flow. */
type OnSection = (section: BookSection) => Promise<boolean>;

const opening = (more: Partial<Opening>): Opening => ({ isRightHand: false, folios: 'roman', head: '', anchor: null, isBare: false, isPaintedLast: false, ...more });

/** Sends the whole book to the pages: title page, copyright, contents, and every section. Answers whether it went to the end. */
export async function flowBook(ports: FlowPorts, items: AsyncIterable<BookItem>, onSection: OnSection): Promise<boolean> {
  const { job, pages, setter } = ports;
  const sections = bookSections(job.manuscript);
  const contentsAt = sections.findIndex((section) => !beforeContents.has(section.matter ?? ''));
  const titleIsOwn = hasOwn(job.manuscript, 'title-page');
  if (!titleIsOwn) flowTitlePage(ports);
  let hasCopyright = hasOwn(job.manuscript, 'copyright');
  for await (const item of items) {
    if (item.kind === 'section') {
      const { section } = item;
      // The copyright page is the back of the title page, wherever the title page comes from.
      if (!hasCopyright && section.matter !== 'title-page') {
        flowCopyrightPage(ports);
        hasCopyright = true;
      }
      if (!(await onSection(section))) return false;
      // The folios are not known yet; the lines do not depend on them.
      if (section.index === contentsAt) flowContents(ports, () => '0');
      openSection(ports, section);
    } else await flowBlocks(ports, item, setter);
  }
  if (!hasCopyright) flowCopyrightPage(ports);
  pages.end();
  return true;
}

const beforeContents: ReadonlySet<string> = new Set(['title-page', 'copyright', 'dedication', 'epigraph']);

async function flowBlocks({ pages, placePicture }: FlowPorts, { blocks, section }: Extract<BookItem, { kind: 'blocks' }>, setter: BlockSetter): Promise<void> {
  const isDisplay = section.matter === 'dedication' || section.matter === 'title-page';
  for (const block of blocks) {
    for (const assetId of picturesIn(block)) await placePicture(assetId);
    const groups = isDisplay && block.kind === 'paragraph' ? setter.display(block.content) : setter.set(block);
    for (const group of groups) pages.add({ kind: 'group', group });
  }
}

function flowTitlePage({ pages, front, design, job }: FlowPorts): void {
  pages.add({ kind: 'open', opening: opening({ isRightHand: true, isBare: true }) });
  pages.addSpace(textHeight(design) * 0.22);
  for (const group of front.titlePage(titleNames(job.manuscript))) pages.add({ kind: 'group', group });
}

function flowCopyrightPage({ pages, front, design, job }: FlowPorts): void {
  pages.add({ kind: 'open', opening: opening({ isBare: true }) });
  pages.addSpace(textHeight(design) - design.leading * 1.2);
  for (const group of front.copyrightPage(copyrightLine(job.manuscript))) pages.add({ kind: 'group', group });
}

/** Sends the table of contents to its pages. */
export function flowContents({ pages, front, design, job }: Pick<FlowPorts, 'pages' | 'front' | 'design' | 'job'>, folioOf: (section: BookSection) => string): void {
  const labels = labelsFor(job.manuscript.brief.language);
  const listed = bookSections(job.manuscript).filter((section) => section.heading !== '');
  if (listed.length === 0) return;
  pages.add({ kind: 'open', opening: opening({ isRightHand: true, head: labels.contents, isPaintedLast: true }) });
  pages.addSpace(design.leading * 3);
  for (const group of front.contents(listed, { folioOf, labels })) pages.add({ kind: 'group', group });
}

function openSection({ pages, front, design }: FlowPorts, section: BookSection): void {
  const isBare = section.heading === '' || section.kind === 'part';
  const folios = section.kind === 'front' ? 'roman' : 'arabic';
  const isRightHand = section.matter !== 'copyright';
  pages.add({ kind: 'open', opening: opening({ isRightHand, folios, head: section.heading, anchor: section.anchor, isBare }) });
  const drops: Readonly<Record<string, number>> = { part: 0.32, bare: 0.26, copyright: 0.6 };
  const fall = section.heading === '' ? 'bare' : section.kind;
  pages.addSpace(textHeight(design) * (drops[section.matter === 'copyright' ? 'copyright' : fall] ?? 0.15));
  if (section.heading === '') return;
  for (const group of front.sectionHead(section)) pages.add({ kind: 'group', group });
}
