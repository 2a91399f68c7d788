import type { RoomProps } from '../../app/room';
import { useCall, whenBookChanges } from '../../app/use-call';
import { Button } from '../../ui/button';

/** Where to go when the brief is good enough: the outline, or the first chapter's questions. */
export function NextStep({ room, flush }: { room: RoomProps; flush: () => Promise<unknown> }) {
  const { bookId, onNavigate } = room;
  const outline = useCall('outline.read', { bookId }, whenBookChanges(bookId, 'outline'));
  const first = outline.value?.nodes.find((node) => node.kind === 'chapter');
  const go = async () => {
    await flush();
    onNavigate(first ? { room: 'interview', chapterId: room.chapterId ?? first.id } : { room: 'outline' });
  };
  return (
    <section className="next-step" aria-label="Next">
      <p>
        {first ? 'Your chapters are waiting for you.' : 'Next, a first shape: chapters you can change at any time.'}
      </p>
      <Button variant="primary" onPress={() => void go()}>
        {first ? 'Start answering' : 'Shape the outline'}
      </Button>
    </section>
  );
}
