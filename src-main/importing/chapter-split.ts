/** A stretch of Markdown below one heading; the first stretch of a file may have none. */
export type Stretch = { readonly title: string | null; readonly text: string };

const fence = /^ {0,3}(`{3,}|~{3,})/u;
const heading = /^ {0,3}(#{1,2})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/u;
const underline = /^ {0,3}(=+|-+)[ \t]*$/u;

type Line = { readonly text: string; readonly level: number; readonly title: string; readonly isUnderline: boolean };

/** Splits a book at the top-most heading level that repeats; a single `#` above many `##` is the book's title. */
export function splitChapters(markdown: string): { readonly title: string | null; readonly stretches: readonly Stretch[] } {
  const lines = readLines(markdown);
  const count = (level: number): number => lines.filter((line) => line.level === level).length;
  const isTitled = count(1) === 1 && count(2) > 0;
  const level = count(1) === 0 || isTitled ? 2 : 1;
  const splitting = level === 2 && count(2) === 0 ? 0 : level;
  const stretches: { title: string | null; lines: string[] }[] = [{ title: null, lines: [] }];
  let title: string | null = null;
  for (const line of lines) {
    if (line.level === splitting && splitting > 0) stretches.push({ title: line.title, lines: [] });
    else if (isTitled && line.level === 1) title = line.title;
    else stretches.at(-1)?.lines.push(line.text);
  }
  return { title, stretches: stretches.map((stretch) => ({ title: stretch.title, text: stretch.lines.join('\n') })) };
}

function readLines(markdown: string): Line[] {
  const lines: Line[] = [];
  let open: string | null = null;
  for (const text of markdown.split(/\r\n|\r|\n/u)) {
    const mark = fence.exec(text)?.[1];
    if (open !== null) {
      if (mark?.startsWith(open) === true && text.trim() === mark) open = null;
      lines.push(plainLine(text));
    } else if (mark !== undefined) {
      open = mark;
      lines.push(plainLine(text));
    } else pushLine(lines, text);
  }
  return lines;
}

const plainLine = (text: string): Line => ({ text, level: 0, title: '', isUnderline: false });

function pushLine(lines: Line[], text: string): void {
  const found = heading.exec(text);
  if (found) {
    lines.push({ text, level: found[1]?.length ?? 0, title: found[2] ?? '', isUnderline: false });
    return;
  }
  const under = underline.exec(text)?.[1];
  const above = lines.at(-1);
  const isHeading = under !== undefined && above?.level === 0 && isLoneLine(lines);
  if (!isHeading) {
    lines.push(plainLine(text));
    return;
  }
  lines.pop();
  lines.push({ text: `${above.text}\n${text}`, level: under.startsWith('=') ? 1 : 2, title: above.text.trim(), isUnderline: true });
}

// Only a single line of plain words above makes a rule of signs a heading here; the parser sees to the rest.
function isLoneLine(lines: readonly Line[]): boolean {
  const above = lines.at(-1)?.text ?? '';
  const before = lines.at(-2);
  return /^ {0,3}[^\s>#\-*+|`~\d]/u.test(above) && (before === undefined || before.level > 0 || before.text.trim() === '');
}
