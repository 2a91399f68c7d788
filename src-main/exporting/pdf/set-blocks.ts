import type { Block, Inline, Note, TableCell } from '../block';
import { plainStyle } from '../inline-content';
import type { Atoms, TextSetting } from './atoms';
import type { Direction } from './directions';
import { groupOf, type Group, type Ornament, type PlacedLine, type Strip } from './flow';
import { breakLines } from './line-breaking';
import { pictureScale, textWidth, type PageDesign } from './page-design';

/** A picture's shape; `null` when it cannot be shown. */
export type PictureShape = { readonly widthPx: number; readonly heightPx: number } | null;

/** What setting a block needs. */
export type SetterPorts = {
  readonly atoms: Atoms;
  readonly design: PageDesign;
  readonly direction: Direction;
  readonly pictureOf: (assetId: string) => PictureShape;
};

/** A column of text: where it stands and how wide it is. */
export type Column = { readonly x: number; readonly width: number };

/** How a text is set in its column. */
export type Setting = {
  readonly column: Column;
  readonly size: number;
  readonly leading: number;
  readonly base?: TextSetting['base'];
  readonly align: 'justified' | 'start' | 'center';
  readonly firstIndent?: number;
  readonly hanging?: number;
  readonly keepsSpaces?: boolean;
  /** Words the export adds: they are no paragraph of the book. */
  readonly isAdded?: boolean;
  /** Code runs from left to right in every book. */
  readonly runs?: Direction;
};

