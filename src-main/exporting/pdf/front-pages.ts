import type { BookSection } from '../block';
import type { Labels } from '../labels';
import { groupOf, type Group, type PlacedLine, type Strip } from './flow';
import type { PageDesign } from './page-design';
import { plain, type BlockSetter } from './set-blocks';

/** The generated pages: title, copyright, contents, and the head of a section. */
export function createFrontPages(setter: BlockSetter, design: PageDesign) {
  const { size, leading } = design;
  const { full, setText } = setter;

  function centred(text: string, look: { size: number; italic?: boolean; smallCaps?: boolean; isAdded?: boolean }): Strip[] {
    if (text === '') return [];
    const base = { italic: look.italic === true, smallCaps: look.smallCaps === true };
    return setText([plain(text)], {
      column: full, size: look.size, leading: look.size * 1.25, base, align: 'center', isAdded: look.isAdded !== false,
    });
  }

  const together = (strips: readonly Strip[], before: number): Group => groupOf(strips, { before, keepStart: 99 });

  function titlePage(names: { readonly title: string; readonly subtitle: string; readonly author: string }): Group[] {
    return [
      together(centred(names.title, { size: size * 2.5 }), 0),
      together(centred(names.subtitle, { size: size * 1.3, italic: true }), leading * 1.2),
      together(centred(names.author, { size: size * 1.35, smallCaps: true }), leading * 4),
    ];
  }

  const copyrightPage = (line: string): Group[] => [
    together(setText([plain(line)], { column: full, size: size * 0.86, leading: leading * 0.9, align: 'start', isAdded: true }), 0),
  ];

  /** The head of a part, of a chapter, of a preface. */
  function sectionHead(section: BookSection): Group[] {
    const label = centred(section.label, { size: size * 1.02, smallCaps: true });
    const isPart = section.kind === 'part';
    const title = centred(section.heading, { size: size * (isPart ? 2.1 : 1.85), isAdded: false });
    return [
      groupOf(label, { after: leading * 0.8, keepStart: 99, keepsWithNext: !isPart }),
      groupOf(title, { after: leading * 2.6, keepStart: 99, keepsWithNext: !isPart }),
    ];
  }

  function contents(sections: readonly BookSection[], { folioOf, labels }: { folioOf: (section: BookSection) => string; labels: Labels }): Group[] {
    const title = groupOf(centred(labels.contents, { size: size * 1.6 }), { after: leading * 2, keepStart: 99, keepsWithNext: true });
    return [title, ...sections.map((section, at) => entry(section, folioOf(section), at > 0))];
  }

  /** A line of the contents: the title from the left, the folio at the right edge of its last line. */
  function entry(section: BookSection, folio: string, hasOneAbove: boolean): Group {
    const isPart = section.kind === 'part';
    const indent = section.partId === null ? 0 : design.indent;
    const number = setText([plain(folio)], { column: full, size, leading, align: 'start', isAdded: true })[0]?.lines[0];
    const room = full.width - indent - size * 3;
    const words = isPart && section.label !== '' ? `${section.label}: ${section.contentsTitle}` : section.contentsTitle;
    const column = { x: indent, width: room };
    const strips = setText([plain(words)], { column, size, leading, base: { smallCaps: isPart }, align: 'start', hanging: design.indent, isAdded: true });
    const last = strips.at(-1);
    const placed = number && last ? withNumber(last, number) : last;
    const all = placed ? [...strips.slice(0, -1), placed] : strips;
    return groupOf(all, { before: hasOneAbove ? leading * (isPart ? 0.7 : 0.22) : 0, keepsWithNext: isPart, keepStart: 1, keepEnd: 1 });
  }

  function withNumber(strip: Strip, number: PlacedLine): Strip {
    const isRightToLeft = strip.lines[0]?.isRightToLeft === true;
    const title = strip.lines.map((line) => (isRightToLeft ? { ...line, x: line.x + size * 3 } : line));
    return { ...strip, lines: [...title, { ...number, x: isRightToLeft ? 0 : full.width - number.line.width }] };
  }

  return { titlePage, copyrightPage, sectionHead, contents };
}

/** What sets the generated pages. */
export type FrontPages = ReturnType<typeof createFrontPages>;
