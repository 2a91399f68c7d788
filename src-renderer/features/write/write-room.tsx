import { PenLine } from 'lucide-react';
import { useCallback, useEffect, useLayoutEffect, useState } from 'react';
import type { Outline } from '../../../src-shared/domain/outline';
import type { Workplace } from '../../../src-shared/ipc/book-calls';
import { errorText } from '../../app/error-text';
import type { RoomProps } from '../../app/room';
import { useSettings } from '../../app/settings-context';
import { useCall, whenBookChanges } from '../../app/use-call';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { ChapterPane } from './chapter-pane';
import { chapterFor, textNodes } from './chapters-view-model';
import { TabStrip } from './tab-strip';
import { useRememberWriting } from './use-remember-writing';
import { useTabKeys } from './use-tab-keys';
import { useWriteDesk } from './write-desk-context';
import { knownTabs, withoutTab, withTab } from './workplace';
import './write.css';
import '../../editor-kit/manuscript.css';
import '../../editor-kit/marks.css';

/** Where the book is written: one chapter on a page, the others in tabs. */
export function WriteRoom(props: RoomProps) {
  const { bookId } = props;
  const book = useCall('book.open', { bookId });
  const outline = useCall('outline.read', { bookId }, whenBookChanges(bookId, 'outline'));
  const workplace = useCall('book.workplace', { bookId });
  const failed = [book, outline].find((call) => call.state === 'failed');
  if (failed?.error) {
    const { what, next } = errorText(failed.error);
    return (
      <div className="write-failed">
        <Banner tone="problem" title={what}>
          {next}
        </Banner>
      </div>
    );
  }
  if (book.value === null || outline.value === null || workplace.state === 'loading')
    return <div className="write-room" aria-busy />;
  return (
    <WritingTable
      {...props}
      key={bookId}
      language={book.value.language}
      outline={outline.value}
      workplace={workplace.state === 'ready' ? workplace.value : null}
    />
  );
}

type TableProps = RoomProps & {
  readonly language: string;
  readonly outline: Outline;
  readonly workplace: Workplace | null;
};

function WritingTable({ bookId, chapterId = null, passage = null, onNavigate, ...props }: TableProps) {
  const { language, outline, workplace } = props;
  const desk = useWriteDesk();
  const { settings } = useSettings();
  const { smartPunctuation, spellCheck } = settings;
  const [first] = useState(workplace);
  const active = chapterFor(outline, chapterId, first?.activeTab ?? null);
  const known = new Set(textNodes(outline).map((node) => node.id));
  const [chosenTabs, setTabs] = useState<readonly string[]>(first?.tabs ?? []);
  const openTabs = knownTabs(chosenTabs, known);
  const tabs = active ? withTab(openTabs, active.id) : openTabs;
  if (tabs.length !== openTabs.length) setTabs(tabs);
  // Before the chapter below asks for its text.
  useLayoutEffect(
    () => desk.putBook({ bookId, language, writing: { smartPunctuation, spellCheck } }),
    [desk, bookId, language, smartPunctuation, spellCheck],
  );
  const remember = useRememberWriting({ bookId, tabs, activeTab: active?.id ?? null });
  const go = useCallback((next: string) => onNavigate({ room: 'write', chapterId: next }), [onNavigate]);
  const close = async (tab: string) => {
    if (!(await desk.close(tab))) return;
    const left = withoutTab(tabs, tab);
    if (left.next === null) return;
    setTabs(left.tabs);
    if (tab === active?.id) go(left.next);
  };
  useTabKeys({ tabs, onGo: go, onClose: () => void (active && close(active.id)) });
  useEffect(() => {
    if (active && active.id !== chapterId) go(active.id);
  }, [active, chapterId, go]);
  if (!active) {
    return (
      <>
        <h1 className="ui-visually-hidden">Write</h1>
        <EmptyState
          icon={<PenLine size={20} aria-hidden />}
          title="There is no chapter yet"
          action={
            <Button variant="primary" size="large" onPress={() => onNavigate({ room: 'outline' })}>
              Go to the outline
            </Button>
          }
        >
          A book is written chapter by chapter. Name the first one in the outline.
        </EmptyState>
      </>
    );
  }
  return (
    <div className="write-room">
      {tabs.length > 1 ? (
        <TabStrip tabs={tabs} active={active.id} outline={outline} onGo={go} onClose={(tab) => void close(tab)} />
      ) : null}
      <ChapterPane
        key={active.id}
        bookId={bookId}
        chapter={active}
        outline={outline}
        language={language}
        spot={first?.places[active.id] ?? null}
        passage={active.id === chapterId ? passage : null}
        onNavigate={onNavigate}
        onSpot={remember}
      />
    </div>
  );
}
