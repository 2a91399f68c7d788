import { useEffect, useEffectEvent, useMemo, useState, useSyncExternalStore } from 'react';
import type { AppError } from '../../../src-shared/result';
import { errorText } from '../../app/error-text';
import { useReportSaveStatus, type SaveStatus } from '../../app/save-status';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { ChapterPage } from './chapter-page';
import type { ChapterPaneProps } from './chapter-props';
import { isSameStatus } from './save-queue';
import { whenCalm } from './signal';
import { useWriteDesk } from './write-desk-context';

/** Opens a chapter's text and shows it; opens it anew when it was replaced. */
export function ChapterPane(props: ChapterPaneProps) {
  const { chapter } = props;
  const desk = useWriteDesk();
  const [error, setError] = useState<AppError | null>(null);
  useSyncExternalStore(desk.version.subscribe, desk.version.get);
  const session = desk.sessionOf(chapter.id);
  const isMissing = session === undefined;
  const [attempt, setAttempt] = useState(0);
  const title = useEffectEvent(() => chapter.title);
  useEffect(() => {
    let isCurrent = true;
    void desk.open(chapter.id, title()).then((answer) => {
      if (!isCurrent) return;
      setError(answer.ok ? null : answer.error);
    });
    return () => {
      isCurrent = false;
    };
  }, [desk, chapter.id, isMissing, attempt]);
  if (error) {
    const { what, next } = errorText(error);
    return (
      <div className="write-failed">
        <Banner
          tone="problem"
          title={what}
          actions={
            <Button size="small" onPress={() => setAttempt(attempt + 1)}>
              Try again
            </Button>
          }
        >
          {next}
        </Banner>
      </div>
    );
  }
  // An open chapter is shown at once; a text that changed meanwhile arrives a moment later in the same page.
  if (!session) return <div className="write-page" aria-busy />;
  return (
    <>
      <SaveReport />
      <ChapterPage key={session.textId} {...props} session={session} />
    </>
  );
}

const patience = {
  isCalm: ({ state }: SaveStatus) => state === 'saved',
  isEqual: isSameStatus,
  afterMs: 400,
};

/** While keys come, each batch is saved and the next one begins: the line says so until there is a pause. */
function SaveReport() {
  const { status } = useWriteDesk();
  const shown = useMemo(() => whenCalm(status, patience), [status]);
  useReportSaveStatus(useSyncExternalStore(shown.subscribe, shown.get));
  return null;
}
