import { cleanText } from './inline-content';
import { labelsFor } from './labels';
import type { Manuscript } from './manuscript';

/** The names on a title page. Empty where the brief is. */
export type TitleNames = { readonly title: string; readonly subtitle: string; readonly author: string };

/** The book's names as they may be printed. */
export function titleNames({ brief }: Manuscript): TitleNames {
  const line = (text: string): string => cleanText(text).replace(/\s+/gu, ' ').trim();
  return { title: line(brief.title), subtitle: line(brief.subtitle), author: line(brief.author) };
}

/** The plain copyright line: year of the last edit and author. */
export function copyrightLine(manuscript: Manuscript): string {
  const { author } = titleNames(manuscript);
  const year = String(new Date(manuscript.changedAt).getUTCFullYear());
  return author === '' ? `© ${year}` : `© ${year} ${author}`;
}

/** Whether the author has written this piece of front or back matter. */
export const hasOwn = (manuscript: Manuscript, matter: 'title-page' | 'copyright'): boolean =>
  manuscript.sections.some((section) => section.matter === matter);

/** Title, subtitle, author and copyright, a line each, where the author has no page for them. */
export function titleLines(manuscript: Manuscript): string[] {
  const { title, subtitle, author } = titleNames(manuscript);
  const { by } = labelsFor(manuscript.brief.language);
  const byline = author === '' ? '' : `${by} ${author}`.trim();
  const names = hasOwn(manuscript, 'title-page') ? [] : [title, subtitle, byline];
  const rights = hasOwn(manuscript, 'copyright') ? [] : [copyrightLine(manuscript)];
  return [...names, ...rights].filter((line) => line !== '');
}
