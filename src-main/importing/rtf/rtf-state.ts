import type { Mark } from '../../../src-shared/text/document';
import type { Change } from '../tracked-line';
import { decodeWestern } from '../windows-1252';

/** Where what is read goes. */
export type Destination =
  | 'body' | 'skip' | 'fonts' | 'styles' | 'authors' | 'info' | 'title' | 'author' | 'footnote' | 'comment' | 'commentAuthor'
  | 'listText' | 'instruction' | 'picture';

/** What a group inherits and may change for itself. */
export type RtfState = {
  destination: Destination;
  bold: boolean; italic: boolean; underline: boolean; strike: boolean; smallCaps: boolean; hidden: boolean; raised: boolean;
  font: number;
  /** How many stand-ins follow a letter by number. */
  standIns: number;
  href: string | null;
  change: 'added' | 'removed' | null;
  changedBy: number;
};

export const firstState: RtfState = {
  destination: 'body', bold: false, italic: false, underline: false, strike: false, smallCaps: false, hidden: false, raised: false,
  font: -1, standIns: 1, href: null, change: null, changedBy: 0,
};

/** What a paragraph is set as. */
export type RtfParagraph = { style: number; outline: number; list: number; level: number; left: number; right: number; breaksPage: boolean; inTable: boolean };
export const plainParagraph: RtfParagraph = { style: 0, outline: 9, list: 0, level: 0, left: 0, right: 0, breaksPage: false, inTable: false };

/** The marks that are on. */
export function marksOf(state: RtfState): Mark[] {
  const marks: Mark[] = [];
  if (state.bold) marks.push({ type: 'bold' });
  if (state.italic) marks.push({ type: 'italic' });
  if (state.underline && state.href === null) marks.push({ type: 'underline' });
  if (state.strike) marks.push({ type: 'strike' });
  if (state.smallCaps) marks.push({ type: 'smallCaps' });
  if (state.href !== null) marks.push({ type: 'link', attrs: { href: state.href } });
  return marks;
}

/** The change that what is read belongs to. */
export const changeOf = (state: RtfState, authors: readonly string[], unknown: string): Change | null =>
  state.change === null ? null : { kind: state.change, by: authors[state.changedBy]?.trim() || unknown };

/** Code pages by the character set of a font; the rest are Western. */
const pages: Readonly<Record<number, string>> = {
  77: 'macintosh', 128: 'shift_jis', 129: 'euc-kr', 134: 'gbk', 136: 'big5', 161: 'windows-1253', 162: 'windows-1254', 163: 'windows-1258',
  177: 'windows-1255', 178: 'windows-1256', 186: 'windows-1257', 204: 'windows-1251', 222: 'windows-874', 238: 'windows-1250',
};
const decoders = new Map<string, InstanceType<typeof TextDecoder>>();

/** Decodes bytes in the character set of a font, or in the code page of the file. */
export function decodeBytes(bytes: readonly number[], charset: number | undefined, filePage: number): string {
  const known = ['macintosh', ...Object.values(pages)];
  const ofFile = `windows-${filePage}`;
  const name = pages[charset ?? 0] ?? (known.includes(ofFile) ? ofFile : null);
  if (name === null) return decodeWestern(Uint8Array.from(bytes));
  const decoder = decoders.get(name) ?? new TextDecoder(name);
  decoders.set(name, decoder);
  return decoder.decode(Uint8Array.from(bytes));
}
