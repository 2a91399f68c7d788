import type { BookSection } from '../block';
import { labelsFor, isRightToLeft } from '../labels';
import type { Manuscript } from '../manuscript';
import { copyrightLine, titleNames } from '../title-lines';
import { escapeXml } from '../xml-text';
import { sectionType } from './epub-names';
import { navigationList, type NavigationPoint } from './epub-navigation';
import { xhtmlHead } from './epub-xhtml';

/** Sets the generated pages of a book and the frame of its sections. */
export function createEpubPages(manuscript: Manuscript) {
  const { language } = manuscript.brief;
  const labels = labelsFor(language);
  const names = titleNames(manuscript);
  const page = (title: string, body: string): string =>
    `${xhtmlHead({ title, language, isRightToLeft: isRightToLeft(language) })}<body>\n${body}\n</body>\n</html>\n`;
  const line = (name: string, text: string): string => (text === '' ? '' : `\n<p class="${name}">${escapeXml(text)}</p>`);

  function sectionPage(section: BookSection, html: string): string {
    const { type, role } = sectionType(section);
    const kind = (type === '' ? '' : ` epub:type="${type}"`) + (role === '' ? '' : ` role="${role}"`);
    const name = section.heading === '' && section.contentsTitle !== '' ? ` aria-label="${escapeXml(section.contentsTitle)}"` : '';
    const label = section.label === '' ? '' : `<p class="label">${escapeXml(section.label)}</p>\n`;
    const head = section.heading === '' ? '' : `<header>\n${label}<h1>${escapeXml(section.heading)}</h1>\n</header>\n`;
    const look = section.heading === '' ? ' class="plain"' : '';
    return page(section.contentsTitle || names.title, `<section${kind}${name}${look} id="${section.anchor}">\n${head}${html}</section>`);
  }

  return {
    sectionPage,
    titlePage: (): string =>
      page(
        names.title,
        `<section epub:type="titlepage" class="title">\n<h1>${escapeXml(names.title)}</h1>${line('subtitle', names.subtitle)}${line('author', names.author)}\n</section>`,
      ),
    copyrightPage: (): string =>
      page(labels.copyright, `<section epub:type="copyright-page" class="plain">\n<p>${escapeXml(copyrightLine(manuscript))}</p>\n</section>`),
    coverPage: (href: string): string =>
      page(labels.cover, `<section epub:type="cover" class="cover">\n<img src="${href}" alt="${escapeXml(`${labels.cover}: ${names.title}`)}"/>\n</section>`),
    contentsPage: (points: readonly NavigationPoint[], landmarks: readonly (readonly [type: string, href: string, title: string])[]): string => {
      const marks = landmarks.map(([type, href, title]) => `<li><a epub:type="${type}" href="${href}">${escapeXml(title)}</a></li>`);
      const contents = `<nav epub:type="toc" role="doc-toc" id="toc" aria-labelledby="toc-title">\n<h1 id="toc-title">${escapeXml(labels.contents)}</h1>\n${navigationList(points)}\n</nav>`;
      return page(labels.contents, `${contents}\n<nav epub:type="landmarks" hidden="hidden">\n<ol>\n${marks.join('\n')}\n</ol>\n</nav>`);
    },
  };
}
