import type { Mark } from '../../../src-shared/text/document';
import { kindByName, type StyleKind } from '../style-names';
import { allNamed, elementAt, type XmlElement } from '../xml-tree';

export type OdtStyles = {
  readonly kind: (name: string | undefined) => StyleKind;
  /** The heading level of a paragraph's style, 0 for none. */
  readonly level: (name: string | undefined) => number;
  readonly marks: (name: string | undefined) => readonly Mark[];
  readonly isMono: (name: string | undefined) => boolean;
  readonly isRaised: (name: string | undefined) => boolean;
  readonly breaksPage: (name: string | undefined) => boolean;
  readonly isOrdered: (list: string | undefined, level: number) => boolean;
  readonly startOf: (list: string | undefined, level: number) => number;
};

/** Names that only writers of this format use. */
const ownNames: Readonly<Record<string, StyleKind>> = {
  'source text': 'code', illustration: 'caption', figure: 'caption', drawing: 'caption', 'horizontal line': 'scene',
};

const deepest = 12;
const plainName = (name: string): string => name.replace(/_([0-9a-f]{2})_/giu, (_found, code: string) => String.fromCharCode(Number.parseInt(code, 16))).toLowerCase();

/** Reads the styles of an OpenDocument text: those of the file and those that were set by hand. */
export function readOdtStyles(parts: readonly XmlElement[]): OdtStyles {
  const styles = new Map<string, XmlElement>();
  const lists = new Map<string, XmlElement>();
  for (const part of parts) {
    for (const style of allNamed(part, 'style:style')) styles.set(style.attributes['style:name'] ?? '', style);
    for (const list of allNamed(part, 'text:list-style')) lists.set(list.attributes['style:name'] ?? '', list);
  }
  const chain = (name: string | undefined): XmlElement[] => {
    const found: XmlElement[] = [];
    for (let next = name; next !== undefined && found.length < deepest; next = found.at(-1)?.attributes['style:parent-style-name']) {
      const style = styles.get(next);
      if (!style) break;
      found.push(style);
    }
    return found;
  };
  const attribute = (name: string | undefined, group: string, key: string): string | undefined =>
    chain(name).map((style) => elementAt(style, group)?.attributes[key]).find((value) => value !== undefined);
  const listLevel = (list: string | undefined, level: number): XmlElement | undefined =>
    lists.get(list ?? '')?.children.find((child): child is XmlElement => typeof child !== 'string' && child.attributes['text:level'] === String(level));
  const named = (name: string | undefined): string[] =>
    [name ?? '', ...chain(name).flatMap(({ attributes }) => [attributes['style:display-name'] ?? '', attributes['style:name'] ?? '', attributes['style:parent-style-name'] ?? ''])].map(plainName);
  return {
    kind: (name) => {
      const all = named(name);
      if (all.some((one) => one.startsWith('table of contents'))) return 'contents';
      const found = all.map((one) => (Object.hasOwn(ownNames, one) ? ownNames[one] : kindByName(one)?.kind));
      return found.find((kind) => kind !== undefined && kind !== 'heading') ?? 'text';
    },
    level: (name) => Number(named(name).map((one) => /^heading (\d)$/u.exec(one)?.[1]).find((level) => level !== undefined) ?? 0),
    marks: (name) => marksOf((key) => attribute(name, 'style:text-properties', key)),
    isMono: (name) => /courier|mono|consolas|menlo|monaco/iu.test(attribute(name, 'style:text-properties', 'style:font-name') ?? attribute(name, 'style:text-properties', 'fo:font-family') ?? ''),
    isRaised: (name) => /^(?:super|sub)/u.test(attribute(name, 'style:text-properties', 'style:text-position') ?? ''),
    breaksPage: (name) => attribute(name, 'style:paragraph-properties', 'fo:break-before') === 'page',
    isOrdered: (list, level) => listLevel(list, level)?.name === 'text:list-level-style-number',
    startOf: (list, level) => Number.parseInt(listLevel(list, level)?.attributes['text:start-value'] ?? '1', 10) || 1,
  };
}

function marksOf(value: (key: string) => string | undefined): Mark[] {
  const found: Mark[] = [];
  if (/^(?:bold|[6-9]00)$/u.test(value('fo:font-weight') ?? '')) found.push({ type: 'bold' });
  if (/^(?:italic|oblique)$/u.test(value('fo:font-style') ?? '')) found.push({ type: 'italic' });
  if (!['none', undefined].includes(value('style:text-underline-style'))) found.push({ type: 'underline' });
  if (!['none', undefined].includes(value('style:text-line-through-style'))) found.push({ type: 'strike' });
  if (value('fo:font-variant') === 'small-caps') found.push({ type: 'smallCaps' });
  return found;
}
