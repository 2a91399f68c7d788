import { useCallback, useMemo, useState, type ReactNode } from 'react';
import {
  hasText,
  nextStatuses,
  type ChapterStatus,
  type Matter,
  type NodeKind,
  type OutlineNode,
} from '../../../src-shared/domain/outline';
import type { RoomProps } from '../../app/room';
import { Support } from '../../app/support';
import { ContextMenu, type MenuPlace } from '../../ui/menu';
import { LineMenu } from './line-menu';
import { ManyDetails } from './many-details';
import { NodeDetails } from './node-details';
import { OutlineBar } from './outline-bar';
import { chapterAfter, lineBeside, topMost, type DropTarget } from './outline-moves';
import { growTree, openAtFirst, type Branch } from './outline-tree';
import { OutlineTree } from './outline-tree-view';
import { RowContext, type RowActions } from './row-context';
import { shownTitle, statusNames } from './outline-words';
import { StatusMark } from './status-mark';
import type { OutlineActions } from './use-outline-actions';
import type { Proposals } from './use-proposals';
import { useOutlineCommands } from './use-outline-commands';

export type OutlineDeskProps = {
  readonly bookId: string;
  readonly chapterId: string | null;
  readonly nodes: readonly OutlineNode[];
  readonly language: string;
  readonly actions: OutlineActions;
  readonly onTrash: () => void;
  readonly proposals: Proposals;
  readonly onNavigate: RoomProps['onNavigate'];
  readonly empty: ReactNode;
};

/** The tree with its tools, and the details of what is chosen. */
export function OutlineDesk(props: OutlineDeskProps) {
  const { chapterId, nodes, actions, onNavigate } = props;
  const [chosen, setChosen] = useChosen(chapterId);
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(openAtFirst(nodes)));
  const [renamingId, setRenamingId] = useState<string | null>(null);
  const branches = useBranches(nodes);
  const chosenNodes = useMemo(() => nodes.filter((node) => chosen.has(node.id)), [nodes, chosen]);
  const one = chosenNodes.length === 1 ? (chosenNodes[0] ?? null) : null;
  const openBranch = (id: string | null) => {
    if (id !== null) setOpen((last) => new Set([...last, id]));
  };
  const add = async (kind: NodeKind, matter: Matter) => {
    const id = await actions.add(kind, matter, one?.id ?? null);
    if (id === null) return;
    openBranch(one?.kind === 'section' ? one.parentId : (one?.id ?? null));
    setChosen(new Set([id]));
    if (matter === null) setRenamingId(id);
  };
  const trash = () => {
    const next = lineBeside(nodes, chosen);
    void actions.trash(chosen);
    setChosen(new Set(next === null ? [] : [next]));
    if (next !== null) focusRow(next);
  };
  const [asking, setAsking] = useState<Asking | null>(null);
  const rows = useMemo<RowActions>(
    () => ({
      renamingId,
      startRename: setRenamingId,
      endRename: (node, title) => {
        setRenamingId(null);
        if (title !== null) void actions.rename(node, title);
        focusRow(node.id);
      },
      askStatus: (node, place) => setAsking({ node, place }),
    }),
    [renamingId, actions],
  );
  useOutlineCommands({ one, hasChosen: chosen.size > 0, add, trash, openBranch, actions, rename: setRenamingId });
  const drop = (ids: ReadonlySet<string>, target: DropTarget) => {
    if (target.position === 'on') openBranch(target.key);
    void actions.drop(ids, target);
  };
  const enter = (id: string) => {
    const node = nodes.find((other) => other.id === id);
    if (node && hasText(node.kind)) onNavigate({ room: 'write', chapterId: id });
    else setOpen((last) => toggled(last, id));
  };
  const [menuPlace, setMenuPlace] = useState<MenuPlace>(null);
  const openMenu = (id: string, place: NonNullable<MenuPlace>) => {
    if (!chosen.has(id)) setChosen(new Set([id]));
    setMenuPlace(place);
  };
  return (
    <RowContext value={rows}>
      <OutlineBar
        bookId={props.bookId}
        nodes={nodes}
        chosen={one}
        proposals={props.proposals}
        onAdd={(kind, matter) => void add(kind, matter)}
        onTrash={props.onTrash}
      />
      {nodes.length === 0 ? (
        props.empty
      ) : (
        <OutlineTree
          nodes={nodes}
          branches={branches}
          chosen={chosen}
          onChoose={setChosen}
          open={open}
          onOpen={setOpen}
          onDrop={drop}
          onEnter={enter}
          onMenu={openMenu}
        />
      )}
      <StatusMenu
        asking={asking}
        onClose={() => setAsking(null)}
        onStatus={(id, status) => void actions.setStatus([id], status)}
      />
      <LineMenu place={menuPlace} chosen={chosenNodes} onNavigate={onNavigate} onClose={() => setMenuPlace(null)} />
      <Support label="Details">
        <Details {...props} chosenNodes={chosenNodes} onTrashChosen={trash} />
      </Support>
    </RowContext>
  );
}

