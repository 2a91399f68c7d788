import { Button } from '../../ui/button';
import type { ChapterSession } from './chapter-session';
import { isBlank, useAfterTransactions } from './use-editor-look';

/** An empty page says how it fills; the first letter takes the words away. */
export function EmptyChapterHint({ session, onInterview }: { session: ChapterSession; onInterview: () => void }) {
  const isEmpty = useAfterTransactions(session.editor, isBlank, 0);
  if (!isEmpty) return null;
  return (
    <div className="write-hint">
      <p>Write here, or answer a few questions first and draft from your own words.</p>
      <Button size="small" onPress={onInterview}>
        Answer questions
      </Button>
    </div>
  );
}
