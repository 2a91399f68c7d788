import { Button as AriaButton } from 'react-aria-components';
import type { Outline } from '../../src-shared/domain/outline';
import { Banner } from '../ui/banner';
import { Button } from '../ui/button';
import { Hint } from '../ui/tooltip';
import { countOf } from '../ui/words';
import type { RoomEntry } from './room-entry';
import { useShortcut } from './commands';
import { errorText } from './error-text';
import { OutlineTree } from './outline-tree';
import type { RoomProps } from './room';
import type { BookRoute } from './route';
import type { CallState } from './use-call';
import './book-navigator.css';

type Props = {
  readonly rooms: readonly RoomEntry[];
  readonly route: BookRoute;
  readonly outline: CallState<Outline>;
  readonly onNavigate: RoomProps['onNavigate'];
};

/** The left side of a book: its rooms, then its chapters. */
export function BookNavigator({ rooms, route, outline, onNavigate }: Props) {
  const choose = (chapterId: string) =>
    onNavigate({ room: route.room === 'interview' ? 'interview' : 'write', chapterId });
  return (
    <div className="navigator">
      <ul className="navigator-rooms">
        {rooms.map((room) => (
          <li key={room.name}>
            <RoomLink
              room={room}
              isCurrent={room.name === route.room}
              onPress={() => onNavigate({ room: room.name })}
            />
          </li>
        ))}
      </ul>
      <TreePart outline={outline} chapterId={route.chapterId} onChoose={choose} onNavigate={onNavigate} />
    </div>
  );
}

function RoomLink({ room, isCurrent, onPress }: { room: RoomEntry; isCurrent: boolean; onPress: () => void }) {
  const shortcut = useShortcut(room.command);
  return (
    <Hint text={room.title} shortcut={shortcut}>
      <AriaButton
        className="room-link"
        data-current={isCurrent || undefined}
        aria-current={isCurrent ? 'page' : 'false'}
        onPress={onPress}
      >
        {room.icon}
        {room.title}
      </AriaButton>
    </Hint>
  );
}

type TreePartProps = Pick<Props, 'outline' | 'onNavigate'> & {
  readonly chapterId: string | null;
  readonly onChoose: (id: string) => void;
};

function TreePart({ outline, chapterId, onChoose, onNavigate }: TreePartProps) {
  if (outline.state === 'loading') return null;
  if (outline.state === 'failed') {
    const { what, next } = errorText(outline.error);
    return (
      <Banner tone="problem" title={what} actions={<Button onPress={outline.refresh}>Try again</Button>}>
        {next}
      </Banner>
    );
  }
  if (outline.value.nodes.length === 0) {
    return (
      <div className="navigator-empty">
        <p>Your chapters will stand here.</p>
        <Button size="small" onPress={() => onNavigate({ room: 'outline' })}>
          Make an outline
        </Button>
      </div>
    );
  }
  const words = outline.value.nodes.reduce((sum, node) => sum + node.words, 0);
  return (
    <>
      <h2 className="navigator-heading">
        Chapters <span className="navigator-count">{countOf(words, 'word')}</span>
      </h2>
      <OutlineTree outline={outline.value} chapterId={chapterId} onChoose={onChoose} />
    </>
  );
}
