import { Parser } from 'htmlparser2';
import { refuse } from '../refusal';
import { deepestXml, isElement, type XmlElement, type XmlNode } from '../xml-tree';

/** Elements more than a book of ten million words has. */
const mostElements = 3_000_000;

type Growing = XmlElement & { readonly children: XmlNode[] };

/**
 * Reads HTML as browsers do, whatever is wrong with it. Only a tree comes of it: nothing is run or fetched, and entities
 * that the file defines itself are refused. `isXml` is for what is XML
 * and nothing else.
 */
export function readHtmlTree(text: string, { isXml = false } = {}): XmlElement {
  const root: Growing = { name: '', attributes: {}, children: [] };
  const open: Growing[] = [root];
  let elements = 0;
  const parser = new Parser(
    {
      onprocessinginstruction(name, data) {
        if (/^!doctype/iu.test(name) && /\[|<!ENTITY/iu.test(data)) refuse('entities');
      },
      onopentag(name, attributes) {
        elements += 1;
        if (open.length > deepestXml) refuse('too-deep');
        if (elements > mostElements) refuse('too-large');
        const element: Growing = { name: name.toLowerCase(), attributes, children: [] };
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      ontext(data) {
        const into = open.at(-1)?.children;
        const last = into?.at(-1);
        if (into && typeof last === 'string') into[into.length - 1] = last + data;
        else into?.push(data);
      },
      onclosetag() {
        if (open.length > 1) open.pop();
      },
    },
    { xmlMode: isXml, decodeEntities: true, lowerCaseTags: !isXml, recognizeSelfClosing: true },
  );
  parser.write(text.replace(/^\ufeff/u, ''));
  parser.end();
  return root;
}

/** Goes through every element, outermost first. */
export function* everyElement(parent: XmlElement): Generator<XmlElement> {
  for (const child of parent.children) {
    if (!isElement(child)) continue;
    yield child;
    yield* everyElement(child);
  }
}

/** Whether an element says of itself that it is of one of these kinds, as EPUB and ARIA name them. */
export function saysKind(element: XmlElement, ...kinds: readonly string[]): boolean {
  const said = `${element.attributes['epub:type'] ?? ''} ${element.attributes['role'] ?? ''}`.toLowerCase().split(/\s+/u);
  return said.some((word) => kinds.includes(word.replace(/^doc-/u, '')));
}

/** The class names of an element. */
export const classesOf = (element: XmlElement): readonly string[] => (element.attributes['class'] ?? '').toLowerCase().split(/\s+/u);
