import type { Archive } from '../zip-archive';
import { pathBeside } from '../zip-archive';
import { refuse } from '../refusal';
import { elementsOf, readXml, type Each, type XmlElement } from '../xml-tree';

/** What a relation of a part leads to: a path in the package, or an address outside it. */
export type Relation = { readonly type: string; readonly target: string; readonly isOutside: boolean };

/** The parts of a Word file. */
export type DocxPackage = {
  readonly archive: Archive;
  readonly main: string;
  readonly relations: ReadonlyMap<string, Relation>;
  /** Reads a part that the main one names by the end of its type; `undefined` when there is none. */
  readonly part: (type: string, each?: Each) => Promise<XmlElement | undefined>;
  /** What the relations of such a part lead to. */
  readonly relationsOf: (type: string) => Promise<ReadonlyMap<string, Relation>>;
  readonly document: (each: Each) => Promise<void>;
};

const relationsFile = (part: string): string => part.replace(/([^/]*)$/u, '_rels/$1.rels');

async function readRelations(archive: Archive, part: string): Promise<Map<string, Relation>> {
  const text = await archive.text(relationsFile(part));
  const found = new Map<string, Relation>();
  if (text === undefined) return found;
  for (const { attributes } of elementsOf(elementsOf(readXml(text))[0] ?? { name: '', attributes: {}, children: [] })) {
    const { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode } = attributes;
    const isOutside = mode === 'External';
    const path = isOutside ? target : pathBeside(part, target);
    if (path !== null) found.set(id, { type: type.split('/').at(-1) ?? '', target: path, isOutside });
  }
  return found;
}

/** Finds the parts of a Word file by its relations, as Word does. */
export async function openDocx(archive: Archive): Promise<DocxPackage> {
  const top = await readRelations(archive, '');
  const named = [...top.values()].find(({ type, isOutside }) => type === 'officeDocument' && !isOutside)?.target;
  const main = named !== undefined && archive.has(named) ? named : 'word/document.xml';
  if (!archive.has(main)) refuse('damaged');
  const relations = await readRelations(archive, main);
  return {
    archive, main, relations,
    async part(type, each) {
      const found = [...relations.values()].find((relation) => relation.type === type && !relation.isOutside);
      const core = type === 'core-properties' ? 'docProps/core.xml' : undefined;
      const text = await archive.text(found?.target ?? core ?? '');
      return text === undefined ? undefined : readXml(text, each);
    },
    async relationsOf(type) {
      const found = [...relations.values()].find((relation) => relation.type === type && !relation.isOutside);
      return found ? readRelations(archive, found.target) : new Map<string, Relation>();
    },
    async document(each) {
      readXml((await archive.text(main)) ?? '', each);
    },
  };
}
