import type { PreflightPlace, PreflightRuleId } from '../../src-shared/domain/preflight';
import { captionOf, inlineText, type DocumentNode } from '../../src-shared/text/document';
import { numberedLines } from '../../src-shared/text/numbered-lines';
import { checkLine } from './check-line';

/** A place in a chapter that a rule found. */
export type Found = { readonly ruleId: PreflightRuleId; readonly place: Pick<PreflightPlace, 'passage' | 'shown'> };

/** What the check of a chapter needs to know of its pictures: `undefined` for one that is gone. */
export type PictureDots = (assetId: string) => Promise<number | undefined>;

/** The fewest dots an inch that printers take for good (KDP help G201834180; the numbers of our publishing notes). */
const leastDots = 300;
/** As much of a line as stands around what was found. */
const contextLetters = 60;

/** Everything that the rules find in a chapter, in reading order. */
export async function checkChapter(document: DocumentNode, language: string, dotsOf: PictureDots): Promise<Found[]> {
  const inLines = numberedLines(document).flatMap(({ line, node }) => {
    const text = inlineText(node);
    return checkLine(node, language).map(({ ruleId, start, match }): Found => {
      const before = text.slice(Math.max(0, start - contextLetters), start);
      const after = text.slice(start + match.length, start + match.length + contextLetters);
      return { ruleId, place: { passage: { line, before, match }, shown: `${before}${match}${after}`.trim() } };
    });
  });
  return [...inLines, ...checkStructure(document), ...(await checkPictures(document, dotsOf))];
}

function checkStructure(document: DocumentNode): Found[] {
  const found: Found[] = [];
  let level = 1; // the chapter’s own title
  let line = 0;
  for (const { line: number, node } of numberedLines(document)) {
    line = number;
    if (node.type !== 'heading') continue;
    const own = Number(node.attrs?.['level'] ?? 1) + 1;
    const text = inlineText(node);
    if (own > level + 1) found.push({ ruleId: 'heading-skip', place: { passage: { line, before: '', match: text }, shown: text } });
    level = own;
  }
  for (const table of nodesOf(document, 'table')) {
    const [head] = table.content ?? [];
    const hasHead = (head?.content ?? []).length > 0 && (head?.content ?? []).every(({ type }) => type === 'tableHeader');
    const firstRow = (head?.content ?? []).map((cell) => (cell.content ?? []).map(inlineText).join(' ')).join(' · ');
    if (!hasHead) found.push({ ruleId: 'table-head', place: { passage: null, shown: firstRow } });
  }
  return found;
}

async function checkPictures(document: DocumentNode, dotsOf: PictureDots): Promise<Found[]> {
  const found: Found[] = [];
  for (const figure of nodesOf(document, 'figure')) {
    const { assetId = '', alt = '' } = figure.attrs ?? {};
    const caption = captionOf(figure);
    const place = { passage: null, shown: caption === '' ? String(alt) : caption };
    if (String(alt).trim() === '') found.push({ ruleId: 'alt-missing', place });
    const dots = await dotsOf(String(assetId));
    if (dots === undefined) found.push({ ruleId: 'lost-picture', place });
    else if (dots < leastDots) found.push({ ruleId: 'coarse-picture', place: { ...place, shown: `${Math.floor(dots)} dots an inch${place.shown === '' ? '' : `: ${place.shown}`}` } });
  }
  return found;
}

function nodesOf(node: DocumentNode, type: DocumentNode['type']): DocumentNode[] {
  if (node.type === type) return [node];
  return (node.content ?? []).flatMap((child) => nodesOf(child, type));
}
