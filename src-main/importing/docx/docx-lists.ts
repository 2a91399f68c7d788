import type { ListPlace } from '../flat-blocks';
import { elementAt, elementsOf, type XmlElement } from '../xml-tree';

type Level = { readonly isOrdered: boolean; readonly isNone: boolean; readonly isBlank: boolean; readonly start: number };

/** Counts the numbered paragraphs of a Word file as Word does. */
export type DocxLists = { readonly place: (numbering: XmlElement | undefined) => ListPlace | null };

const valueOf = (element: XmlElement | undefined, name: string): string | undefined => elementAt(element, name)?.attributes['w:val'];
const wholeNumber = (text: string | undefined, fallback: number): number => {
  const found = Number.parseInt(text ?? '', 10);
  return Number.isSafeInteger(found) && Math.abs(found) < 1_000_000 ? found : fallback;
};

function levelsOf(element: XmlElement | undefined): Map<number, Level> {
  const levels = (element ? elementsOf(element, 'w:lvl') : []).map((level) => {
    const format = valueOf(level, 'w:numFmt') ?? 'decimal';
    const start = wholeNumber(valueOf(level, 'w:start'), 1);
    return [wholeNumber(level.attributes['w:ilvl'], 0), { isOrdered: format !== 'bullet', isNone: format === 'none', isBlank: (valueOf(level, 'w:lvlText') ?? '?').trim() === '', start }] as const;
  });
  return new Map(levels);
}

/** Reads the lists of a Word file. */
export function readLists(root: XmlElement | undefined): DocxLists {
  const all = elementAt(root, 'w:numbering');
  const abstract = new Map((all ? elementsOf(all, 'w:abstractNum') : []).map((one) => [one.attributes['w:abstractNumId'] ?? '', levelsOf(one)]));
  const lists = new Map<string, Map<number, Level>>();
  for (const list of all ? elementsOf(all, 'w:num') : []) {
    const levels = new Map(abstract.get(valueOf(list, 'w:abstractNumId') ?? '') ?? []);
    for (const override of elementsOf(list, 'w:lvlOverride')) {
      const at = wholeNumber(override.attributes['w:ilvl'], 0);
      const own = levelsOf(override).get(at) ?? levels.get(at) ?? { isOrdered: true, isNone: false, isBlank: false, start: 1 };
      levels.set(at, { ...own, start: wholeNumber(valueOf(override, 'w:startOverride'), own.start) });
    }
    lists.set(list.attributes['w:numId'] ?? '', levels);
  }
  const counters = new Map<string, number[]>();
  return {
    place(numbering) {
      const key = valueOf(numbering, 'w:numId') ?? '';
      const levels = lists.get(key);
      if (numbering === undefined || levels === undefined) return null;
      const level = Math.min(8, Math.max(0, wholeNumber(valueOf(numbering, 'w:ilvl'), 0)));
      const found = levels.get(level) ?? { isOrdered: true, isNone: false, isBlank: false, start: 1 };
      if (found.isNone) return null;
      // A paragraph that goes on with the item before it.
      if (found.isBlank) return { key, level, isOrdered: found.isOrdered, start: 1, isItem: false };
      const counts = counters.get(key) ?? [];
      const next = counts[level] === undefined ? found.start : counts[level] + 1;
      counters.set(key, [...counts.slice(0, level), ...Array.from({ length: level - counts.length }, (_unused, at) => levels.get(counts.length + at)?.start ?? 1), next]);
      return { key, level, isOrdered: found.isOrdered, start: next, isItem: true };
    },
  };
}
