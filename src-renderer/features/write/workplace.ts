import type { Workplace } from '../../../src-shared/ipc/book-calls';

/** The tabs of the writing room, in their order. */
export type Tabs = readonly string[];

const mostTabs = 50;

/** Opens a tab at the end, unless it is open; the oldest goes when there are too many. */
export function withTab(tabs: Tabs, chapterId: string): Tabs {
  return tabs.includes(chapterId) ? tabs : [...tabs, chapterId].slice(-mostTabs);
}

/** What is left and what is shown next when a tab closes: its right neighbour, else its left one. */
export function withoutTab(tabs: Tabs, chapterId: string): { readonly tabs: Tabs; readonly next: string | null } {
  const at = tabs.indexOf(chapterId);
  const left = tabs.filter((tab) => tab !== chapterId);
  return { tabs: left, next: left[at] ?? left.at(-1) ?? null };
}

/** The tab that Ctrl+1 to Ctrl+9 mean; 9 is the last one, as in every browser. */
export const tabAt = (tabs: Tabs, digit: number): string | undefined => (digit === 9 ? tabs.at(-1) : tabs[digit - 1]);

/** Tabs of chapters that still exist. */
export const knownTabs = (tabs: Tabs, chapterIds: ReadonlySet<string>): Tabs =>
  tabs.filter((tab) => chapterIds.has(tab));

/** Where a chapter was left. */
export type Spot = Workplace['places'][string];
