import type { DocumentNode } from '../../src-shared/text/document';
import { assetIdOf } from '../book/asset-store';
import { cleanImage } from '../images/clean-image';
import type { ImportedBook } from './imported-book';
import type { LossReport } from './loss-report';

type CleanPicture = { readonly assetId: string; readonly bytes: Uint8Array; readonly widthPx: number; readonly heightPx: number };

/** The pictures that a book shows, decoded and written anew, by the names the manuscript gave them. */
export type CleanPictures = { readonly byName: ReadonlyMap<string, CleanPicture>; readonly kept: () => { assetId: string; bytes: Uint8Array }[] };

function namesIn(nodes: readonly DocumentNode[]): string[] {
  return nodes.flatMap((node) => {
    const name = node.type === 'figure' ? node.attrs?.['assetId'] : undefined;
    return typeof name === 'string' && name !== '' ? [name] : namesIn(node.content ?? []);
  });
}

/** Cleans the pictures that these blocks show, and the cover; what cannot be decoded is counted as lost. */
export async function cleanPictures(
  book: ImportedBook, blocks: readonly DocumentNode[], report: LossReport, onProgress: (progress: number, doing: string) => void,
): Promise<CleanPictures> {
  const wanted = new Set([...namesIn(blocks), ...(book.cover === null ? [] : [book.cover])]);
  const shown = book.pictures.filter(({ name }) => wanted.has(name));
  const byName = new Map<string, CleanPicture>();
  for (const [at, { name, bytes }] of shown.entries()) {
    onProgress(at / shown.length, `Picture ${at + 1} of ${shown.length}`);
    const clean = await cleanImage(bytes);
    if (clean.ok) byName.set(name, { ...clean.value, assetId: assetIdOf(clean.value.bytes) });
    else report.count('pictures');
  }
  return { byName, kept: () => [...new Map([...byName.values()].map(({ assetId, bytes }) => [assetId, { assetId, bytes }])).values()] };
}

/** The blocks with each figure naming the picture that the book keeps. */
export function withPictures(nodes: readonly DocumentNode[], pictures: CleanPictures): DocumentNode[] {
  return nodes.map((node) => {
    if (node.type !== 'figure') return node.content ? { ...node, content: withPictures(node.content, pictures) } : node;
    const found = pictures.byName.get(String(node.attrs?.['assetId'] ?? ''));
    const shown = found ? { assetId: found.assetId, widthPx: found.widthPx, heightPx: found.heightPx } : { assetId: '' };
    return { ...node, attrs: { ...node.attrs, ...shown } };
  });
}