type DetailsProps = OutlineDeskProps & {
  readonly chosenNodes: readonly OutlineNode[];
  readonly onTrashChosen: () => void;
};

function Details({ bookId, nodes, language, actions, onNavigate, chosenNodes, onTrashChosen }: DetailsProps) {
  const [first] = chosenNodes;
  if (!first) return <p className="outline-note outline-details">Choose a line to see what it is about.</p>;
  if (chosenNodes.length > 1) {
    const ids = new Set(chosenNodes.map((node) => node.id));
    const key = [...ids].join(' ');
    return <ManyDetails key={key} nodes={topMost(nodes, ids)} onStatus={actions.setStatus} onTrash={onTrashChosen} />;
  }
  return (
    <NodeDetails
      key={first.id}
      bookId={bookId}
      node={first}
      language={language}
      canJoin={chapterAfter(nodes, first.id) !== null}
      onStatus={(status) => void actions.setStatus([first.id], status)}
      onJoin={() => void actions.joinWithNext(first.id)}
      onTrash={onTrashChosen}
      onNavigate={onNavigate}
    />
  );
}

/** A line whose status is being chosen, and where its menu opens. */
type Asking = { readonly node: OutlineNode; readonly place: { readonly x: number; readonly y: number } };

type StatusMenuProps = {
  readonly asking: Asking | null;
  readonly onClose: () => void;
  readonly onStatus: (nodeId: string, status: ChapterStatus) => void;
};

/** The one menu of all lines: a menu for each would make long outlines slow. */
function StatusMenu({ asking, onClose, onStatus }: StatusMenuProps) {
  const node = asking?.node ?? null;
  return (
    <ContextMenu
      label={node ? `Status of ${shownTitle(node)}` : 'Status'}
      place={asking?.place ?? null}
      onClose={onClose}
      entries={
        node
          ? nextStatuses(node.status).map((status) => ({
              id: status,
              label: statusNames[status],
              icon: <StatusMark status={status} />,
              onAction: () => onStatus(node.id, status),
            }))
          : []
      }
    />
  );
}

/** What is chosen: by hand, or by the chapter that the window shows. */
function useChosen(chapterId: string | null): [ReadonlySet<string>, (ids: ReadonlySet<string>) => void] {
  const ofChapter = (id: string | null): ReadonlySet<string> => new Set(id === null ? [] : [id]);
  const [state, setState] = useState({ ids: ofChapter(chapterId), chapterId });
  if (state.chapterId !== chapterId) setState({ ids: ofChapter(chapterId), chapterId });
  const choose = useCallback((ids: ReadonlySet<string>) => setState((last) => ({ ...last, ids })), []);
  return [state.ids, choose];
}

/** The tree; branches that did not change stay the same objects, so that only changed lines are drawn again. */
function useBranches(nodes: readonly OutlineNode[]): readonly Branch[] {
  const [grown, setGrown] = useState(() => ({ nodes, branches: growTree(nodes) }));
  if (grown.nodes !== nodes) setGrown({ nodes, branches: growTree(nodes, grown.branches) });
  return grown.branches;
}

function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}

function focusRow(id: string): void {
  // The row takes the place of the field only after this render.
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`.outline-tree [data-key="${CSS.escape(id)}"]`)?.focus(),
  );
}
