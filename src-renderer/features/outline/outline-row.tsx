import { BookMarked, ChevronRight, GripVertical, Inbox } from 'lucide-react';
import { memo, useRef, useState } from 'react';
import { Button, Input, TextField } from 'react-aria-components';
import { hasText, type OutlineNode } from '../../../src-shared/domain/outline';
import { formatNumber } from '../../ui/words';
import type { Branch } from './outline-tree';
import { shownTitle, statusNames } from './outline-words';
import { useRowActions } from './row-context';
import { StatusMark } from './status-mark';

export type OutlineRowProps = {
  readonly branch: Branch;
  readonly isExpanded: boolean;
  readonly hasChildItems: boolean;
};

/**
 * One line of the outline: handle, chevron, number, title, status, words and answers.
 * It is drawn anew only when the line itself changes, not when another one is chosen.
 */
export const OutlineRow = memo(function OutlineRow({ branch, isExpanded, hasChildItems }: OutlineRowProps) {
  const { node, number } = branch;
  return (
    <div className="outline-row" data-kind={node?.kind ?? 'unplaced'}>
      <Button slot="drag" className="outline-grip" isDisabled={node === null}>
        <GripVertical size={16} aria-hidden />
      </Button>
      {hasChildItems ? (
        <Button slot="chevron" className="outline-chevron" data-expanded={isExpanded || undefined}>
          <ChevronRight size={16} aria-hidden />
        </Button>
      ) : (
        <span className="outline-chevron" />
      )}
      {node ? (
        <NodeCells node={node} number={number} />
      ) : (
        <span className="outline-title">
          <Inbox size={16} aria-hidden /> Unplaced
        </span>
      )}
    </div>
  );
});

function NodeCells({ node, number }: { node: OutlineNode; number: number | null }) {
  const { renamingId, startRename, endRename } = useRowActions();
  return (
    <>
      {number === null ? null : <span className="outline-number">{number}</span>}
      {node.matter ? <BookMarked size={16} aria-hidden className="outline-matter" /> : null}
      {renamingId === node.id ? (
        <RenameField
          title={node.title}
          label={`Title of ${shownTitle(node)}`}
          onEnd={(title) => endRename(node, title)}
        />
      ) : (
        <span
          role="presentation"
          className="outline-title"
          dir="auto"
          data-blank={node.title.trim() === '' || undefined}
          onDoubleClick={(event) => {
            event.stopPropagation();
            startRename(node.id);
          }}
        >
          {shownTitle(node)}
        </span>
      )}
      {hasText(node.kind) ? <ChapterCells node={node} /> : null}
    </>
  );
}

function ChapterCells({ node }: { node: OutlineNode }) {
  const { askStatus } = useRowActions();
  return (
    <>
      <Button
        className="outline-status"
        aria-haspopup="menu"
        aria-label={`Status: ${statusNames[node.status]}`}
        onPress={({ target }) => {
          const { left, bottom } = target.getBoundingClientRect();
          askStatus(node, { x: left, y: bottom });
        }}
      >
        <StatusMark status={node.status} />
        <span className="outline-status-name">{statusNames[node.status]}</span>
      </Button>
      <span className="outline-answers" title="Answered questions">
        {node.questions > 0 ? `${node.answered}/${node.questions}` : ''}
      </span>
      <span className="outline-words">{formatNumber(node.words)}</span>
    </>
  );
}

function RenameField({ title, label, onEnd }: { title: string; label: string; onEnd: (title: string | null) => void }) {
  const [value, setValue] = useState(title);
  const isOver = useRef(false);
  // The field loses focus as it goes away, which must not end the renaming twice.
  const end = (next: string | null) => {
    if (!isOver.current) onEnd(next);
    isOver.current = true;
  };
  const finish = () => end(value.trim() === title.trim() ? null : value.trim());
  return (
    <TextField aria-label={label} value={value} onChange={setValue} maxLength={200} className="outline-rename">
      <Input
        dir="auto"
        // The author asked for this field by F2 or a double click: the caret belongs in it.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        onFocus={(event) => event.currentTarget.select()}
        onBlur={finish}
        onDoubleClick={(event) => event.stopPropagation()}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') finish();
          if (event.key === 'Escape') end(null);
        }}
      />
    </TextField>
  );
}
