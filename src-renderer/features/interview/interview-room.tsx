import type { RoomProps } from '../../app/room';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';

/** The interview room of a book. */
export function InterviewRoom({ onNavigate }: RoomProps) {
  return (
    <EmptyState
      title="Interview"
      action={<Button onPress={() => onNavigate({ room: 'brief' })}>Go to the brief</Button>}
    >
      This room opens here.
    </EmptyState>
  );
}
