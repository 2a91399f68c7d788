import type { DocumentNode } from '../../src-shared/text/document';
import { createBookFaces } from '../exporting/pdf/book-faces';
import { openPdf } from '../exporting/pdf/pdfkit-port';

const plainCut = { bold: false, italic: false, mono: false, smallCaps: false };

/** Adds the letters of a text that are beyond Latin to what has been seen. */
export function collectLetters(node: DocumentNode, seen: Set<string>): void {
  for (const letter of node.text ?? '') if (letter >= '\u0250') seen.add(letter);
  node.content?.forEach((child) => collectLetters(child, seen));
}

/** The letters that none of the PDF’s faces has. Faces are opened only for letters that need them. */
export function lettersWithoutFace(letters: ReadonlySet<string>, resourcesFolder: string): ReadonlySet<string> {
  const missing = new Set<string>();
  if (letters.size === 0) return missing;
  const pdf = openPdf({ title: '', author: '', language: 'en', changedAt: new Date(0).toISOString() });
  const faces = createBookFaces(pdf, resourcesFolder, (letter) => void missing.add(letter));
  for (const letter of letters) faces.pieces(letter, plainCut);
  return missing;
}
