import { ArrowRight, Combine, MessageCircleQuestion, Pencil, Plus, Trash2 } from 'lucide-react';
import { hasText, type OutlineNode } from '../../../src-shared/domain/outline';
import { useRunCommand, useShortcut } from '../../app/commands';
import type { RoomProps } from '../../app/room';
import { ContextMenu, type MenuEntry, type MenuPlace } from '../../ui/menu';
import { shownTitle } from './outline-words';
import { countOf } from '../../ui/words';

export type LineMenuProps = {
  readonly place: MenuPlace;
  readonly chosen: readonly OutlineNode[];
  readonly onNavigate: RoomProps['onNavigate'];
  readonly onClose: () => void;
};

/** The menu of a right click, or the menu key, on what is chosen in the outline. */
export function LineMenu({ place, chosen, onNavigate, onClose }: LineMenuProps) {
  const [one] = chosen;
  const ofOne = useEntriesOfOne(one ?? null, onNavigate);
  const trash = useTrashEntry();
  const isOne = chosen.length === 1 && one !== undefined;
  return (
    <ContextMenu
      label={isOne ? `Actions for ${shownTitle(one)}` : `Actions for ${countOf(chosen.length, 'line')}`}
      place={place}
      onClose={onClose}
      entries={isOne ? [...ofOne, rule('end'), trash] : [trash]}
    />
  );
}

/** As a menu goes it gives the focus back to the line, which would take it from the field for the title. */
const afterMenu = (act: () => void) => requestAnimationFrame(() => requestAnimationFrame(act));

const rule = (id: string): MenuEntry => ({ id, separator: true });

function useTrashEntry(): MenuEntry {
  const run = useRunCommand();
  return {
    id: 'trash',
    label: 'Move to trash',
    shortcut: useShortcut('outline.trash'),
    icon: <Trash2 size={16} aria-hidden />,
    onAction: () => run('outline.trash'),
  };
}

function useEntriesOfOne(node: OutlineNode | null, onNavigate: RoomProps['onNavigate']): readonly MenuEntry[] {
  const moves = useMoves();
  const run = useRunCommand();
  const keys = {
    rename: useShortcut('outline.rename'),
    section: useShortcut('outline.addSection'),
    join: useShortcut('outline.mergeWithNext'),
  };
  if (!node) return [];
  const rename: MenuEntry = {
    id: 'rename',
    label: 'Rename',
    shortcut: keys.rename,
    icon: <Pencil size={16} aria-hidden />,
    onAction: () => afterMenu(() => run('outline.rename')),
  };
  const addSection: MenuEntry = {
    id: 'section',
    label: 'Add a section',
    shortcut: keys.section,
    icon: <Plus size={16} aria-hidden />,
    onAction: () => run('outline.addSection'),
  };
  const join: MenuEntry = {
    id: 'join',
    label: 'Join with next chapter',
    shortcut: keys.join,
    icon: <Combine size={16} aria-hidden />,
    onAction: () => run('outline.mergeWithNext'),
  };
  return [
    ...(hasText(node.kind) ? [...waysIn(node, onNavigate), rule('in')] : []),
    rename,
    ...(node.kind === 'chapter' || node.kind === 'section' ? [addSection] : []),
    ...(node.kind === 'chapter' ? [join] : []),
    rule('moves'),
    ...moves,
  ];
}

function waysIn(node: OutlineNode, onNavigate: RoomProps['onNavigate']): readonly MenuEntry[] {
  return [
    {
      id: 'write',
      label: 'Open in Write',
      shortcut: 'Enter',
      icon: <ArrowRight size={16} aria-hidden />,
      onAction: () => onNavigate({ room: 'write', chapterId: node.id }),
    },
    {
      id: 'interview',
      label: 'Interview',
      icon: <MessageCircleQuestion size={16} aria-hidden />,
      onAction: () => onNavigate({ room: 'interview', chapterId: node.id }),
    },
  ];
}

function useMoves(): readonly MenuEntry[] {
  const run = useRunCommand();
  const [up, down] = [useShortcut('outline.moveUp'), useShortcut('outline.moveDown')];
  const [into, out] = [useShortcut('outline.moveIn'), useShortcut('outline.moveOut')];
  return [
    { id: 'up', label: 'Move up', shortcut: up, onAction: () => run('outline.moveUp') },
    { id: 'down', label: 'Move down', shortcut: down, onAction: () => run('outline.moveDown') },
    { id: 'into', label: 'Move into the one above', shortcut: into, onAction: () => run('outline.moveIn') },
    { id: 'out', label: 'Move out', shortcut: out, onAction: () => run('outline.moveOut') },
  ];
}
