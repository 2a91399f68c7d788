import type { RoomProps } from '../../app/room';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';

/** The publish room of a book. */
export function PublishRoom({ onNavigate }: RoomProps) {
  return (
    <EmptyState title="Publish" action={<Button onPress={() => onNavigate({ room: 'brief' })}>Go to the brief</Button>}>
      This room opens here.
    </EmptyState>
  );
}
