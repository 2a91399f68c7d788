import { getSchema, type AnyExtension } from '@tiptap/core';
import type { Schema } from '@tiptap/pm/model';
import { Figure, type FigureOptions } from './figure';
import { Footnote } from './footnote';
import { tableExtensions } from './tables';
import { blockExtensions } from './text-blocks';
import { markExtensions } from './text-marks';

/** The extensions that make the schema of `src-shared/text/document.ts`, name for name. */
export const schemaExtensions = (figures: FigureOptions): AnyExtension[] => [
  ...blockExtensions,
  ...tableExtensions,
  Footnote,
  Figure.configure(figures),
  ...markExtensions,
];

/** The schema alone, for work without an editor. */
export const createChapterSchema = (): Schema => getSchema(schemaExtensions({ addressOf: (assetId) => assetId }));
