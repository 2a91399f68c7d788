import type { RoomProps } from '../../app/room';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';

/** The outline room of a book. */
export function OutlineRoom({ onNavigate }: RoomProps) {
  return (
    <EmptyState title="Outline" action={<Button onPress={() => onNavigate({ room: 'brief' })}>Go to the brief</Button>}>
      This room opens here.
    </EmptyState>
  );
}
