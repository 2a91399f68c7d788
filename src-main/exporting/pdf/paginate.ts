import type { Note } from '../block';
import type { FlowItem, Group, Opening, Strip } from './flow';

/** A strip at its height on a page, measured from the top of the text. */
export type PlacedStrip = { readonly strip: Strip; readonly y: number };

/** A finished page. */
export type BookPage = {
  /** Its place in the file, from 1; odd pages are right-hand pages. */
  readonly sheet: number;
  readonly folio: string;
  /** Empty on a page without head. */
  readonly head: string;
  readonly showsFolio: boolean;
  readonly isPaintedLast: boolean;
  readonly strips: readonly PlacedStrip[];
  readonly foot: readonly PlacedStrip[];
};

/** The room of a page and how notes are set. */
export type PaginationPorts = {
  readonly height: number;
  readonly leading: number;
  readonly setNote: (note: Note) => readonly Strip[];
  readonly onPage: (page: BookPage) => void;
  /** Hears of each section and the folio on which it begins. */
  readonly onAnchor: (anchor: string, folio: string) => void;
  /** The head of left-hand pages. */
  readonly leftHead: string;
};

/** White and stroke above the notes of a page, in lines. */
const footGap = 0.9;

type Page = { strips: PlacedStrip[]; foot: Strip[]; y: number; isOpener: boolean };

