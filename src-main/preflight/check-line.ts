import type { PreflightRuleId } from '../../src-shared/domain/preflight';
import { inlineText, type DocumentNode } from '../../src-shared/text/document';
import { sentencesOf } from '../../src-shared/text/provenance';

/** What a rule found in a line: where it starts in the line’s text, and how much of it. */
export type LineMatch = { readonly ruleId: PreflightRuleId; readonly start: number; readonly match: string };

/** Rules that a pattern can tell. Code is left alone: there straight quotes and spaces are meant. */
const patterns: readonly (readonly [PreflightRuleId, RegExp])[] = [
  ['double-space', /[^\S\n]{2,}/gu],
  ['straight-quotes', /["']/gu],
  // “TK” is what editors write for what is to come; nobody means “Lorem ipsum”.
  ['placeholder', /\b(?:TK|TKTK|TODO|FIXME|XXX+)\b|\blorem ipsum\b|\[\s*(?:\?+|…|\.\.\.)\s*\]/giu],
  ['repeated-word', /(?<![\p{L}\p{N}’'-])(\p{L}{2,})[^\S\n]+\1(?![\p{L}\p{N}’'-])/giu],
];

/** Words that stand twice in a row in good sentences: “he had had”, “that that is”, “die die Tür”, “nous nous”. */
const meantTwice = new Set(['had', 'that', 'is', 'her', 'die', 'der', 'das', 'nous', 'vous', 'sie', 'long', 'very', 'far', 'no', 'ha']);

/** Everything that the rules for text find in a line. */
export function checkLine(node: DocumentNode, language: string): LineMatch[] {
  if (node.type === 'codeBlock') return [];
  const text = inlineText(node);
  const found = patterns.flatMap(([ruleId, pattern]) =>
    [...text.matchAll(pattern)]
      .filter((match) => ruleId !== 'repeated-word' || isSlip(match))
      .map((match) => ({ ruleId, start: match.index, match: match[0] })),
  );
  return [...found, ...checkInline(node), ...checkSupport(node, language)];
}

/** “Bora Bora” and “Baden Baden” are names. */
function isSlip([, word = '']: RegExpExecArray | RegExpMatchArray): boolean {
  return !meantTwice.has(word.toLowerCase()) && !/^\p{Lu}/u.test(word);
}

function checkInline(node: DocumentNode): LineMatch[] {
  const found: LineMatch[] = [];
  const whole = inlineText(node);
  let start = 0;
  for (const child of node.content ?? []) {
    const text = inlineText({ type: 'paragraph', content: [child] });
    const href = child.marks?.find(({ type }) => type === 'link')?.attrs?.['href'];
    if (typeof href === 'string' && !leads(href)) found.push({ ruleId: 'broken-link', start, match: text });
    // A note has no letter of its own in the line: the one before it is shown.
    if (child.type === 'footnote' && inlineText(child).trim() === '') found.push({ ruleId: 'empty-note', start: Math.max(0, start - 1), match: whole.charAt(start - 1) });
    start += text.length;
  }
  return found;
}

function leads(href: string): boolean {
  if (/^mailto:[^\s@]+@[^\s@]+$/iu.test(href)) return true;
  try {
    const { protocol, hostname } = new URL(href);
    return /^https?:$/u.test(protocol) && hostname.includes('.');
  } catch {
    return false;
  }
}

function checkSupport(node: DocumentNode, language: string): LineMatch[] {
  const isDrafted = (node.content ?? []).some(({ marks }) => marks?.some(({ type, attrs }) => type === 'origin' && attrs?.['kind'] === 'co-writer'));
  if (!isDrafted) return [];
  return sentencesOf(node, language)
    .filter(({ words }) => words['model-unsupported'] > 0)
    .map(({ start, text }) => ({ ruleId: 'unsupported-sentence' as const, start, match: text.trim() }));
}
