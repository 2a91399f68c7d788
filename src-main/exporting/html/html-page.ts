import type { BookSection } from '../block';
import { navigationList, navigationPoints } from '../epub/epub-navigation';
import { modifiedAt, sectionType } from '../epub/epub-names';
import { isRightToLeft, labelsFor } from '../labels';
import { bookSections } from '../manuscript-blocks';
import type { Manuscript } from '../manuscript';
import { copyrightLine, hasOwn, titleNames } from '../title-lines';
import { escapeXml } from '../xml-text';
import { htmlStyle } from './html-style';

// The page says itself that it runs no script and fetches nothing, and the browser holds it to that.
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** Sets what stands around the chapters of a book that is one page. Everything is well-formed XML too, so that it can be read back. */
export function createHtmlPage(manuscript: Manuscript) {
  const { brief } = manuscript;
  const labels = labelsFor(brief.language);
  const names = titleNames(manuscript);
  const sections = bookSections(manuscript);

  function head(): string {
    const meta = (name: string, content: string): string => (content === '' ? '' : `\n<meta name="${name}" content="${escapeXml(content)}"/>`);
    const title = names.author === '' ? names.title : `${names.title} – ${names.author}`;
    return (
      `<!DOCTYPE html>\n<html lang="${escapeXml(brief.language)}" dir="${isRightToLeft(brief.language) ? 'rtl' : 'ltr'}">\n<head>\n` +
      '<meta charset="utf-8"/>\n<meta name="viewport" content="width=device-width, initial-scale=1"/>\n' +
      `<meta http-equiv="Content-Security-Policy" content="${policy}"/>\n<title>${escapeXml(title)}</title>` +
      `${meta('author', names.author)}${meta('description', brief.description.replace(/\s+/gu, ' ').trim())}` +
      `${meta('dcterms.modified', modifiedAt(manuscript.changedAt))}\n<style>${htmlStyle}</style>\n</head>\n<body>\n`
    );
  }

  /** The title as the page’s first heading: unseen where the author has a title page of their own. */
  function opening(cover: string | null): string {
    const picture = cover === null ? '' : `<img src="${cover}" alt="${escapeXml(`${labels.cover}: ${names.title}`)}"/>\n`;
    const isOwn = hasOwn(manuscript, 'title-page');
    const line = (name: string, text: string): string => (text === '' || isOwn ? '' : `\n<p class="${name}">${escapeXml(text)}</p>`);
    const title = `<h1${isOwn ? ' class="unseen"' : ''}>${escapeXml(names.title)}</h1>`;
    return `<header class="book">\n${picture}${title}${line('subtitle', names.subtitle)}${line('author', names.author)}\n</header>\n<main>\n`;
  }

  function contents(): string {
    const points = navigationPoints(sections, (section) => `#${section.anchor}`);
    if (points.length < 2) return '';
    const title = `<h2 id="contents-title">${escapeXml(labels.contents)}</h2>`;
    return `<nav class="contents" role="doc-toc" aria-labelledby="contents-title">\n${title}\n${navigationList(points)}\n</nav>\n`;
  }

  function openSection(section: BookSection): string {
    const { role } = sectionType(section);
    const kind = role === '' ? '' : ` role="${role}"`;
    const look = `section${section.kind === 'part' ? ' part' : ''}${section.heading === '' ? ' plain' : ''}`;
    const name = section.heading === '' && section.contentsTitle !== '' ? ` aria-label="${escapeXml(section.contentsTitle)}"` : '';
    const titled = section.heading === '' ? name : ` aria-labelledby="${section.anchor}-title"`;
    const label = section.label === '' ? '' : `<p class="label">${escapeXml(section.label)}</p>\n`;
    const heading = `<header>\n${label}<h2 id="${section.anchor}-title">${escapeXml(section.heading)}</h2>\n</header>\n`;
    return `<section class="${look}" id="${section.anchor}"${kind}${titled}>\n${section.heading === '' ? '' : heading}`;
  }

  const closing = (): string => {
    const rights = hasOwn(manuscript, 'copyright') ? '' : `<footer class="colophon">\n<p>${escapeXml(copyrightLine(manuscript))}</p>\n</footer>\n`;
    return `</main>\n${rights}</body>\n</html>\n`;
  };

  /** Where the contents stand: after pages that come before any contents, and before all others. */
  const contentsAt = sections.find(({ kind, matter }) => kind !== 'front' || !['title-page', 'copyright'].includes(matter ?? ''))?.index;

  return { head, opening, contents, contentsAt, openSection, closing };
}
