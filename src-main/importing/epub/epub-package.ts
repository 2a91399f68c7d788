import { everyElement, readHtmlTree, saysKind } from '../html/html-tree';
import { refuse } from '../refusal';
import { elementsOf, lettersOf, type XmlElement } from '../xml-tree';
import { pathBeside, type Archive } from '../zip-archive';

/** A document of an EPUB in reading order; the table of contents may name it. */
export type SpineItem = { readonly path: string; readonly label: string | null; readonly depth: number };

export type EpubPackage = {
  readonly title: string | null;
  readonly subtitle: string | null;
  readonly author: string | null;
  readonly language: string | null;
  readonly description: string | null;
  readonly rights: string | null;
  readonly spine: readonly SpineItem[];
  readonly pictures: readonly string[];
  readonly cover: string | null;
};

type Item = { readonly id: string; readonly path: string; readonly type: string; readonly properties: readonly string[] };

const local = (name: string): string => name.replace(/^.*:/u, '');
const find = (root: XmlElement, name: string): XmlElement[] => [...everyElement(root)].filter((element) => local(element.name) === name);
const words = (element: XmlElement | undefined): string | null => (element && lettersOf(element).replace(/\s+/gu, ' ').trim()) || null;

async function readPart(archive: Archive, path: string): Promise<XmlElement> {
  const text = await archive.text(path);
  return text === undefined ? refuse('damaged') : readHtmlTree(text, { isXml: true });
}

/** Fonts may be mixed up so that they cannot be copied; anything else that is locked is a book one may not open. */
async function checkLocks(archive: Archive): Promise<void> {
  if (!archive.has('META-INF/encryption.xml')) return;
  const methods = find(await readPart(archive, 'META-INF/encryption.xml'), 'encryptionmethod');
  const isFonts = methods.every(({ attributes }) => /idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc/u.test(attributes['Algorithm'] ?? ''));
  if (!isFonts || archive.has('META-INF/rights.xml')) refuse('encrypted');
}

/** Reads what an EPUB says of itself: its names, its documents in reading order, its table of contents. */
export async function readEpubPackage(archive: Archive): Promise<EpubPackage> {
  await checkLocks(archive);
  const container = await readPart(archive, 'META-INF/container.xml');
  const packagePath = pathBeside('', find(container, 'rootfile')[0]?.attributes['full-path'] ?? '') ?? refuse('outside');
  const root = await readPart(archive, packagePath);
  const items = find(root, 'item').flatMap(({ attributes }): Item[] => {
    const path = pathBeside(packagePath, decoded(attributes['href'] ?? ''));
    if (path === null) refuse('outside');
    return [{ id: attributes['id'] ?? '', path, type: attributes['media-type'] ?? '', properties: (attributes['properties'] ?? '').split(/\s+/u) }];
  });
  const byId = new Map(items.map((item) => [item.id, item]));
  const contents = await readContents(archive, items);
  const read = find(root, 'itemref').filter(({ attributes }) => attributes['linear'] !== 'no').flatMap(({ attributes }) => byId.get(attributes['idref'] ?? '') ?? []);
  const spine = read
    .filter(({ path, properties }) => archive.has(path) && !properties.includes('nav'))
    .map(({ path }): SpineItem => ({ path, label: contents.get(path)?.label ?? null, depth: contents.get(path)?.depth ?? 1 }));
  const coverId = find(root, 'meta').find(({ attributes }) => attributes['name'] === 'cover')?.attributes['content'];
  const cover = items.find(({ properties }) => properties.includes('cover-image')) ?? byId.get(coverId ?? '');
  const titles = find(root, 'title');
  const isSubtitle = ({ attributes }: XmlElement): boolean =>
    find(root, 'meta').some((meta) => meta.attributes['refines'] === `#${attributes['id'] ?? ' '}` && meta.attributes['property'] === 'title-type' && lettersOf(meta).trim() === 'subtitle');
  return {
    title: words(titles.find((title) => !isSubtitle(title))), subtitle: words(titles.find(isSubtitle)), language: words(find(root, 'language')[0]),
    author: find(root, 'creator').flatMap((creator) => words(creator) ?? []).join(', ') || null,
    description: words(find(root, 'description')[0])?.replace(/<[^>]*>/gu, '') ?? null, rights: words(find(root, 'rights')[0]),
    spine, pictures: items.filter(({ type }) => type.startsWith('image/')).map(({ path }) => path), cover: cover?.type.startsWith('image/') === true ? cover.path : null,
  };
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href; // URIError: the name holds a percent sign that means itself
  }
}

type Contents = ReadonlyMap<string, { readonly label: string; readonly depth: number }>;

/** The table of contents of EPUB 3 or 2: for each document its first name and how deep it stands. */
async function readContents(archive: Archive, items: readonly Item[]): Promise<Contents> {
  const found = new Map<string, { label: string; depth: number }>();
  const nav = items.find(({ properties }) => properties.includes('nav'));
  const ncx = items.find(({ type }) => type === 'application/x-dtbncx+xml');
  const source = [nav, ncx].find((item) => item !== undefined && archive.has(item.path));
  if (!source) return found;
  const note = (target: string, label: string | null, depth: number): void => {
    const path = pathBeside(source.path, decoded(target));
    if (path !== null && label !== null && !found.has(path)) found.set(path, { label, depth });
  };
  function walkList(list: XmlElement, depth: number): void {
    for (const item of elementsOf(list, 'li')) {
      for (const link of elementsOf(item, 'a')) note(link.attributes['href'] ?? '', words(link), depth);
      for (const inner of elementsOf(item, 'ol')) walkList(inner, depth + 1);
    }
  }
  function walkPoints(parent: XmlElement, depth: number): void {
    for (const point of elementsOf(parent).filter(({ name }) => local(name) === 'navpoint')) {
      note(find(point, 'content')[0]?.attributes['src'] ?? '', words(find(point, 'text')[0]), depth);
      walkPoints(point, depth + 1);
    }
  }
  const root = await readPart(archive, source.path);
  if (source === nav) {
    for (const toc of find(root, 'nav').filter((element) => saysKind(element, 'toc'))) for (const list of elementsOf(toc, 'ol')) walkList(list, 1);
  } else for (const map of find(root, 'navmap')) walkPoints(map, 1);
  return found;
}