/** Sets blocks as strips of the page. */
export function createBlockSetter({ atoms, design, direction, pictureOf }: SetterPorts) {
  const { size, leading } = design;
  let paragraphs = 0;
  const full: Column = { x: 0, width: textWidth(design) };

  /** The strips of one text. */
  function setText(content: readonly Inline[], setting: Setting): Strip[] {
    const { column, align, firstIndent = 0, hanging = 0, runs = direction } = setting;
    const indentOf = (line: number): number => (line === 0 ? firstIndent : hanging);
    const textSetting = { size: setting.size, base: setting.base ?? {}, keepsSpaces: setting.keepsSpaces === true, direction: runs };
    const isAdded = setting.isAdded === true;
    const order = isAdded ? -1 : paragraphs++;
    const measure = { widthOf: (line: number) => column.width - indentOf(line), isJustified: align === 'justified', hyphenates: align === 'justified' };
    const lines = breakLines(atoms.atomsOf(content, textSetting), measure);
    const paragraph = isAdded ? null : { order, lines: lines.length };
    return lines.map((set, at) => {
      const line = { ...set, paragraph };
      const free = column.width - indentOf(at) - line.width;
      const lead = align === 'center' ? free / 2 : indentOf(at);
      const isRightToLeft = runs === 'rtl';
      const x = isRightToLeft && align !== 'center' ? column.x + free : column.x + lead;
      return strip([{ line, x, isRightToLeft }], setting.leading, { notes: line.notes });
    });
  }

  const strip = (lines: readonly PlacedLine[], height: number, more: { notes?: readonly Note[]; ornaments?: readonly Ornament[] } = {}): Strip => ({
    height, baseline: height * 0.76, lines, ornaments: more.ornaments ?? [], notes: more.notes ?? [],
  });

  /** A text as one group in the book's own size. */
  function bodyText(content: readonly Inline[], column: Column, isFirst: boolean): Group {
    const firstIndent = isFirst ? 0 : design.indent;
    return groupOf(setText(content, { column, size, leading, align: 'justified', firstIndent }));
  }

  function heading(level: 1 | 2 | 3, content: readonly Inline[]): Group {
    const looks = {
      1: { size: size * 1.22, base: {}, before: 2, after: 1 },
      2: { size: size * 1.08, base: { italic: true }, before: 1.5, after: 0.5 },
      3: { size, base: { smallCaps: true }, before: 1, after: 0 },
    } as const;
    const look = looks[level];
    const strips = setText(content, { column: full, size: look.size, leading: Math.max(leading, look.size * 1.2), base: look.base, align: 'center' });
    return groupOf(strips, { before: look.before * leading, after: look.after * leading, keepStart: 99, keepsWithNext: true });
  }

  function set(block: Block, column: Column = full): Group[] {
    switch (block.kind) {
      case 'paragraph':
        return [bodyText(block.content, column, block.isFirst)];
      case 'heading':
        return [heading(block.level, block.content)];
      case 'quote':
        return spaced(within(block.blocks, inset(column, design.indent * 1.4, design.indent * 1.4)), leading * 0.7);
      case 'list':
        return spaced(list(block, column), leading * 0.4);
      case 'figure':
        return figure(block, column);
      case 'table':
        return spaced(table(block.rows, column), leading * 0.8);
      case 'scene-break':
        return [sceneBreak(column)];
      case 'verse':
        return spaced(verse(block.lines, column), leading * 0.7);
      case 'code':
        return spaced([code(block.text, column)], leading * 0.6);
    }
  }

  const within = (blocks: readonly Block[], column: Column): Group[] => blocks.flatMap((block) => set(block, column));

  function inset(column: Column, start: number, end: number): Column {
    const left = direction === 'rtl' ? end : start;
    const width = column.width - start - end;
    // A quote in a quote in a list still keeps room for a few words.
    return width < size * 3 ? column : { x: column.x + left, width };
  }

  function list(block: Extract<Block, { kind: 'list' }>, column: Column): Group[] {
    const widest = block.isOrdered ? `${block.start + block.items.length - 1}.` : '•';
    const indent = Math.max(design.indent * 1.2, size * 0.55 * widest.length + size * 0.4);
    const inner = inset(column, indent, 0);
    return block.items.flatMap((item, at) => {
      const groups = item.flatMap((one) => (one.kind === 'paragraph' ? [bodyText(one.content, inner, true)] : set(one, inner)));
      const mark = setText([plain(block.isOrdered ? `${block.start + at}.` : '•')], { column: { ...column, width: indent - size * 0.4 }, size, leading, align: 'start', isAdded: true })[0];
      return withMark(groups, mark, column, indent);
    });
  }

  function withMark(groups: readonly Group[], mark: Strip | undefined, column: Column, indent: number): Group[] {
    const [first, ...rest] = groups;
    const [top, ...others] = first?.strips ?? [];
    const placed = mark?.lines[0];
    if (!first || !top || !placed) return [...groups];
    const gap = size * 0.4;
    const x = direction === 'rtl' ? column.x + column.width - indent + gap : column.x + indent - gap - placed.line.width;
    const marked: PlacedLine = { ...placed, x };
    return [{ ...first, strips: [{ ...top, lines: [marked, ...top.lines] }, ...others] }, ...rest];
  }

  function figure(block: Extract<Block, { kind: 'figure' }>, column: Column): Group[] {
    const picture = pictureOf(block.assetId);
    const captions = block.caption === '' ? [] : setText([plain(block.caption)], { column: inset(column, size, size), size: size * 0.88, leading: leading * 0.92, base: { italic: true }, align: 'center' });
    if (!picture) {
      const shown = block.alt === '' ? [] : setText([plain(block.alt)], { column, size: size * 0.9, leading, align: 'center', isAdded: true });
      return [groupOf([...shown, ...captions], { before: leading, after: leading, keepStart: 99 })];
    }
    const scale = pictureScale(picture, column.width, design);
    const width = picture.widthPx * scale;
    const height = picture.heightPx * scale;
    const ornament: Ornament = { kind: 'picture', assetId: block.assetId, alt: block.alt, x: column.x + (column.width - width) / 2, y: 0, width, height };
    const shown = strip([], height + leading * 0.5, { ornaments: [ornament] });
    return [groupOf([shown, ...captions], { before: leading, after: leading, keepStart: 99 })];
  }

  function sceneBreak(column: Column): Group {
    const [mark] = setText([plain('*\u2003*\u2003*')], { column, size: size * 1.1, leading, align: 'center', isAdded: true });
    return groupOf(mark ? [mark] : [], { before: leading, after: leading, keepStart: 1, keepEnd: 1, keepsWithNext: true });
  }

  function verse(lines: readonly (readonly Inline[])[], column: Column): Group[] {
    const inner = inset(column, design.indent * 1.6, 0);
    const stanzas: Strip[][] = [[]];
    for (const line of lines) {
      if (line.length === 0) stanzas.push([]);
      else stanzas.at(-1)?.push(...setText(line, { column: inner, size, leading, align: 'start', hanging: design.indent * 1.4 }));
    }
    return stanzas.filter((strips) => strips.length > 0).map((strips, at) => groupOf(strips, { before: at === 0 ? 0 : leading * 0.7 }));
  }

  function code(text: string, column: Column): Group {
    const content = text.split('\n').flatMap((line, at): Inline[] => [...(at > 0 ? [{ kind: 'break' as const }] : []), plain(line)]);
    const inner = inset(column, design.indent * 0.8, 0);
    return groupOf(setText(content, { column: inner, size: size * 0.98, leading: leading * 0.92, base: { code: true }, align: 'start', keepsSpaces: true, runs: 'ltr' }));
  }

  function table(rows: readonly (readonly TableCell[])[], column: Column): Group[] {
    const count = Math.max(...rows.map((row) => row.reduce((sum, cell) => sum + cell.columns, 0)));
    const cellSize = { size: size * 0.88, leading: leading * 0.9 };
    const rule = (y: number, weight: number): Ornament => ({ kind: 'rule', x: column.x, y, width: column.width, weight });
    const widths = { unit: column.width / count, gap: size * 0.7 };
    const filled = new Map<number, number>();
    return rows.map((row, at) => {
      const cells = placeCells(row, filled).map(({ cell, from }) => {
        const left = direction === 'rtl' ? count - from - cell.columns : from;
        const box = { x: column.x + left * widths.unit, width: widths.unit * cell.columns - widths.gap };
        return cell.blocks.flatMap((block) => cellStrips(block, { column: box, ...cellSize, align: 'start', ...(cell.isHeader ? { base: { bold: true } } : {}) }));
      });
      return tableRow(cells, { rule, isFirst: at === 0, isLast: at === rows.length - 1, isHead: row.every((cell) => cell.isHeader) });
    });
  }

  function cellStrips(block: Block, setting: Setting): Strip[] {
    if (block.kind === 'paragraph' || block.kind === 'heading') return setText(block.content, setting);
    return set(block, setting.column).flatMap((group) => group.strips);
  }

  type RowFrame = { readonly rule: (y: number, weight: number) => Ornament; readonly isFirst: boolean; readonly isLast: boolean; readonly isHead: boolean };

  // The cells' lines stand side by side: a row may be divided between two lines when it is taller than a page.
  function tableRow(cells: readonly (readonly Strip[])[], { rule, isFirst, isLast, isHead }: RowFrame): Group {
    const count = Math.max(1, ...cells.map((strips) => strips.length));
    const pad = leading * 0.22;
    const strips = Array.from({ length: count }, (_unused, at): Strip => {
      const side = cells.flatMap((cell) => (cell[at] ? [cell[at]] : []));
      const height = Math.max(leading * 0.9, ...side.map((one) => one.height)) + (at === 0 ? pad : 0) + (at === count - 1 ? pad : 0);
      const ornaments: Ornament[] = side.flatMap((one) => one.ornaments);
      if (at === 0 && isFirst) ornaments.push(rule(0, 0.8));
      if (at === count - 1) ornaments.push(rule(height, isLast ? 0.8 : isHead ? 0.6 : 0.3));
      const baseline = (side[0]?.baseline ?? leading * 0.7) + (at === 0 ? pad : 0);
      return { height, baseline, lines: side.flatMap((one) => one.lines), ornaments, notes: side.flatMap((one) => one.notes) };
    });
    return groupOf(strips, { keepStart: Math.min(count, design.lines / 2), keepsWithNext: isHead });
  }

  /** A paragraph of a dedication or of the author's own title page. */
  const display = (content: readonly Inline[]): Group[] => [
    groupOf(setText(content, { column: inset(full, size * 2, size * 2), size: size * 1.05, leading: leading * 1.1, base: { italic: true }, align: 'center' }), { after: leading * 0.5 }),
  ];

  return { set, setText, display, full };
}

/** What sets the blocks of a book. */
export type BlockSetter = ReturnType<typeof createBlockSetter>;

/** A plain run of text. */
export const plain = (text: string): Inline => ({ kind: 'text', text, style: plainStyle });

function spaced(groups: readonly Group[], space: number): Group[] {
  return groups.map((group, at) => ({
    ...group,
    before: at === 0 ? Math.max(group.before, space) : group.before,
    after: at === groups.length - 1 ? Math.max(group.after, space) : group.after,
  }));
}

function placeCells(row: readonly TableCell[], filled: Map<number, number>): { readonly cell: TableCell; readonly from: number }[] {
  const placed: { cell: TableCell; from: number }[] = [];
  let column = 0;
  const skip = (): void => {
    for (let left = filled.get(column) ?? 0; left > 0; left = filled.get(column) ?? 0) {
      filled.set(column, left - 1);
      column += 1;
    }
  };
  for (const cell of row) {
    skip();
    placed.push({ cell, from: column });
    for (let at = 0; at < cell.columns; at += 1) filled.set(column + at, cell.rows - 1);
    column += cell.columns;
  }
  skip();
  return placed;
}
