import type { DocumentNode } from '../../../src-shared/text/document';
import { bareBook, type ImportedBook, type Piece } from '../imported-book';
import type { LossReport } from '../loss-report';
import { lineNodes, piecesOf } from '../pieces';
import { refuse } from '../refusal';
import { createRtfPictures, lettersOfBytes } from '../rtf/read-rtf';
import { rtfFlow } from '../rtf/rtf-flow';
import { readRtfLines, type LinkedNote } from '../rtf/rtf-reader';
import { elementAt, elementsOf, lettersOf, readXml, type XmlElement } from '../xml-tree';
import type { Archive } from '../zip-archive';

type Draft = { readonly item: XmlElement; readonly level: number };

/**
 * Reads a Scrivener 3 project: what stands in its draft, folders as chapters and documents as their scenes, synopses as
 * descriptions, notes, remarks. Research stays in the original; the trash is counted and left.
 */
export async function readScrivener(archive: Archive, report: LossReport): Promise<ImportedBook> {
  const file = archive.names.find((name) => /\.scrivx$/iu.test(name)) ?? refuse('damaged');
  const folder = file.includes('/') ? `${file.split('/').slice(0, -1).join('/')}/` : '';
  const project = elementAt(readXml((await archive.text(file)) ?? ''), 'ScrivenerProject');
  const binder = elementAt(project, 'Binder') ?? refuse('damaged');
  const drafts: Draft[] = [];
  for (const item of elementsOf(binder, 'BinderItem')) {
    const type = item.attributes['Type'];
    if (type === 'DraftFolder') drafts.push(...childrenOf(item).flatMap((child) => below(child, 1)));
    else for (let left = documentsIn(item); left > 0; left -= 1) report.count(type === 'TrashFolder' ? 'trash' : 'research');
  }
  const { pictures, keep } = createRtfPictures();
  const pieces: Piece[] = [];
  for (const draft of drafts) pieces.push(await readDocument({ archive, folder, report, keep }, draft));
  const title = elementAt(project, 'ProjectProperties', 'ProjectTitle') ?? elementAt(project, 'ProjectTitle');
  const depth = Math.max(1, ...drafts.map(({ level }) => level));
  const hasParts = depth >= 3 && pieces.filter(({ level }) => level === 1).every(({ blocks, matter }) => blocks.length === 0 || matter !== null);
  return {
    ...bareBook, title: (title && lettersOf(title).trim()) || titleOfFile(file), pieces, pictures,
    chapterLevel: hasParts ? 2 : 1, notes: report.sentences(),
  };
}

const childrenOf = (item: XmlElement): XmlElement[] => elementsOf(elementAt(item, 'Children') ?? { name: '', attributes: {}, children: [] }, 'BinderItem');
const below = (item: XmlElement, level: number): Draft[] => [{ item, level }, ...childrenOf(item).flatMap((child) => below(child, level + 1))];
const documentsIn = (item: XmlElement): number => childrenOf(item).reduce((sum, child) => sum + 1 + documentsIn(child), 0);
const titleOfFile = (file: string): string => (file.split('/').at(-1) ?? file).replace(/\.scrivx$/iu, '');

type Project = { readonly archive: Archive; readonly folder: string; readonly report: LossReport; readonly keep: (bytes: Uint8Array) => string | null };

async function readDocument({ archive, folder, report, keep }: Project, { item, level }: Draft): Promise<Piece> {
  const id = item.attributes['UUID'] ?? '';
  // A name from the file becomes part of a path in the archive, and of nothing else.
  const data = /^[\w-]{1,64}$/u.test(id) ? `${folder}Files/Data/${id}/` : null;
  const read = async (name: string): Promise<Uint8Array | undefined> => (data === null ? undefined : archive.bytes(data + name));
  const comments = await readComments(await read('content.comments'), report);
  const content = await read('content.rtf');
  const title = elementAt(item, 'Title');
  const called = (title && lettersOf(title).replace(/\s+/gu, ' ').trim()) ?? '';
  const { flow, remarks } = content
    ? rtfFlow(readRtfLines(lettersOfBytes(content), report, (address) => comments.get(address) ?? null), report, keep)
    : { flow: [], remarks: new Map<DocumentNode, never[]>() };
  // Headings inside a document are its own; the binder says what the chapters are.
  const blocks = piecesOf(flow.map((one) => (one.kind === 'start' ? { kind: 'block' as const, block: { kind: 'block' as const, node: headingOf(one.start) } } : one)), remarks);
  const [first] = blocks;
  const synopsis = await read('synopsis.txt');
  const notes = await read('notes.rtf');
  const said = [synopsis ? new TextDecoder().decode(synopsis).trim() : '', notes ? plainRtf(notes, report) : ''].filter((words) => words !== '');
  const [start] = piecesOf([{ kind: 'start', start: { level, heading: called === '' ? [] : [{ type: 'text', text: called }], isPlan: true, description: said.join('\n\n') } }], new Map());
  if (!start) return refuse('damaged');
  return { ...start, blocks: first?.blocks ?? [], remarks: first?.remarks ?? [] };
}

const headingOf = ({ level, heading }: { level: number; heading: readonly DocumentNode[] }): DocumentNode => ({ type: 'heading', attrs: { level: Math.min(3, Math.max(1, level)) }, content: heading });

const plainRtf = (bytes: Uint8Array, report: LossReport): string => {
  const { flow } = rtfFlow(readRtfLines(lettersOfBytes(bytes), report), report, () => null);
  const blocks = flow.flatMap((one) => (one.kind === 'block' ? [one.block.node] : []));
  return lineNodes({ type: 'doc', content: blocks }).map((node) => (node.content ?? []).map(({ text }) => text ?? '').join('')).join('\n').trim();
};

/** Remarks and footnotes stand in a file beside the text, which links to them. */
async function readComments(bytes: Uint8Array | undefined, report: LossReport): Promise<ReadonlyMap<string, LinkedNote>> {
  const found = new Map<string, LinkedNote>();
  if (!bytes) return found;
  const all = elementAt(readXml(new TextDecoder().decode(bytes)), 'Comments');
  for (const comment of all ? elementsOf(all, 'Comment') : []) {
    const kind = comment.attributes['Footnote'] === 'Yes' ? 'footnote' : 'comment';
    const text = plainRtf(new Uint8Array(Buffer.from(lettersOf(comment), 'latin1')), report);
    const content = text.split('\n').flatMap((line, at): DocumentNode[] => [...(at === 0 ? [] : [{ type: 'hardBreak' as const }]), ...(line === '' ? [] : [{ type: 'text' as const, text: line }])]);
    found.set(`scrivcmt://${comment.attributes['ID'] ?? ''}`, { kind, content, by: 'You, in Scrivener' });
  }
  return found;
}
