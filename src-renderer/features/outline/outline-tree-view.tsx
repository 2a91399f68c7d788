import { useRef, type MouseEvent } from 'react';
import {
  Collection,
  DropIndicator,
  ListLayout,
  Tree,
  TreeItem,
  TreeItemContent,
  useDragAndDrop,
  Virtualizer,
  type DropTarget as AriaDropTarget,
  type Key,
  type Selection,
} from 'react-aria-components';
import type { OutlineNode } from '../../../src-shared/domain/outline';
import { placeAtDrop, topMost, type DropTarget } from './outline-moves';
import { OutlineRow } from './outline-row';
import type { Branch } from './outline-tree';
import { spokenLine } from './outline-words';
import './outline-tree-view.css';

export type OutlineTreeProps = {
  readonly nodes: readonly OutlineNode[];
  readonly branches: readonly Branch[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (ids: ReadonlySet<string>) => void;
  readonly open: ReadonlySet<string>;
  readonly onOpen: (ids: ReadonlySet<string>) => void;
  readonly onDrop: (ids: ReadonlySet<string>, target: DropTarget) => void;
  /** Enter, or a double click beside the title. */
  readonly onEnter: (id: string) => void;
  /** A right click, or the menu key, on a line. */
  readonly onMenu: (id: string, place: { readonly x: number; readonly y: number }) => void;
};

const layout = { rowHeight: 36, dropIndicatorThickness: 2, padding: 4 };

const asIds = (keys: Iterable<Key>): ReadonlySet<string> => new Set([...keys].map(String));

/** The outline as a tree that is drawn only where it is seen. */
export function OutlineTree(props: OutlineTreeProps) {
  const { nodes, branches, chosen, onChoose, open, onOpen, onEnter, onMenu } = props;
  const dragAndDropHooks = useOutlineDrag(props);
  const choose = (keys: Selection) => onChoose(keys === 'all' ? new Set(nodes.map((node) => node.id)) : asIds(keys));
  const openMenu = (event: MouseEvent) => {
    const row = event.target instanceof Element ? event.target.closest('[data-key]') : null;
    const node = nodes.find((other) => other.id === row?.getAttribute('data-key'));
    if (!node) return;
    event.preventDefault();
    onMenu(node.id, { x: event.clientX, y: event.clientY });
  };
  return (
    <Virtualizer layout={ListLayout} layoutOptions={layout}>
      <Tree
        aria-label="Outline"
        className="outline-tree"
        items={branches}
        dependencies={[open]}
        selectionMode="multiple"
        selectionBehavior="replace"
        keyboardNavigationBehavior="tab"
        selectedKeys={chosen}
        onSelectionChange={choose}
        expandedKeys={open}
        onExpandedChange={(keys) => onOpen(asIds(keys))}
        onAction={(key) => onEnter(String(key))}
        onContextMenu={openMenu}
        dragAndDropHooks={dragAndDropHooks}
      >
        {(branch) => renderBranch(branch, open)}
      </Tree>
    </Virtualizer>
  );
}

function renderBranch(branch: Branch, open: ReadonlySet<string>) {
  const { node, number, children } = branch;
  const spoken = node ? spokenLine(node, number) : `Unplaced, ${children.length} chapters without a place`;
  return (
    <TreeItem
      id={branch.id}
      textValue={node?.title ?? 'Unplaced'}
      aria-label={spoken}
      hasChildItems={children.length > 0}
      className="outline-item"
    >
      <TreeItemContent>
        {({ isExpanded, hasChildItems }) => (
          <OutlineRow branch={branch} isExpanded={isExpanded} hasChildItems={hasChildItems} />
        )}
      </TreeItemContent>
      {/* Closed branches stay out of the collection: hundreds of chapters with their sections open as fast as a few. */}
      {open.has(branch.id) ? (
        <Collection items={children} dependencies={[open]}>
          {(child) => renderBranch(child, open)}
        </Collection>
      ) : null}
    </TreeItem>
  );
}

function useOutlineDrag({ nodes, onDrop }: OutlineTreeProps) {
  const dragged = useRef<ReadonlySet<string>>(new Set());
  const mayDrop = (target: DropTarget) =>
    topMost(nodes, dragged.current).some((node) => placeAtDrop(nodes, node.id, target) !== null);
  const { dragAndDropHooks } = useDragAndDrop<Branch>({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': titleOf(nodes, String(key)) })),
    onDragStart: ({ keys }) => {
      dragged.current = asIds(keys);
    },
    getDropOperation: (target) => {
      const place = asTarget(target);
      return place && mayDrop(place) ? 'move' : 'cancel';
    },
    onMove: ({ keys, target }) => onDrop(asIds(keys), { key: String(target.key), position: target.dropPosition }),
    renderDropIndicator: (target) => <DropIndicator target={target} className="outline-drop" />,
  });
  return dragAndDropHooks;
}

const titleOf = (nodes: readonly OutlineNode[], id: string) => nodes.find((node) => node.id === id)?.title ?? '';

function asTarget(target: AriaDropTarget): DropTarget | null {
  return target.type === 'item' ? { key: String(target.key), position: target.dropPosition } : null;
}
