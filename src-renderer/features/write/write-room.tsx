import type { RoomProps } from '../../app/room';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';

/** The write room of a book. */
export function WriteRoom({ onNavigate }: RoomProps) {
  return (
    <EmptyState title="Write" action={<Button onPress={() => onNavigate({ room: 'brief' })}>Go to the brief</Button>}>
      This room opens here.
    </EmptyState>
  );
}
