import type { DocumentNode } from '../../src-shared/text/document';
import { inspectImage } from '../images/inspect-image';
import type { ImportedPicture } from './imported-book';
import type { LossReport } from './loss-report';
import type { Archive } from './zip-archive';

const mostBytes = 20 * 1024 * 1024;

/** The pictures of an archive: those that can be shown, and those that the text does show. */
export function createPictures(archive: Archive, report: LossReport) {
  const known = new Map<string, ImportedPicture>();
  const used = new Set<string>();
  return {
    /** Unpacks pictures and looks at them; whatever is none is left out when it is asked for. */
    async load(paths: readonly string[]): Promise<void> {
      for (const name of new Set(paths)) {
        const bytes = await archive.bytes(name);
        const found = bytes && bytes.byteLength <= mostBytes ? inspectImage(bytes) : undefined;
        // SVG is a program as much as a picture.
        if (bytes && found && found.mime !== 'image/svg+xml') known.set(name, { name, bytes });
      }
    },
    has: (name: string): boolean => known.has(name),
    /** A figure that shows a picture; without one its description is kept. */
    figure: (name: string, alt: string): DocumentNode | null => {
      if (!known.has(name)) report.count('pictures');
      else used.add(name);
      if (!known.has(name) && alt === '') return null;
      return { type: 'figure', attrs: { assetId: known.has(name) ? name : '', alt, caption: '' } };
    },
    use: (name: string): void => void used.add(name),
    used: (): ImportedPicture[] => [...known.values()].filter(({ name }) => used.has(name)),
  };
}
