import { Plus, Redo2, Trash2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { hasText, unplaced, type Matter, type NodeKind, type OutlineNode } from '../../../src-shared/domain/outline';
import { useCommand, useRunCommand, useShortcut } from '../../app/commands';
import { Button, IconButton } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { MenuButton } from '../../ui/menu';
import { matterChoices } from './outline-words';
import { ProposeMenu } from './propose-menu';
import type { Proposals } from './use-proposals';
import { countOf } from '../../ui/words';

export type OutlineBarProps = {
  readonly bookId: string;
  readonly proposals: Proposals;
  readonly nodes: readonly OutlineNode[];
  readonly chosen: OutlineNode | null;
  readonly onAdd: (kind: NodeKind, matter: Matter) => void;
  readonly onTrash: () => void;
};

/** The tools above the tree. */
export function OutlineBar({ bookId, nodes, chosen, proposals, onAdd, onTrash }: OutlineBarProps) {
  const run = useRunCommand();
  const [isChoosingMatter, setChoosingMatter] = useState(false);
  useCommand('outline.addMatter', () => setChoosingMatter(true));
  const undoKeys = useShortcut('edit.undo');
  const redoKeys = useShortcut('edit.redo');
  return (
    <header className="outline-bar">
      <div className="outline-heading">
        <h1 className="room-title">Outline</h1>
        {nodes.length > 0 ? <p className="outline-note">{summaryOf(nodes)}</p> : null}
      </div>
      <div className="outline-tools">
        <IconButton
          label="Undo"
          shortcut={undoKeys}
          icon={<Undo2 size={16} aria-hidden />}
          onPress={() => run('edit.undo')}
        />
        <IconButton
          label="Redo"
          shortcut={redoKeys}
          icon={<Redo2 size={16} aria-hidden />}
          onPress={() => run('edit.redo')}
        />
        <IconButton label="Trash" icon={<Trash2 size={16} aria-hidden />} onPress={onTrash} />
        {nodes.length > 0 || proposals.kept.length > 0 ? <ProposeMenu bookId={bookId} proposals={proposals} /> : null}
        <AddMenu chosen={chosen} />
      </div>
      <MatterDialog isOpen={isChoosingMatter} nodes={nodes} onClose={() => setChoosingMatter(false)} onAdd={onAdd} />
    </header>
  );
}

function AddMenu({ chosen }: { chosen: OutlineNode | null }) {
  const run = useRunCommand();
  const keys = {
    chapter: useShortcut('outline.addChapter'),
    section: useShortcut('outline.addSection'),
    part: useShortcut('outline.addPart'),
    matter: useShortcut('outline.addMatter'),
  };
  const holdsSection = chosen?.kind === 'chapter' || chosen?.kind === 'section';
  return (
    <MenuButton
      label="Add"
      entries={[
        { id: 'chapter', label: 'Chapter', shortcut: keys.chapter, onAction: () => run('outline.addChapter') },
        {
          id: 'section',
          label: 'Section',
          shortcut: keys.section,
          isDisabled: !holdsSection,
          onAction: () => run('outline.addSection'),
        },
        { id: 'part', label: 'Part', shortcut: keys.part, onAction: () => run('outline.addPart') },
        { id: 'rule', separator: true },
        {
          id: 'matter',
          label: 'Front or back matter…',
          shortcut: keys.matter,
          onAction: () => run('outline.addMatter'),
        },
      ]}
    >
      <Button variant="secondary" icon={<Plus size={16} aria-hidden />}>
        Add
      </Button>
    </MenuButton>
  );
}

type MatterDialogProps = Pick<OutlineBarProps, 'nodes' | 'onAdd'> & {
  readonly isOpen: boolean;
  readonly onClose: () => void;
};

function MatterDialog({ isOpen, nodes, onClose, onAdd }: MatterDialogProps) {
  const present = new Set(nodes.map((node) => node.matter));
  return (
    <Dialog title="Front and back matter" isOpen={isOpen} onClose={onClose} size="small">
      {(['front', 'back'] as const).map((kind) => (
        <div key={kind} role="group" aria-label={kind === 'front' ? 'Before the chapters' : 'After the chapters'}>
          <h3 className="outline-matter-title">{kind === 'front' ? 'Before the chapters' : 'After the chapters'}</h3>
          <div className="outline-matter-choices">
            {matterChoices
              .filter((choice) => choice.kind === kind)
              .map((choice) => (
                <Button
                  key={choice.matter}
                  size="small"
                  isDisabled={present.has(choice.matter)}
                  onPress={() => {
                    onAdd(choice.kind, choice.matter);
                    onClose();
                  }}
                >
                  {choice.name}
                </Button>
              ))}
          </div>
        </div>
      ))}
    </Dialog>
  );
}

function summaryOf(nodes: readonly OutlineNode[]): string {
  const chapters = nodes.filter((node) => node.kind === 'chapter' && node.parentId !== unplaced).length;
  const words = nodes.reduce((sum, node) => (hasText(node.kind) ? sum + node.words : sum), 0);
  return `${countOf(chapters, 'chapter')}, ${countOf(words, 'word')}`;
}
