import type { XmlElement } from '../xml-tree';
import { classesOf, everyElement, saysKind } from './html-tree';

/** Notes of one or several files by `file#id`, and which of them the text calls. */
export type HtmlNotes = { readonly byAddress: ReadonlyMap<string, XmlElement>; readonly called: ReadonlySet<string> };
/** A file of HTML; `path` tells several of one book apart. */
export type HtmlFile = { readonly path: string; readonly root: XmlElement };

const noteId = /^(?:_?(?:ftn|fn|edn|note|footnote|endnote)[-_:.]?\d+|sd(?:foot|end)note\d+(?:sym)?)$/iu;

/** The address that a link means, seen from its file. */
export function addressFrom(path: string, href: string): string {
  const [file = '', id = ''] = href.split('#', 2);
  if (file === '') return `${path}#${id}`;
  const parts = path.split('/').slice(0, -1);
  for (const part of file.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return `${parts.join('/')}#${id}`;
}

/** Whether a link calls a note. */
export const callsNote = (link: XmlElement): boolean =>
  saysKind(link, 'noteref') || classesOf(link).some((name) => name === 'footnote-ref' || name === 'noteref') || noteId.test((link.attributes['href'] ?? '').split('#')[1] ?? '');

/** Finds the notes of a book before its text is read, since they stand after it. */
export function findNotes(files: readonly HtmlFile[]): HtmlNotes {
  const byAddress = new Map<string, XmlElement>();
  const called = new Set<string>();
  for (const { path, root } of files) {
    const inNotes = new Set<XmlElement>();
    for (const element of everyElement(root)) {
      if (saysKind(element, 'footnotes', 'endnotes', 'rearnotes') || classesOf(element).includes('footnotes')) {
        for (const inner of everyElement(element)) if (inner.name === 'li') inNotes.add(inner);
      }
      const id = element.attributes['id'] ?? '';
      const isNote = id !== '' && (saysKind(element, 'footnote', 'endnote', 'rearnote') || inNotes.has(element) || (element.name !== 'a' && noteId.test(id)));
      if (isNote) byAddress.set(`${path}#${id}`, element);
      // Word and LibreOffice name the way to a note at a link inside it.
      if (element.name === 'div' && /^(?:ftn|edn)\d+$/u.test(id)) byAddress.set(`${path}#_${id}`, element);
      if (element.name === 'div' && /^sd(?:foot|end)note\d+$/u.test(id)) byAddress.set(`${path}#${id}sym`, element);
    }
  }
  for (const { path, root } of files) {
    for (const element of everyElement(root)) {
      if (element.name !== 'a' || !callsNote(element)) continue;
      const address = addressFrom(path, element.attributes['href'] ?? '');
      if (byAddress.has(address)) called.add(address);
    }
  }
  return { byAddress, called };
}
