import { useState } from 'react';
import type { Outline } from '../../src-shared/domain/outline';
import { useAnnounce } from '../ui/live-region';
import { useToast } from '../ui/toast';
import { clockTime } from '../ui/words';
import { BookSearch } from './book-search';
import { useClient } from './client-context';
import { useCommand, useShortcut } from './commands';
import { errorText } from './error-text';
import { useFlushAll } from './flush';
import type { BookPanes } from './panes';
import type { RoomName, RoomProps } from './room';
import type { BookRoute } from './route';
import { neighbour } from './tree-rows';
import { useCall, whenBookChanges } from './use-call';

type Props = {
  readonly route: BookRoute;
  readonly outline: Outline | null;
  readonly panes: BookPanes;
  readonly onNavigate: RoomProps['onNavigate'];
};

/** What the book's commands do in every room: going about, panes, undo, snapshots and search. */
export function BookCommands({ route, outline, panes, onNavigate }: Props) {
  const [isSearching, setSearching] = useState(false);
  useRoomCommand('go.brief', 'brief', onNavigate);
  useRoomCommand('go.outline', 'outline', onNavigate);
  useRoomCommand('go.interview', 'interview', onNavigate);
  useRoomCommand('go.write', 'write', onNavigate);
  useRoomCommand('go.publish', 'publish', onNavigate);
  useCommand('go.cover', () => onNavigate({ room: 'publish', place: 'cover' }));
  useCommand('go.words', () => onNavigate({ room: 'publish', place: 'words' }));
  useNeighbour('chapter.next', 1, { route, outline, onNavigate });
  useNeighbour('chapter.previous', -1, { route, outline, onNavigate });
  useCommand('view.tree', () => panes.setTreeOpen(!panes.isTreeOpen));
  useCommand('view.support', () => panes.setSupportOpen(!panes.isSupportOpen));
  useFocusMode(panes);
  useCommand('book.search', () => setSearching(true));
  useUndo(route.bookId);
  useSnapshot(route.bookId);
  return (
    <BookSearch
      bookId={route.bookId}
      outline={outline}
      isOpen={isSearching}
      onClose={() => setSearching(false)}
      onChoose={({ chapterId, ...passage }) => onNavigate({ room: 'write', chapterId, passage })}
    />
  );
}

function useFocusMode(panes: BookPanes): void {
  const toast = useToast();
  const keys = useShortcut('view.focus');
  useCommand('view.focus', () => {
    panes.setFocused(!panes.isFocused);
    if (!panes.isFocused) toast({ text: `Only the page. ${keys ?? 'The same command'} brings the rest back.` });
  });
}

type GoCommand = 'go.brief' | 'go.outline' | 'go.interview' | 'go.write' | 'go.publish';

function useRoomCommand(id: GoCommand, room: RoomName, onNavigate: RoomProps['onNavigate']): void {
  useCommand(id, () => onNavigate({ room }));
}

function useNeighbour(id: 'chapter.next' | 'chapter.previous', step: 1 | -1, props: Omit<Props, 'panes'>): void {
  const { route, outline, onNavigate } = props;
  const next = outline ? neighbour(outline, route.chapterId, step) : undefined;
  const room = route.room === 'interview' ? 'interview' : 'write';
  useCommand(id, () => next && onNavigate({ room, chapterId: next.id }), { enabled: next !== undefined });
}

function useUndo(bookId: string): void {
  const client = useClient();
  const announce = useAnnounce();
  const toast = useToast();
  const state = useCall('book.undoState', { bookId }, whenBookChanges(bookId, 'undo'));
  const step = async (call: 'book.undo' | 'book.redo', label: string | null, said: string) => {
    const answer = await client.call(call, { bookId });
    if (!answer.ok) return toast({ text: errorText(answer.error).what, tone: 'problem' });
    state.refresh();
    announce(`${said}: ${label ?? ''}`);
    return toast({ text: `${said}: ${label ?? ''}` });
  };
  const { undo = null, redo = null } = state.value ?? {};
  useCommand('edit.undo', () => void step('book.undo', undo, 'Undone'), { enabled: undo !== null });
  useCommand('edit.redo', () => void step('book.redo', redo, 'Done again'), { enabled: redo !== null });
}

function useSnapshot(bookId: string): void {
  const client = useClient();
  const toast = useToast();
  const announce = useAnnounce();
  const flushAll = useFlushAll();
  const save = async () => {
    await flushAll();
    const answer = await client.call('snapshot.take', { bookId, chapterId: null, label: '', reason: 'by-hand' });
    if (!answer.ok)
      return toast({ text: errorText(answer.error).what, detail: errorText(answer.error).next, tone: 'problem' });
    const text = `Saved ${clockTime(answer.value.takenAt)}, with a snapshot`;
    announce(text);
    return toast({ text });
  };
  useCommand('text.saveSnapshot', () => void save());
}
