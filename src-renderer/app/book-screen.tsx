import { InterviewRoom } from '../features/interview/interview-room';
import { OutlineRoom } from '../features/outline/outline-room';
import { PublishRoom } from '../features/publish/publish-room';
import { WriteRoom } from '../features/write/write-room';
import type { RoomProps } from './room';
import type { Route } from './route';

type BookRoute = Extract<Route, { screen: 'book' }>;

/** An open book: its tree, the room, and the room's side panel. */
export function BookScreen({ route, onGo }: { route: BookRoute; onGo: (route: Route) => void }) {
  const room: RoomProps = {
    bookId: route.bookId,
    chapterId: route.chapterId,
    onNavigate: ({ room: name, chapterId }) =>
      onGo({ ...route, room: name, chapterId: chapterId === undefined ? route.chapterId : chapterId }),
  };
  return <main>{roomOf(route.room, room)}</main>;
}

function roomOf(name: BookRoute['room'], props: RoomProps) {
  switch (name) {
    case 'brief':
      return null;
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
