import { ChevronRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import {
  Button,
  Collection,
  ListLayout,
  Tree,
  TreeItem,
  TreeItemContent,
  Virtualizer,
  type Key,
} from 'react-aria-components';
import type { Outline } from '../../src-shared/domain/outline';
import { countOf, formatNumber } from '../ui/words';
import { statusName, treeRows, type TreeRow } from './tree-rows';
import './outline-tree.css';

export type OutlineTreeProps = {
  readonly outline: Outline;
  readonly chapterId: string | null;
  readonly onChoose: (chapterId: string) => void;
};

const rowHeightPx = 30;

/** The book as a compact tree: status, title and words of every chapter. Arrows, type-ahead, Enter. */
export function OutlineTree({ outline, chapterId, onChoose }: OutlineTreeProps) {
  const rows = useMemo(() => treeRows(outline), [outline]);
  const branches = useMemo(() => rows.filter((row) => row.children.length > 0).map((row) => row.id), [rows]);
  const [closed, setClosed] = useState<ReadonlySet<Key>>(new Set());
  const expanded = branches.filter((id) => !closed.has(id));
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowSize: rowHeightPx }}>
      <Tree
        aria-label="Chapters"
        className="tree"
        items={rows}
        selectionMode="single"
        selectionBehavior="toggle"
        disallowEmptySelection
        disabledBehavior="selection"
        disabledKeys={branches}
        selectedKeys={chapterId === null ? [] : [chapterId]}
        expandedKeys={expanded}
        onExpandedChange={(keys) => setClosed(new Set(branches.filter((id) => !keys.has(id))))}
        onSelectionChange={(keys) => {
          const [chosen] = keys === 'all' ? [] : keys;
          if (typeof chosen === 'string') onChoose(chosen);
        }}
      >
        {renderRow}
      </Tree>
    </Virtualizer>
  );
}

function renderRow(row: TreeRow) {
  return (
    <TreeItem
      id={row.id}
      textValue={row.title}
      aria-label={describe(row)}
      className="tree-row"
      data-kind={row.node?.kind ?? 'part'}
    >
      <TreeItemContent>
        {({ hasChildItems, isExpanded }) => (
          <div className="tree-line">
            {hasChildItems ? (
              <Button slot="chevron" className="tree-chevron" data-open={isExpanded || undefined}>
                <ChevronRight size={14} aria-hidden />
              </Button>
            ) : (
              <span className="tree-dot" data-status={row.node?.status ?? 'none'} aria-hidden />
            )}
            <span className="tree-title" dir="auto">
              {row.title}
            </span>
            {row.node && row.node.words > 0 ? <span className="tree-words">{formatNumber(row.node.words)}</span> : null}
          </div>
        )}
      </TreeItemContent>
      <Collection items={row.children}>{renderRow}</Collection>
    </TreeItem>
  );
}

function describe(row: TreeRow): string {
  if (!row.node || row.node.kind === 'part') return row.title;
  return `${row.title}, ${statusName[row.node.status]}, ${countOf(row.node.words, 'word')}`;
}
