import type { Matter } from '../../../src-shared/domain/outline';
import { BackMatter, FrontMatter } from '../../../src-shared/domain/outline';
import { guessHeadings } from '../guess-headings';
import { htmlFlow } from '../html/html-blocks';
import { findNotes, type HtmlFile } from '../html/html-notes';
import { everyElement, readHtmlTree, saysKind } from '../html/html-tree';
import { bareBook, type ImportedBook } from '../imported-book';
import type { LossReport } from '../loss-report';
import { createPictures } from '../pictures';
import { chapterLevelOf, piecesOf, type FlowItem } from '../pieces';
import { lettersOf, type XmlElement } from '../xml-tree';
import { pathBeside, type Archive } from '../zip-archive';
import { readEpubPackage, type EpubPackage, type SpineItem } from './epub-package';

/** Reads an EPUB: a piece for each document of its reading order, named by its heading or its table of contents. */
export async function readEpub(archive: Archive, report: LossReport): Promise<ImportedBook> {
  const epub = await readEpubPackage(archive);
  const pictures = createPictures(archive, report);
  await pictures.load(epub.pictures);
  const files: (HtmlFile & { readonly item: SpineItem })[] = [];
  for (const item of epub.spine) files.push({ item, path: item.path, root: readHtmlTree((await archive.text(item.path)) ?? '') });
  const notes = findNotes(files);
  const flow = files.flatMap(({ item, path, root }): readonly FlowItem[] => {
    const body = [...everyElement(root)].find(({ name }) => name === 'body') ?? root;
    if (isOfFrame(body, epub)) return [];
    const inner = htmlFlow(body.children, {
      path, report, notes,
      picture: (source, alt) => {
        if (/^[a-z][a-z0-9+.-]*:/iu.test(source)) report.count('linkedPictures');
        const target = pathBeside(path, source);
        return target === null || /^[a-z][a-z0-9+.-]*:/iu.test(source) ? null : pictures.figure(target, alt);
      },
    });
    return placed(inner, { item, body });
  });
  const pieces = piecesOf(guessHeadings(flow, new Map()), new Map());
  if (epub.cover !== null && pictures.has(epub.cover)) pictures.use(epub.cover);
  const { title, subtitle, author, language, description } = epub;
  return {
    ...bareBook, title, subtitle, author, language, description, pieces, chapterLevel: chapterLevelOf(pieces),
    pictures: pictures.used(), cover: epub.cover !== null && pictures.has(epub.cover) ? epub.cover : null, notes: report.sentences(),
  };
}

/** Pages that are made anew when the book is exported: cover, title, contents, and the line of rights. */
function isOfFrame(body: XmlElement, { cover, rights }: EpubPackage): boolean {
  const said = [body, ...everyElement(body)];
  if (said.some((element) => saysKind(element, 'cover', 'titlepage', 'toc'))) return true;
  const words = lettersOf(body).replace(/\s+/gu, ' ').trim();
  if (rights !== null && words === rights) return true;
  return cover !== null && words === '' && said.filter(({ name }) => name === 'img' || name === 'image').length === 1;
}

const matters: Readonly<Record<string, Matter>> = {
  dedication: 'dedication', epigraph: 'epigraph', foreword: 'foreword', preface: 'preface', introduction: 'introduction',
  'copyright-page': 'copyright', afterword: 'afterword', acknowledgments: 'acknowledgements', appendix: 'appendix', bibliography: 'bibliography',
};

function matterSaid(body: XmlElement): Matter | undefined {
  for (const element of [body, ...everyElement(body)]) {
    for (const [kind, matter] of Object.entries(matters)) if (saysKind(element, kind)) return matter;
  }
  return undefined;
}

/** Sets the levels of a document's headings by its depth in the table of contents, and gives it a start if it has none. */
function placed(flow: readonly FlowItem[], { item, body }: { item: SpineItem; body: XmlElement }): readonly FlowItem[] {
  const first = flow.findIndex(({ kind }) => kind === 'start');
  const top = flow[first];
  const matter = matterSaid(body);
  const isPart = [body, ...everyElement(body)].some((element) => saysKind(element, 'part'));
  const said = { ...(matter === undefined ? {} : { matter }), isPart };
  if (top?.kind !== 'start') {
    const name = item.label ?? (matter ? titleOf(matter) : null);
    if (name === null) return flow;
    return [{ kind: 'start', start: { level: item.depth, heading: [{ type: 'text', text: name }], ...said } }, ...flow];
  }
  const shift = item.depth - top.start.level;
  const shifted = flow.map((one, at): FlowItem => {
    if (one.kind !== 'start') return one;
    return { kind: 'start', start: { ...one.start, level: Math.min(9, Math.max(1, one.start.level + shift)), ...(at === first ? said : {}) } };
  });
  // What stands above the heading of a document belongs to it.
  return [...shifted.slice(first, first + 1), ...shifted.slice(0, first), ...shifted.slice(first + 1)];
}

function titleOf(matter: NonNullable<Matter>): string {
  const isKnown = FrontMatter.safeParse(matter).success || BackMatter.safeParse(matter).success;
  return isKnown ? matter.charAt(0).toUpperCase() + matter.slice(1).replaceAll('-', ' ') : '';
}
