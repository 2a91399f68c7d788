import type { BookSection } from '../block';
import { escapeXml } from '../xml-text';

/** One line of a table of contents. */
export type NavigationPoint = { readonly title: string; readonly file: string; readonly inner: readonly NavigationPoint[] };

/** The table of contents of a book: chapters stand below their part. */
export function navigationPoints(sections: readonly BookSection[], fileOf: (section: BookSection) => string): NavigationPoint[] {
  const top: NavigationPoint[] = [];
  const parts = new Map<string, NavigationPoint[]>();
  for (const section of sections) {
    if (section.contentsTitle === '') continue;
    const inner: NavigationPoint[] = [];
    const point: NavigationPoint = { title: lineTitle(section), file: fileOf(section), inner };
    if (section.kind === 'part') parts.set(section.id, inner);
    const home = section.partId === null ? top : (parts.get(section.partId) ?? top);
    home.push(point);
  }
  return top;
}

/** A part is named with its number where its title does not say it: “Part 1: Boston”. */
const lineTitle = (section: BookSection): string =>
  section.kind === 'part' && section.label !== '' ? `${section.label}: ${section.contentsTitle}` : section.contentsTitle;

/** The points as a nested list of links. */
export function navigationList(points: readonly NavigationPoint[]): string {
  const items = points.map(({ title, file, inner }) => {
    const nested = inner.length === 0 ? '' : `\n${navigationList(inner)}`;
    return `<li><a href="${file}">${escapeXml(title)}</a>${nested}</li>`;
  });
  return `<ol>\n${items.join('\n')}\n</ol>`;
}

/** The table of contents as older readers know it. */
export function ncx(points: readonly NavigationPoint[], book: { readonly uuid: string; readonly title: string }): string {
  let order = 0;
  const point = ({ title, file, inner }: NavigationPoint): string => {
    order += 1;
    const open = `<navPoint id="point-${order}" playOrder="${order}"><navLabel><text>${escapeXml(title)}</text></navLabel><content src="${file}"/>`;
    return `${open}${inner.map(point).join('')}</navPoint>`;
  };
  const depth = points.some(({ inner }) => inner.length > 0) ? 2 : 1;
  return (
    '<?xml version="1.0" encoding="utf-8"?>\n<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1">\n<head>' +
    `<meta name="dtb:uid" content="urn:uuid:${book.uuid}"/><meta name="dtb:depth" content="${depth}"/>` +
    '<meta name="dtb:totalPageCount" content="0"/><meta name="dtb:maxPageNumber" content="0"/></head>\n' +
    `<docTitle><text>${escapeXml(book.title)}</text></docTitle>\n<navMap>\n${points.map(point).join('\n')}\n</navMap>\n</ncx>\n`
  );
}
