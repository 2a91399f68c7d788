import { paragraph } from '../../src-shared/text/document';
import { headingKind, isSceneBreak } from './chapter-headings';
import { bareBook, type ImportedBook } from './imported-book';
import type { LossReport } from './loss-report';
import { chapterLevelOf, piecesOf, type FlowItem } from './pieces';

/** A line this long was not broken by hand, nor by a program that breaks lines at a margin. */
const longLine = 100;
/** Lines broken at a margin are nearly all about as long as it allows. */
const fullLine = 45;

/** Reads plain text: chapters by lines such as “Chapter 3”, paragraphs by empty lines or by line ends. */
export function readText(text: string, report: LossReport): ImportedBook {
  const lines = text.replace(/^\ufeff/u, '').replaceAll('\u0000', '\ufffd').split(/\r\n|\r|\n|\f/u);
  const kinds = lines.map((line, at) => (isAlone(lines, at) ? headingKind(line) : null));
  const hasParts = kinds.includes('part') && kinds.includes('chapter');
  const flow: FlowItem[] = [];
  let waiting: string[] = [];
  const joins = isWrapped(lines);
  const end = (): void => {
    const spoken = joins ? [waiting.join(' ')] : waiting;
    for (const words of spoken) if (words.trim() !== '') flow.push(block(words.trim()));
    waiting = [];
  };
  for (const [at, line] of lines.entries()) {
    const kind = kinds[at] ?? null;
    if (kind !== null) {
      end();
      const level = hasParts && kind === 'chapter' ? 2 : 1;
      flow.push({ kind: 'start', start: { level, heading: [{ type: 'text', text: line.trim() }], isPart: kind === 'part' } });
    } else if (line.trim() === '') end();
    else waiting.push(line.trim());
  }
  end();
  const pieces = piecesOf(flow, new Map());
  return { ...bareBook, pieces, chapterLevel: chapterLevelOf(pieces), notes: report.sentences() };
}

function block(words: string): FlowItem {
  if (isSceneBreak(words)) return { kind: 'block', block: { kind: 'block', node: { type: 'sceneBreak' } } };
  return { kind: 'block', block: { kind: 'paragraph', node: paragraph(words), quotes: 0, list: null } };
}

const isEmpty = (line: string | undefined): boolean => line === undefined || line.trim() === '';
/** A heading stands alone, or with no more than a second line below it. */
const isAlone = (lines: readonly string[], at: number): boolean => isEmpty(lines[at - 1]) && (isEmpty(lines[at + 1]) || isEmpty(lines[at + 2]) || at === 0);

/** Whether paragraphs were broken into lines at a margin, so that lines belong together up to an empty one. */
function isWrapped(lines: readonly string[]): boolean {
  const inner = lines.filter((line, at) => line.trim() !== '' && !isEmpty(lines[at + 1]));
  if (inner.length < 3 || !lines.some((line, at) => isEmpty(line) && at < lines.length - 1)) return false;
  const full = inner.filter((line) => line.trimEnd().length >= fullLine && line.length <= longLine);
  return full.length >= inner.length * 0.6;
}
