import { BookOpenCheck, ListTree, MessageCircleQuestion, NotebookPen, PenLine } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { ResizeHandle } from '../ui/resize-handle';
import { BookCommands } from './book-commands';
import { BookNavigator } from './book-navigator';
import { useEvent } from './client-context';
import type { BookPanes } from './panes';
import type { RoomName, RoomProps } from './room';
import type { RoomEntry } from './room-entry';
import type { BookRoute } from './route';
import { BriefRoom, InterviewRoom, OutlineRoom, PublishRoom, WriteRoom } from './rooms';
import { useSupportSlot } from './support';
import { useCall, whenBookChanges } from './use-call';

const rooms: readonly RoomEntry[] = [
  { name: 'brief', title: 'Brief', command: 'go.brief', icon: <NotebookPen size={16} aria-hidden /> },
  { name: 'outline', title: 'Outline', command: 'go.outline', icon: <ListTree size={16} aria-hidden /> },
  {
    name: 'interview',
    title: 'Interview',
    command: 'go.interview',
    icon: <MessageCircleQuestion size={16} aria-hidden />,
  },
  { name: 'write', title: 'Write', command: 'go.write', icon: <PenLine size={16} aria-hidden /> },
  { name: 'publish', title: 'Publish', command: 'go.publish', icon: <BookOpenCheck size={16} aria-hidden /> },
];

const pauseMs = 1_500;

export type BookScreenProps = {
  readonly route: BookRoute;
  readonly panes: BookPanes;
  readonly onGo: (route: BookRoute) => void;
};

/** An open book: its rooms and tree at the left, the room, and the room's side panel at the right. */
export function BookScreen({ route, panes, onGo }: BookScreenProps) {
  const { bookId, chapterId, passage = null, questionId = null, part = null } = route;
  const outline = useCall('outline.read', { bookId }, whenBookChanges(bookId, 'outline', 'interview'));
  useAfterWriting(outline.refresh);
  const { label, setTarget } = useSupportSlot();
  const navigate: RoomProps['onNavigate'] = ({ chapterId: chapter = chapterId, ...to }) =>
    onGo({ ...route, passage: null, questionId: null, part: null, ...to, chapterId: chapter });
  const hasSupport = label !== null && panes.isSupportOpen;
  return (
    <div className="book-screen">
      <BookCommands route={route} outline={outline.value} panes={panes} onNavigate={navigate} />
      {panes.isTreeOpen ? (
        <nav className="book-left" aria-label="Book" style={{ '--pane-width': `${panes.treeWidth}px` }}>
          <BookNavigator rooms={rooms} route={route} outline={outline} onNavigate={navigate} />
          <ResizeHandle
            label="Width of the outline"
            pane="before"
            least={180}
            most={420}
            width={panes.treeWidth}
            onResize={panes.setTreeWidth}
          />
        </nav>
      ) : null}
      <main className="book-room" tabIndex={-1}>
        {renderRoom(route.room, { bookId, chapterId, passage, questionId, part, onNavigate: navigate })}
      </main>
      <aside
        className="book-right"
        aria-label={label ?? 'Side panel'}
        hidden={!hasSupport}
        style={{ '--pane-width': `${panes.supportWidth}px` }}
      >
        <ResizeHandle
          label="Width of the side panel"
          pane="after"
          least={240}
          most={560}
          width={panes.supportWidth}
          onResize={panes.setSupportWidth}
        />
        <div ref={setTarget} className="support-panel" />
      </aside>
    </div>
  );
}

/** Runs when the author pauses after writing: the words of the tree follow without a stir while keys come. */
function useAfterWriting(run: () => void): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEvent('progress.changed', () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(run, pauseMs);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
}

function renderRoom(name: RoomName, props: RoomProps): ReactNode {
  switch (name) {
    case 'brief':
      return <BriefRoom {...props} />;
    case 'outline':
      return <OutlineRoom {...props} />;
    case 'interview':
      return <InterviewRoom {...props} />;
    case 'write':
      return <WriteRoom {...props} />;
    case 'publish':
      return <PublishRoom {...props} />;
  }
}
