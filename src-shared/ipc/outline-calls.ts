import { z } from 'zod';
import { ChapterStatus, Matter, NodeKind, Outline, OutlineNode, OutlineProposal } from '../domain/outline';
import { call, Id, Nothing, OfBook, OfNode } from './call';

const Placed = z.strictObject({ nodeId: z.string() });
const NodeIds = z.array(Id).min(1).max(1_000);

export const outlineCalls = {
  'outline.read': call(OfBook, Outline),
  /** A table of contents from the genre's blueprint and the author's answers. Changes nothing. */
  'outline.propose': call(OfBook, OutlineProposal),
  /** Takes the chosen chapters of a proposal, by key. Chapters that are replaced keep their text, in Unplaced. */
  'outline.accept': call(
    z.strictObject({
      bookId: Id,
      chapters: OutlineProposal.shape.chapters,
      /** `add` puts them after the present chapters; `replace` moves present chapters that none continues to Unplaced. */
      mode: z.enum(['add', 'replace']),
    }),
    Outline,
  ),
  'outline.add': call(
    z.strictObject({
      bookId: Id,
      kind: NodeKind,
      matter: Matter,
      parentId: Id.nullable(),
      /** The new node stands before this one; `null` puts it last. */
      beforeId: Id.nullable(),
      title: z.string().max(200),
      description: z.string().max(5_000),
    }),
    Placed,
  ),
  'outline.update': call(
    z.strictObject({ bookId: Id, nodeId: Id, title: z.string().max(200).optional(), description: z.string().max(5_000).optional() }),
    Nothing,
  ),
  /** Moves nodes, in this order, to stand in a row before another or last. All of them move, or none does. */
  'outline.move': call(
    z.strictObject({ bookId: Id, nodeIds: NodeIds, parentId: Id.nullable(), beforeId: Id.nullable() }),
    Nothing,
  ),
  /** Trashes nodes, each with everything below it, as one step. */
  'outline.trash': call(z.strictObject({ bookId: Id, nodeIds: NodeIds }), Nothing),
  /** Brings a trashed node back to its place with everything below it. */
  'outline.restore': call(OfNode, Nothing),
  'outline.trashed': call(
    OfBook,
    z.array(z.strictObject({ node: OutlineNode, trashedAt: z.string(), trashedWith: z.int() })),
  ),
  /** Splits a chapter before a top-level block of its text, counted from 0. */
  'outline.split': call(
    z.strictObject({ bookId: Id, chapterId: Id, beforeBlock: z.int().min(0), title: z.string().max(200) }),
    Placed,
  ),
  /** Joins the text of the second chapter to the end of the first. */
  'outline.merge': call(z.strictObject({ bookId: Id, chapterId: Id, withId: Id }), Nothing),
  /** A bulk change: each chapter answers for itself. */
  'outline.setStatus': call(
    z.strictObject({ bookId: Id, nodeIds: NodeIds, status: ChapterStatus }),
    z.array(z.strictObject({ nodeId: z.string(), from: ChapterStatus, changed: z.boolean() })),
  ),
};
