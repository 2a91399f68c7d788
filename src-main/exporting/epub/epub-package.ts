import { isRightToLeft } from '../labels';
import type { Manuscript } from '../manuscript';
import { copyrightLine, hasOwn, titleNames } from '../title-lines';
import { escapeXml } from '../xml-text';
import { bookUuid, modifiedAt } from './epub-names';

/** A file of the package. `isRead` files follow one another in the reading order. */
export type ManifestItem = {
  readonly id: string;
  readonly href: string;
  readonly type: string;
  readonly properties?: string;
  readonly isRead?: boolean;
};

/** What the pictures of a book say about who can read it. */
export type Accessibility = { readonly hasPictures: boolean; readonly lacksDescriptions: boolean };

/** `META-INF/container.xml`. */
export const containerXml =
  '<?xml version="1.0" encoding="utf-8"?>\n<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">\n' +
  '<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>\n</container>\n';

/** The package document. */
export function packageXml(manuscript: Manuscript, items: readonly ManifestItem[], access: Accessibility): string {
  const manifest = items.map(({ id, href, type, properties }) => {
    const extra = properties === undefined ? '' : ` properties="${properties}"`;
    return `<item id="${id}" href="${escapeXml(href)}" media-type="${type}"${extra}/>`;
  });
  const spine = items.filter((item) => item.isRead === true).map(({ id }) => `<itemref idref="${id}"/>`);
  const direction = isRightToLeft(manuscript.brief.language) ? ' page-progression-direction="rtl"' : '';
  const code = escapeXml(manuscript.brief.language);
  return (
    '<?xml version="1.0" encoding="utf-8"?>\n' +
    `<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book-id" xml:lang="${code}">\n` +
    `<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n${metadata(manuscript, access).join('\n')}\n</metadata>\n` +
    `<manifest>\n${manifest.join('\n')}\n</manifest>\n<spine toc="ncx"${direction}>\n${spine.join('\n')}\n</spine>\n</package>\n`
  );
}

function metadata(manuscript: Manuscript, access: Accessibility): string[] {
  const { brief } = manuscript;
  const { title, subtitle, author } = titleNames(manuscript);
  const lines = [
    `<dc:identifier id="book-id">urn:uuid:${bookUuid(manuscript.bookId)}</dc:identifier>`,
    `<dc:title id="title">${escapeXml(title)}</dc:title>`,
    '<meta refines="#title" property="title-type">main</meta>',
    `<dc:language>${escapeXml(brief.language)}</dc:language>`,
    `<meta property="dcterms:modified">${modifiedAt(manuscript.changedAt)}</meta>`,
  ];
  if (subtitle !== '') {
    lines.push(`<dc:title id="subtitle">${escapeXml(subtitle)}</dc:title>`, '<meta refines="#subtitle" property="title-type">subtitle</meta>');
  }
  if (author !== '') {
    lines.push(`<dc:creator id="author">${escapeXml(author)}</dc:creator>`, '<meta refines="#author" property="role" scheme="marc:relators">aut</meta>');
  }
  const description = brief.description.trim();
  if (description !== '') lines.push(`<dc:description>${escapeXml(description)}</dc:description>`);
  if (!hasOwn(manuscript, 'copyright')) lines.push(`<dc:rights>${escapeXml(copyrightLine(manuscript))}</dc:rights>`);
  if (manuscript.cover !== null) lines.push('<meta name="cover" content="cover-image"/>');
  return [...lines, ...accessibility(access)];
}

function accessibility({ hasPictures, lacksDescriptions }: Accessibility): string[] {
  const meta = (property: string, value: string): string => `<meta property="schema:${property}">${value}</meta>`;
  const features = ['structuralNavigation', 'tableOfContents', 'readingOrder', 'displayTransformability'];
  if (hasPictures && !lacksDescriptions) features.push('alternativeText');
  const summary = lacksDescriptions
    ? 'The text can be read by eye, by ear and by touch. Some pictures have no description.'
    : 'Everything in this book can be read by eye, by ear and by touch.';
  return [
    meta('accessMode', 'textual'),
    ...(hasPictures ? [meta('accessMode', 'visual')] : []),
    meta('accessModeSufficient', lacksDescriptions ? 'textual,visual' : 'textual'),
    ...features.map((feature) => meta('accessibilityFeature', feature)),
    meta('accessibilityHazard', 'none'),
    meta('accessibilitySummary', summary),
  ];
}

