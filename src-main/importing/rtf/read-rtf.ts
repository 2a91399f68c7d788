import { inspectImage } from '../../images/inspect-image';
import { guessHeadings } from '../guess-headings';
import { bareBook, type ImportedBook, type ImportedPicture } from '../imported-book';
import type { LossReport } from '../loss-report';
import { chapterLevelOf, piecesOf, takeTitle } from '../pieces';
import { rtfFlow } from './rtf-flow';
import { readRtfLines } from './rtf-reader';

/** Bytes as letters, one each: what RTF is written in. */
export const lettersOfBytes = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

/** Keeps the pictures of RTF files, which have no names of their own. */
export function createRtfPictures() {
  const pictures: ImportedPicture[] = [];
  return {
    pictures,
    keep: (bytes: Uint8Array): string | null => {
      if (!inspectImage(bytes)) return null;
      const name = `picture-${pictures.length + 1}`;
      pictures.push({ name, bytes });
      return name;
    },
  };
}

/** Reads an RTF file: chapters by its styles or outline levels, else by lines that say “Chapter 3”. */
export function readRtf(bytes: Uint8Array, report: LossReport): ImportedBook {
  const document = readRtfLines(lettersOfBytes(bytes), report);
  const { pictures, keep } = createRtfPictures();
  const { flow, remarks, titles } = rtfFlow(document, report, keep);
  const pieces = piecesOf(guessHeadings(flow, remarks), remarks);
  const taken = titles.title === null ? takeTitle(pieces) : { title: null, pieces };
  return {
    ...bareBook, title: titles.title ?? taken.title ?? (document.title || null), subtitle: titles.subtitle, author: titles.author ?? (document.author || null),
    pieces: taken.pieces, chapterLevel: chapterLevelOf(taken.pieces), pictures, notes: report.sentences(),
  };
}
