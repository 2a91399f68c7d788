import { ArchiveRestore } from 'lucide-react';
import { useCall, whenBookChanges } from '../../app/use-call';
import { useChange } from '../../app/use-change';
import { Button } from '../../ui/button';
import { FailureNote } from './failure-note';
import { dayAndTime } from '../../ui/words';

/** Questions of this chapter that were put away, with their answers. */
export function TrashedQuestions({ bookId, chapterId }: { bookId: string; chapterId: string }) {
  const change = useChange(bookId);
  const trashed = useCall('interview.trashed', { bookId, chapterId }, whenBookChanges(bookId, 'interview'));
  if (trashed.state === 'loading') return null;
  if (trashed.state === 'failed') return <FailureNote error={trashed.error} />;
  if (trashed.value.length === 0)
    return <p className="habits-note">Questions you put away wait here, with their answers.</p>;
  return (
    <ul className="trashed">
      {trashed.value.map(({ questionId, text, trashedAt }) => (
        <li key={questionId} className="trashed-item">
          <p dir="auto">{text}</p>
          <p className="habits-note">
            <time dateTime={trashedAt}>{dayAndTime(trashedAt)}</time>
          </p>
          <Button
            size="small"
            icon={<ArchiveRestore size={16} aria-hidden />}
            aria-label={`Restore: ${text}`}
            onPress={() =>
              void change('interview.restore', { bookId, questionId }, 'The question is back in its place.')
            }
          >
            Restore
          </Button>
        </li>
      ))}
    </ul>
  );
}
