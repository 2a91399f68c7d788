import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { suggestedPlan } from '../../src-main/importing/import-service';
import { readManuscript } from '../../src-main/importing/read-manuscript';
import { seedBook, type SeededNode } from '../../src-main/importing/seed-book';
import { textOf, toDocument } from '../../src-main/book/text-document';
import type { ImportPlan, ImportPreview } from '../../src-shared/domain/import-split';
import type { DocumentNode, Mark } from '../../src-shared/text/document';

/** Reads a file that must be taken in. */
export async function previewOf(fileName: string, bytes: Uint8Array | string) {
  const read = await readManuscript({ kind: 'bytes', fileName, bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

/** Reads a file and cuts it, as its headings say or as `change` would have it. */
export async function readAndSeed(fileName: string, bytes: Uint8Array | string, change: (plan: ImportPlan, preview: ImportPreview) => ImportPlan = (plan) => plan) {
  const { preview, book } = await previewOf(fileName, bytes);
  const seeded = await seedBook({ book, plan: change(suggestedPlan(preview), preview) });
  return { preview, seeded, chapters: seeded.nodes.map((node) => ({ ...node, document: documentOf(node) })) };
}

export const readAndSeedFile = async (file: string) => readAndSeed(basename(file), new Uint8Array(await readFile(file)));

/** The text of a node, without the mark that says it was imported. */
function documentOf({ update }: SeededNode): DocumentNode {
  if (update === null) return { type: 'doc' };
  const text = textOf([update]);
  const document = toDocument(text);
  text.destroy();
  return withoutOrigin(document);
}

function withoutOrigin(node: DocumentNode): DocumentNode {
  const { marks, content, ...rest } = node;
  const kept: Mark[] = (marks ?? []).filter(({ type }) => type !== 'origin');
  return { ...rest, ...(kept.length > 0 ? { marks: kept } : {}), ...(content ? { content: content.map(withoutOrigin) } : {}) };
}
