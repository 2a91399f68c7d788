import { useMemo } from 'react';
import type { ChapterStatus, Matter, NodeKind, OutlineNode } from '../../../src-shared/domain/outline';
import { useChange } from '../../app/use-change';
import { useAnnounce } from '../../ui/live-region';
import { chapterAfter, placeForNew, placeManyAtDrop, topMost, type DropTarget, type Place } from './outline-moves';
import { kindNames, matterName, reportStatus, shownTitle, statusNames, type StatusReport } from './outline-words';
import { countOf } from '../../ui/words';

/** Says how a node would move; `null` when it cannot go further. */
export type FindPlace = (nodes: readonly OutlineNode[], id: string) => Place | null;

/** What the room does to the outline. Everything can be undone from its message. */
export type OutlineActions = ReturnType<typeof useOutlineActions>;

/** Gives the changes of a book's outline. */
export function useOutlineActions(bookId: string, nodes: readonly OutlineNode[]) {
  const change = useChange(bookId);
  const announce = useAnnounce();
  return useMemo(() => {
    const titleOf = (id: string) => shownTitleOf(nodes, id);
    return {
      add: async (kind: NodeKind, matter: Matter, chosenId: string | null): Promise<string | null> => {
        const place = placeForNew(nodes, kind, chosenId);
        if (!place) return null;
        const title = matter ? matterName(matter) : `New ${kindNames[kind].toLowerCase()}`;
        const answer = await change(
          'outline.add',
          { bookId, kind, matter, ...place, title, description: '' },
          `Added “${title}”.`,
        );
        return answer.ok ? answer.value.nodeId : null;
      },
      rename: (node: OutlineNode, title: string) =>
        change('outline.update', { bookId, nodeId: node.id, title }, `Renamed to “${title}”.`),
      /** `onMove` hears below which line it will stand before it is there. */
      step: async (id: string, find: FindPlace, onMove: (parentId: string | null) => void) => {
        const place = find(nodes, id);
        if (!place) {
          announce(`“${titleOf(id)}” cannot move further that way.`);
          return;
        }
        onMove(place.parentId);
        await change('outline.move', { bookId, nodeIds: [id], ...place }, `Moved “${titleOf(id)}”.`);
      },
      drop: async (ids: ReadonlySet<string>, target: DropTarget) => {
        const drop = placeManyAtDrop(nodes, ids, target);
        if (!drop) return;
        const [first = ''] = drop.nodeIds;
        const what = drop.nodeIds.length === 1 ? `“${titleOf(first)}”` : countOf(drop.nodeIds.length, 'line');
        await change('outline.move', { bookId, ...drop }, `Moved ${what}.`);
      },
      trash: async (ids: ReadonlySet<string>) => {
        const going = topMost(nodes, ids);
        const [first] = going;
        if (!first) return;
        const said = going.length === 1 ? `“${shownTitle(first)}” is` : `${countOf(going.length, 'line')} are`;
        await change('outline.trash', { bookId, nodeIds: going.map(({ id }) => id) }, `${said} in the trash.`);
      },
      restore: (nodeId: string, title: string) =>
        change('outline.restore', { bookId, nodeId }, `“${title}” is back in its place.`),
      joinWithNext: async (id: string) => {
        const next = chapterAfter(nodes, id);
        if (!next) {
          announce('There is no next chapter to join with.');
          return;
        }
        await change(
          'outline.merge',
          { bookId, chapterId: id, withId: next.id },
          `Joined “${shownTitle(next)}” to “${titleOf(id)}”.`,
        );
      },
      setStatus: async (ids: readonly string[], status: ChapterStatus): Promise<StatusReport | null> => {
        const one =
          ids.length === 1 && ids[0] !== undefined ? `“${titleOf(ids[0])}” is now “${statusNames[status]}”.` : null;
        const answer = await change('outline.setStatus', { bookId, nodeIds: [...ids], status }, (changes) =>
          changes.some((entry) => entry.changed) ? (one ?? reportStatus(nodes, changes, status).summary) : null,
        );
        return answer.ok ? reportStatus(nodes, answer.value, status) : null;
      },
    };
  }, [bookId, nodes, change, announce]);
}

function shownTitleOf(nodes: readonly OutlineNode[], id: string): string {
  const node = nodes.find((other) => other.id === id);
  return node ? shownTitle(node) : 'It';
}
