import {
  disclosureRules,
  evidenceOf,
  evidenceSentences,
  imageExtentNames,
  rulesCheckedOn,
  textExtentNames,
  type ChapterWords,
  type Disclosure,
} from '../../src-shared/domain/disclosure';
import { provenances } from '../../src-shared/text/provenance';

/** A disclosure with all it rests on. */
export type Statement = {
  readonly title: string;
  readonly author: string;
  readonly at: string;
  readonly disclosure: Disclosure;
  readonly suggested: Disclosure;
  readonly chapters: readonly ChapterWords[];
  /** Where each device’s log ended: with it the statement can be tied to the book’s history. */
  readonly log: readonly { readonly device: string; readonly seq: number; readonly checksum: string }[];
};

const howToCheck =
  'Each line of a book’s log carries a checksum over the line before it. “longhand verify” checks every line; the entries named here are the last ones that this statement counts.';

const notAnswered = 'Not answered';

/** The statement for programs. */
export function statementJson({ chapters, ...statement }: Statement): string {
  const whole = {
    format: 'longhand-disclosure',
    version: 1,
    ...statement,
    evidence: evidenceOf(chapters),
    chapters,
    rules: { checkedOn: rulesCheckedOn, list: disclosureRules },
    howToCheck,
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[&<>"]/gu, (letter) => escapes[letter] ?? letter);
const row = (cells: readonly (string | number)[], tag = 'td'): string =>
  `<tr>${cells.map((cell) => `<${tag}>${escape(String(cell))}</${tag}>`).join('')}</tr>`;

/** The statement for people: one page that needs nothing from anywhere. */
export function statementHtml({ title, author, at, disclosure, chapters, log }: Statement): string {
  const { text, images, translations, tools, statement } = disclosure;
  const answers = [
    ['Texts', textExtentNames[text]],
    ['Images', images === null ? notAnswered : imageExtentNames[images]],
    ['Translations', translations === null ? notAnswered : textExtentNames[translations]],
    ['Tools', tools === '' ? 'None named' : tools],
  ] as const;
  const paragraphs = (texts: readonly string[]): string => texts.map((one) => `<p>${escape(one)}</p>`).join('\n');
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${escape(title)}: use of AI</title>
<style>body{font:16px/1.5 serif;max-width:44rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse}td,th{border:1px solid;padding:.2rem .5rem;text-align:start}</style>
<h1>${escape(title)}</h1>
<p>${escape(author)}</p>
<p>Written down on ${escape(at)}.</p>
<h2>Amazon KDP: AI-generated content</h2>
<table>${answers.map(([name, answer]) => row([name, answer])).join('\n')}</table>
<h2>The human part</h2>
${paragraphs(statement.split('\n'))}
<h2>Evidence</h2>
${paragraphs(evidenceSentences(evidenceOf(chapters)))}
<table>
${row(['Chapter', ...provenances, 'with accepted edits'], 'th')}
${chapters.map((chapter) => row([chapter.title, ...provenances.map((kind) => chapter.words[kind]), chapter.assisted])).join('\n')}
</table>
<h2>Rules</h2>
<p>As they stood on ${rulesCheckedOn}.</p>
${disclosureRules.map((rule) => `<p>${escape(rule.text)} <a href="${escape(rule.source)}">${escape(rule.source)}</a></p>`).join('\n')}
<h2>History</h2>
<p>${escape(howToCheck)}</p>
<table>
${row(['Device', 'Entry', 'Checksum'], 'th')}
${log.map(({ device, seq, checksum }) => row([device, seq, checksum])).join('\n')}
</table>
</html>
`;
}
