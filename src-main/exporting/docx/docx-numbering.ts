/** The numbered and bulleted lists of a Word file: each list of the book counts on its own. */
export function createNumbering() {
  const lists: { readonly isOrdered: boolean; readonly start: number }[] = [];
  return {
    /** The number by which the paragraphs of a new list name it. */
    add: (isOrdered: boolean, start: number): number => lists.push({ isOrdered, start }),
    xml: (): string => numberingXml(lists),
  };
}

const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const levels = Array.from({ length: 9 }, (_unused, level) => level);
const bullets = ['•', '–', '·'];
const formats = ['decimal', 'lowerLetter', 'lowerRoman'];

function levelXml(level: number, isOrdered: boolean): string {
  const format = isOrdered ? (formats[level % 3] ?? 'decimal') : 'bullet';
  const text = isOrdered ? `%${level + 1}.` : (bullets[level % 3] ?? '•');
  return (
    `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/>` +
    `<w:pPr><w:ind w:left="${(level + 1) * 500}" w:hanging="400"/></w:pPr></w:lvl>`
  );
}

function numberingXml(lists: readonly { readonly isOrdered: boolean; readonly start: number }[]): string {
  const abstract = [true, false].map(
    (isOrdered, id) => `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="hybridMultilevel"/>${levels.map((level) => levelXml(level, isOrdered)).join('')}</w:abstractNum>`,
  );
  const numbers = lists.map(({ isOrdered, start }, at) => {
    const overrides = isOrdered ? levels.map((level) => `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${start}"/></w:lvlOverride>`).join('') : '';
    return `<w:num w:numId="${at + 1}"><w:abstractNumId w:val="${isOrdered ? 0 : 1}"/>${overrides}</w:num>`;
  });
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:numbering ${namespace}>${abstract.join('')}${numbers.join('')}</w:numbering>`;
}