/** Puts groups on pages: no line alone, headings with what follows, notes at the foot of the page that calls them. */
export function createPagination(ports: PaginationPorts) {
  const { height, leading } = ports;
  let page: Page | null = null;
  let opening: Opening | null = null;
  let sheet = 0;
  let arabicFrom: number | null = null;
  const carried: Strip[] = [];
  let pending: Group[] = [];

  const footHeight = (foot: readonly Strip[]): number =>
    foot.length === 0 ? 0 : footGap * leading + foot.reduce((sum, strip) => sum + strip.height, 0);

  function folioOf(at: number): string {
    return arabicFrom === null ? roman(at) : String(at - arabicFrom + 1);
  }

  function finishPage(): void {
    if (!page) return;
    const isRight = sheet % 2 === 1;
    const isBare = page.isOpener || opening?.isBare === true;
    const footTop = height - footHeight(page.foot) + footGap * leading;
    let y = footTop;
    const foot = page.foot.map((strip) => {
      const placed = { strip, y };
      y += strip.height;
      return placed;
    });
    const head = isRight ? (opening?.head ?? '') : ports.leftHead;
    ports.onPage({
      sheet, folio: folioOf(sheet), head: isBare ? '' : head, showsFolio: !isBare, isPaintedLast: opening?.isPaintedLast === true,
      strips: page.strips, foot,
    });
    page = null;
  }

  function startPage(isOpener: boolean): Page {
    finishPage();
    sheet += 1;
    page = { strips: [], foot: [], y: 0, isOpener };
    // What was left of a long note comes first, and leaves room for text.
    const most = height * 0.6;
    while (carried.length > 0 && footHeight([...page.foot, ...carried.slice(0, 1)]) < most) page.foot.push(...carried.splice(0, 1));
    return page;
  }

  function blankPage(): void {
    finishPage();
    sheet += 1;
    ports.onPage({ sheet, folio: '', head: '', showsFolio: false, isPaintedLast: false, strips: [], foot: [] });
  }

  const fits = (at: Page, strips: readonly Strip[], before: number): boolean => {
    const space = at.y === 0 ? 0 : before;
    const notes = strips.flatMap((strip) => strip.notes).flatMap((note) => ports.setNote(note));
    const whole = at.y + space + strips.reduce((sum, strip) => sum + strip.height, 0);
    const room = height + 0.01;
    if (whole + footHeight([...at.foot, ...notes]) <= room) return true;
    // A long note may run on to the next page when two of its lines have room here.
    const least = notes.length > 5 && carried.length === 0 ? notes.slice(0, 2) : notes;
    return whole + footHeight([...at.foot, ...least]) <= room;
  };

  function place(at: Page, strips: readonly Strip[], before: number): void {
    if (at.y > 0) at.y += before;
    for (const strip of strips) {
      at.strips.push({ strip, y: at.y });
      at.y += strip.height;
    }
    for (const strip of strips.flatMap(({ notes }) => notes).flatMap((note) => ports.setNote(note))) {
      const isFull = carried.length > 0 || at.y + footHeight([...at.foot, strip]) > height + 0.01;
      if (isFull) carried.push(strip);
      else at.foot.push(strip);
    }
  }

  /** How many strips of a group can stand on a page, with no line alone on either side. */
  function countThatFit(at: Page, group: Group): number {
    const { strips, keepStart, keepEnd } = group;
    let count = 0;
    while (count < strips.length && fits(at, strips.slice(0, count + 1), group.before)) count += 1;
    if (count === strips.length) return count;
    count = Math.min(count, strips.length - keepEnd);
    return count >= Math.min(keepStart, strips.length) && count > 0 ? count : 0;
  }

  function currentPage(): Page {
    return page ?? startPage(false);
  }

  function placeGroup(group: Group): void {
    let rest = group;
    let isFresh = false;
    while (rest.strips.length > 0) {
      const at = currentPage();
      let count = countThatFit(at, rest);
      if (count === 0 && (at.y === 0 || isFresh)) count = Math.max(1, forcedCount(at, rest));
      if (count === 0) {
        startPage(false);
        isFresh = true;
        continue;
      }
      place(at, rest.strips.slice(0, count), rest.before);
      if (count === rest.strips.length) break;
      rest = { ...rest, strips: rest.strips.slice(count), before: 0, keepStart: 1 };
      startPage(false);
      isFresh = true;
    }
    const at = currentPage();
    if (group.after > 0) at.y = Math.min(at.y + group.after, height);
  }

  // On an empty page something has to stand, even what cannot be kept together.
  function forcedCount(at: Page, group: Group): number {
    let count = 0;
    while (count < group.strips.length && fits(at, group.strips.slice(0, count + 1), 0)) count += 1;
    return count;
  }

  /** Headings wait for the first lines of what follows them. */
  function addGroup(group: Group): void {
    if (group.strips.length === 0) return;
    if (group.keepsWithNext) {
      pending.push(group);
      return;
    }
    releasePending(group.strips.slice(0, Math.min(group.keepStart, group.strips.length)), group.before);
    placeGroup(group);
  }

  function releasePending(next: readonly Strip[], before: number): void {
    const held = pending;
    pending = [];
    if (held.length === 0) return;
    const at = currentPage();
    const gaps = held.reduce((sum, group) => sum + group.before + group.after, 0) + before;
    const strips = [...held.flatMap((group) => group.strips), ...next];
    if (at.y > 0 && !fits(at, strips, gaps)) startPage(false);
    for (const group of held) placeGroup(group);
  }

  function finishSection(): void {
    releasePending([], 0);
    while (carried.length > 0) startPage(false);
    finishPage();
  }

  function open(next: Opening): void {
    finishSection();
    const startsBody = next.folios === 'arabic' && arabicFrom === null;
    if ((next.isRightHand || startsBody) && sheet % 2 === 1) blankPage();
    if (startsBody) arabicFrom = sheet + 1;
    opening = next;
    startPage(true);
    if (next.anchor !== null) ports.onAnchor(next.anchor, folioOf(sheet));
  }

  return {
    add: (item: FlowItem): void => {
      if (item.kind === 'open') open(item.opening);
      else addGroup(item.group);
    },
    /** White that also counts at the top of a page, such as above a chapter's title. */
    addSpace: (points: number): void => {
      currentPage().y += points;
    },
    /** Ends the book on an even number of pages and answers how many there are. */
    end: (): number => {
      finishSection();
      if (sheet % 2 === 1) blankPage();
      return sheet;
    },
    sheets: (): number => sheet,
  };
}

const romanParts: readonly (readonly [number, string])[] = [
  [1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i'],
];

/** A number in lower-case roman. */
export function roman(number: number): string {
  let left = number;
  let text = '';
  for (const [value, letters] of romanParts) {
    while (left >= value) {
      text += letters;
      left -= value;
    }
  }
  return text;
}
