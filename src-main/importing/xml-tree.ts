import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { refuse, Refusal } from './refusal';

/** An element with what it holds, in order. Names keep their prefix, as every writer of these formats sets it. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
};
export type XmlNode = XmlElement | string;

/** No document is nested this deeply; readers walk what is nested, and must not run out of stack. */
export const deepestXml = 200;
/** Elements that are held at once: more than a book of ten million words needs. */
const mostElements = 4_000_000;

type Growing = XmlElement & { readonly children: XmlNode[] };

/** Children of an element that are handed out as they are read, and not kept: a long text is never in memory whole. */
export type Each = { readonly inside: string; readonly hear: (child: XmlElement) => void };

/**
 * Reads XML. Refused: entities that the file defines itself, nesting without end, and what is not XML at all. Nothing
 * outside the text is ever looked at.
 */
export function readXml(text: string, each?: Each): XmlElement {
  const root: Growing = { name: '', attributes: {}, children: [] };
  const open: Growing[] = [root];
  let elements = 0;
  const parser = new SaxesParser();
  parser.on('doctype', (doctype) => {
    if (/\[|<!ENTITY/iu.test(doctype)) refuse('entities');
  });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    elements += 1;
    if (open.length > deepestXml) refuse('too-deep');
    if (elements > mostElements) refuse('too-large');
    const element: Growing = { name: tag.name, attributes: tag.attributes, children: [] };
    if (open.at(-1)?.name !== each?.inside) open.at(-1)?.children.push(element);
    open.push(element);
  });
  const addText = (piece: string): void => {
    if (piece !== '') open.at(-1)?.children.push(piece);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const closed = open.pop();
    if (closed === undefined || each === undefined || open.at(-1)?.name !== each.inside) return;
    each.hear(closed);
    elements = 0;
  });
  try {
    parser.write(text.replace(/^\ufeff/u, '')).close();
  } catch (cause) {
    if (cause instanceof Refusal || !(cause instanceof Error)) throw cause;
    // A name that XML does not know is an entity that only the file itself could explain.
    refuse(/undefined entity/iu.test(cause.message) ? 'entities' : 'damaged', cause);
  }
  return root;
}

export const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string';

/** The elements directly below, of one name or all. */
export const elementsOf = (parent: XmlElement, name?: string): XmlElement[] =>
  parent.children.filter((node): node is XmlElement => isElement(node) && (name === undefined || node.name === name));

/** The first element of a way down by names; `undefined` when a step is missing. */
export function elementAt(parent: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined {
  let found = parent;
  for (const name of names) found = found?.children.find((node): node is XmlElement => isElement(node) && node.name === name);
  return found;
}

/** Every element of a name, however deep. */
export function allNamed(parent: XmlElement, name: string): XmlElement[] {
  return elementsOf(parent).flatMap((element) => [...(element.name === name ? [element] : []), ...allNamed(element, name)]);
}

/** All letters below an element. */
export const lettersOf = (element: XmlElement): string =>
  element.children.map((node) => (isElement(node) ? lettersOf(node) : node)).join('');
