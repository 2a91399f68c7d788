import type { PreflightFinding, PreflightPlace, PreflightRuleId } from '../../src-shared/domain/preflight';
import { preflightRules } from '../../src-shared/domain/preflight';
import { plainText } from '../../src-shared/text/document';
import type { Manuscript, ManuscriptSection } from '../exporting/manuscript';
import { pageDesign, pictureScale, textWidth } from '../exporting/pdf/page-design';
import { checkChapter } from './check-chapter';
import { collectLetters, lettersWithoutFace } from './check-letters';

/** So many places of one rule are named; the rest is counted. */
const mostPlaces = 50;

/** Facts that only the open book knows. */
export type KnownOfBook = {
  readonly unplaced: readonly string[];
  readonly openSuggestions: readonly { readonly chapterId: string; readonly chapterTitle: string; readonly count: number }[];
  /** Of the last PDF on a trade page, if one was made. */
  readonly pages: number | null;
};

export type CheckOptions = {
  readonly known: KnownOfBook;
  readonly resourcesFolder: string;
};

/** Reads the whole book once, a chapter in memory at a time, and gives what each rule finds, in the order of the rules. */
export async function checkBook(manuscript: Manuscript, { known, resourcesFolder }: CheckOptions): Promise<PreflightFinding[]> {
  const report = createReport();
  const design = pageDesign('6x9', known.pages ?? 0);
  const dotsOf = async (assetId: string): Promise<number | undefined> => {
    const picture = await manuscript.readAsset(assetId);
    return picture && 72 / pictureScale(picture, textWidth(design), design);
  };
  const firstOf = new Map<string, PreflightPlace>();
  let words = 0;
  for (const section of manuscript.sections) {
    if (section.kind === 'chapter' && section.title.trim() === '') report.add('nameless-chapter', ofChapter(section));
    if (section.kind === 'part') continue;
    const document = await manuscript.readText(section.id);
    const text = plainText(document);
    words += text.trim() === '' ? 0 : 1;
    if (section.kind === 'chapter' && text.trim() === '') report.add('empty-chapter', ofChapter(section));
    for (const { ruleId, place } of await checkChapter(document, manuscript.brief.language, dotsOf)) {
      report.add(ruleId, { ...ofChapter(section), ...place });
    }
    const letters = new Set<string>();
    collectLetters(document, letters);
    for (const letter of letters) if (!firstOf.has(letter)) firstOf.set(letter, ofChapter(section));
  }
  for (const letter of lettersWithoutFace(new Set(firstOf.keys()), resourcesFolder)) {
    const code = (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    report.add('missing-letter', { ...(firstOf.get(letter) ?? ofBook), shown: `${letter} (U+${code})` });
  }
  if (words === 0) report.add('no-text', ofBook);
  checkNames(manuscript, report.add);
  checkKnown(known, report.add);
  return report.findings();
}

const ofBook: PreflightPlace = { chapterId: null, chapterTitle: '', passage: null, shown: '' };

const ofChapter = ({ id, title }: ManuscriptSection): PreflightPlace => ({ chapterId: id, chapterTitle: title, passage: null, shown: '' });

type Add = (ruleId: PreflightRuleId, place: PreflightPlace, count?: number) => void;

function createReport() {
  const found = new Map<PreflightRuleId, { count: number; places: PreflightPlace[] }>();
  const add: Add = (ruleId, place, count = 1) => {
    const one = found.get(ruleId) ?? { count: 0, places: [] };
    one.count += count;
    if (one.places.length < mostPlaces) one.places.push(place);
    found.set(ruleId, one);
  };
  return {
    add,
    findings: (): PreflightFinding[] =>
      preflightRules.flatMap((ruleId) => {
        const one = found.get(ruleId);
        return one ? [{ ruleId, ...one }] : [];
      }),
  };
}

function checkNames({ brief, cover }: Manuscript, add: Add): void {
  if (brief.title.trim() === '' || brief.title.trim() === 'Untitled') add('title', ofBook);
  if (brief.author.trim() === '') add('author', ofBook);
  if (brief.description.trim() === '') add('description', ofBook);
  if (cover === null) add('cover', ofBook);
}

function checkKnown({ unplaced, openSuggestions, pages }: KnownOfBook, add: Add): void {
  for (const title of unplaced) add('unplaced', { ...ofBook, shown: title });
  for (const { chapterId, chapterTitle, count } of openSuggestions) {
    add('open-suggestions', { ...ofBook, chapterId, chapterTitle, shown: `${count} open` }, count);
  }
  // Kindle Direct Publishing, 6 × 9 in on white paper (help G201834180): fewer cannot be bound, more not be printed.
  if (pages !== null && (pages < 24 || pages > 828)) add('page-count', { ...ofBook, shown: `${pages} pages in the last PDF` });
}
