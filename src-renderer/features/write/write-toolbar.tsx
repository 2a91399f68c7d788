import { Bold, ChevronDown, Ellipsis, Fingerprint, Image, Italic, Link, Search, Superscript } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { Toolbar } from 'react-aria-components';
import { commands, type CommandId } from '../../../src-shared/commands';
import { useCommandList, useRunCommand, useShortcut } from '../../app/commands';
import { isTableAt, tableCommands } from '../../editor-kit/write-commands';
import { Button, IconButton } from '../../ui/button';
import { MenuButton, type MenuEntry } from '../../ui/menu';
import { countOf, formatNumber } from '../../ui/words';
import type { ChapterSession } from './chapter-session';
import { useEditorLook, useWordsHere } from './use-editor-look';
import './write-toolbar.css';

const iconSize = 16;

export type WriteToolbarProps = {
  readonly session: ChapterSession;
  readonly showsOrigins: boolean;
  /** Words of the book's other chapters. */
  readonly wordsElsewhere: number;
};

/** The tools that lie at hand; everything else is one menu away. */
export const WriteToolbar = memo(function WriteToolbar({ session, showsOrigins, wordsElsewhere }: WriteToolbarProps) {
  const look = useEditorLook(session.editor);
  const isOn = (mark: string) => look.marks.includes(mark);
  return (
    <Toolbar aria-label="Formatting" className="write-toolbar">
      <StyleMenu block={look.block} wraps={look.wraps} />
      <span className="write-toolbar-rule" aria-hidden />
      <Tool id="format.italic" icon={<Italic size={iconSize} aria-hidden />} isPressed={isOn('italic')} />
      <Tool id="format.bold" icon={<Bold size={iconSize} aria-hidden />} isPressed={isOn('bold')} />
      <Tool id="insert.link" icon={<Link size={iconSize} aria-hidden />} isPressed={look.link !== null} />
      <Tool id="insert.footnote" icon={<Superscript size={iconSize} aria-hidden />} />
      <Tool id="insert.image" icon={<Image size={iconSize} aria-hidden />} />
      <MoreMenu session={session} />
      <span className="write-toolbar-space" />
      <WordsLine session={session} wordsElsewhere={wordsElsewhere} />
      <Tool id="view.provenance" icon={<Fingerprint size={iconSize} aria-hidden />} isPressed={showsOrigins} />
      <Tool id="edit.find" icon={<Search size={iconSize} aria-hidden />} />
    </Toolbar>
  );
});

function WordsLine({ session, wordsElsewhere }: { session: ChapterSession; wordsElsewhere: number }) {
  const { chapter, selection } = useWordsHere(session);
  return (
    <span className="write-words">
      {selection === null ? countOf(chapter, 'word') : `${formatNumber(selection)} of ${countOf(chapter, 'word')}`}
      <span className="write-words-book"> · {formatNumber(chapter + wordsElsewhere)} in the book</span>
    </span>
  );
}

const Tool = memo(function Tool({ id, icon, isPressed }: { id: CommandId; icon: ReactNode; isPressed?: boolean }) {
  const run = useRunCommand();
  const shortcut = useShortcut(id);
  return (
    <IconButton
      size="small"
      label={titleOf(id)}
      icon={icon}
      shortcut={shortcut}
      onPress={() => void run(id)}
      {...(isPressed === undefined ? {} : { isPressed })}
    />
  );
});

const titleOf = (id: CommandId): string =>
  (commands.find((command) => command.id === id)?.title ?? id).replace(/…$/u, '');

const styles = [
  'format.paragraph',
  'format.heading1',
  'format.heading2',
  'format.heading3',
  'format.quote',
  'format.bulletList',
  'format.orderedList',
  'format.verse',
  'format.codeBlock',
] as const satisfies readonly CommandId[];

const nameOfBlock: Readonly<Record<string, string>> = {
  paragraph: 'Paragraph',
  heading1: 'Heading 1',
  heading2: 'Heading 2',
  heading3: 'Heading 3',
  verseLine: 'Verse',
  codeBlock: 'Code',
};
const nameOfWrap: Readonly<Record<string, string>> = {
  blockquote: 'Quote',
  bulletList: 'List',
  orderedList: 'Numbers',
};

/** The name of the style at the cursor: a list or quote says more than the paragraph inside it. */
export function styleName(block: string, wraps: readonly string[]): string {
  const wrap = block === 'paragraph' ? wraps.findLast((name) => nameOfWrap[name] !== undefined) : undefined;
  return (wrap === undefined ? nameOfBlock[block] : nameOfWrap[wrap]) ?? 'Paragraph';
}

const StyleMenu = memo(
  function StyleMenu({ block, wraps }: { block: string; wraps: readonly string[] }) {
    const entries = useEntries(styles);
    return (
      <MenuButton label="Style" entries={entries}>
        <Button variant="quiet" size="small" aria-label={`Style: ${styleName(block, wraps)}`}>
          <span className="write-style">
            {styleName(block, wraps)}
            <ChevronDown size={14} aria-hidden />
          </span>
        </Button>
      </MenuButton>
    );
  },
  (last, next) => styleName(last.block, last.wraps) === styleName(next.block, next.wraps),
);

const more = [
  'format.underline',
  'format.strike',
  'format.smallCaps',
  'format.code',
  'insert.sceneBreak',
  'insert.table',
  'insert.draft',
  'edit.replace',
  'chapter.splitHere',
  'text.history',
] as const satisfies readonly CommandId[];

function MoreMenu({ session }: { session: ChapterSession }) {
  const entries = useEntries(more);
  const { editor } = session;
  useEditorLook(editor);
  const table: MenuEntry[] = isTableAt(editor)
    ? [
        ...tableCommands.map(({ id, title, run }) => ({ id, label: title, onAction: () => void run(editor) })),
        { id: 'table-rule', separator: true },
      ]
    : [];
  return (
    <MenuButton label="More" entries={[...table, ...entries]}>
      <IconButton size="small" label="More" icon={<Ellipsis size={iconSize} aria-hidden />} />
    </MenuButton>
  );
}

function useEntries(ids: readonly CommandId[]): MenuEntry[] {
  const run = useRunCommand();
  const list = useCommandList();
  return ids.flatMap((id) => {
    const listed = list.find((one) => one.id === id);
    if (!listed) return [];
    const { command, keys, isReachable } = listed;
    // The menu gives its focus back first; the command then takes it to the page.
    const onAction = () => void setTimeout(() => run(id));
    return [{ id, label: command.title, shortcut: keys ?? undefined, isDisabled: !isReachable, onAction }];
  });
}
