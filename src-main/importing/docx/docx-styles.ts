import type { Mark } from '../../../src-shared/text/document';
import { kindByName, type StyleKind } from '../style-names';
import { elementAt, elementsOf, type XmlElement } from '../xml-tree';

export type ParagraphStyle = {
  readonly kind: StyleKind;
  /** Of a heading, from 1. */
  readonly level: number;
  readonly numbering: XmlElement | undefined;
  readonly isMono: boolean;
};

export type DocxStyles = {
  readonly paragraph: (id: string | undefined) => ParagraphStyle;
  readonly marks: (id: string | undefined) => readonly Mark[];
  /** Longhand's own: where it says what a line is, nothing need be guessed. */
  readonly isOurs: boolean;
  readonly language: string | null;
};

const monoFont = /courier|consolas|menlo|monaco|\bmono\b|mono(?:space|spaced)?$|lucida console|source code/iu;

/** Whether run properties set letters of one width. */
export const setsMono = (properties: XmlElement | undefined): boolean => {
  const fonts = elementAt(properties, 'w:rFonts')?.attributes;
  return monoFont.test(fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'] ?? '');
};

/** Whether a switch of run properties is on; `undefined` when it is not touched. */
export function switched(properties: XmlElement | undefined, name: string): boolean | undefined {
  const found = elementAt(properties, name);
  if (!found) return undefined;
  return !['0', 'false', 'off', 'none'].includes(found.attributes['w:val'] ?? 'true');
}

const marksBySwitch: readonly (readonly [name: string, type: Mark['type']])[] = [
  ['w:b', 'bold'], ['w:i', 'italic'], ['w:u', 'underline'], ['w:strike', 'strike'], ['w:dstrike', 'strike'], ['w:smallCaps', 'smallCaps'],
];

/** The marks that run properties set, on top of those a character style has. */
export function marksOf(properties: XmlElement | undefined, inherited: readonly Mark[] = []): Mark[] {
  const types = new Set(inherited.map(({ type }) => type));
  for (const [name, type] of marksBySwitch) {
    const is = switched(properties, name);
    if (is === true) types.add(type);
    if (is === false && name !== 'w:dstrike') types.delete(type);
  }
  return [...types].map((type) => ({ type }));
}

type RawStyle = { readonly name: string; readonly basedOn: string | undefined; readonly element: XmlElement };

const deepestChain = 12;

/** Reads the styles of a Word file. */
export function readStyles(root: XmlElement | undefined): DocxStyles {
  const raw = new Map<string, RawStyle>();
  const all = elementAt(root, 'w:styles');
  for (const element of all ? elementsOf(all, 'w:style') : []) {
    const value = (name: string): string | undefined => elementAt(element, name)?.attributes['w:val'];
    raw.set(element.attributes['w:styleId'] ?? '', { name: (value('w:name') ?? '').toLowerCase(), basedOn: value('w:basedOn'), element });
  }
  const chain = (id: string | undefined): RawStyle[] => {
    const found: RawStyle[] = [];
    for (let next = id; next !== undefined && found.length < deepestChain; next = found.at(-1)?.basedOn) {
      const style = raw.get(next);
      if (!style) break;
      found.push(style);
    }
    return found;
  };
  const known = new Map<string, ParagraphStyle>();
  const language = elementAt(all, 'w:docDefaults', 'w:rPrDefault', 'w:rPr', 'w:lang')?.attributes['w:val'] ?? null;
  return {
    isOurs: ['SceneBreak', 'ChapterLabel', 'LostFigure'].every((id) => raw.has(id)),
    language,
    paragraph(id) {
      const key = id ?? '';
      const style = known.get(key) ?? paragraphStyle(chain(id), id);
      known.set(key, style);
      return style;
    },
    marks: (id) => chain(id).reverse().reduce<readonly Mark[]>((marks, { element }) => marksOf(elementAt(element, 'w:rPr'), marks), []),
  };
}

function paragraphStyle(styles: readonly RawStyle[], id: string | undefined): ParagraphStyle {
  const properties = styles.map(({ element }) => elementAt(element, 'w:pPr'));
  const numbering = properties.map((one) => elementAt(one, 'w:numPr')).find((one) => one !== undefined);
  const isMono = styles.some(({ element }) => setsMono(elementAt(element, 'w:rPr')));
  const base = { numbering, isMono };
  // Files of other writers may name a style and not define it.
  const names = styles.length > 0 ? styles.map(({ name }) => name) : [(id ?? '').toLowerCase().replace(/(\d)$/u, ' $1')];
  for (const name of names) {
    const found = kindByName(name);
    if (found) return { ...base, ...found };
  }
  const outline = properties.map((one) => elementAt(one, 'w:outlineLvl')?.attributes['w:val']).find((one) => one !== undefined);
  if (outline !== undefined && Number(outline) < 9) return { ...base, kind: 'heading', level: Number(outline) + 1 };
  return { ...base, kind: 'text', level: 0 };
}
