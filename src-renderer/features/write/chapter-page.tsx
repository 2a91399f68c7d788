import { interviewLimits } from '../../../src-shared/domain/interview';
import { useRef, useState } from 'react';
import { useSettings } from '../../app/settings-context';
import type { ChapterPaneProps, SupportProps, SupportTab } from './chapter-props';
import type { ChapterSession } from './chapter-session';
import { wordsElsewhere } from './chapters-view-model';
import { EmptyChapterHint } from './empty-chapter-hint';
import { FindBar } from './find-bar';
import { LinkBubble } from './link-bubble';
import { OriginLegend } from './origin-legend';
import { SuggestionsInText } from './suggestions-in-text';
import { TextCommands } from './text-commands';
import { useMountedEditor } from './use-mounted-editor';
import { usePassage } from './use-passage';
import { useReplaceAll } from './use-snapshot-first';
import { useWriteCommands, type PageTool } from './use-write-commands';
import { useSteady } from './use-steady';
import { WriteSupport } from './write-support';
import { WriteToolbar } from './write-toolbar';

type PageProps = ChapterPaneProps & { readonly session: ChapterSession };

/** The page: a line of tools, the chapter's name, its text, and what supports it. */
export function ChapterPage(props: PageProps) {
  const { bookId, chapter, outline, session, language, passage, onNavigate } = props;
  const { settings, update } = useSettings();
  const room = useRef<HTMLDivElement>(null);
  const [tool, setTool] = useState<PageTool>({ kind: 'none' });
  const [asked, setAsked] = useState(0);
  // An empty chapter with answers enough is about to get its draft.
  const awaitsDraft = chapter.words === 0 && chapter.answered >= interviewLimits.answersBeforeDraft;
  const [support, setSupport] = useState<SupportTab>(awaitsDraft ? 'draft' : 'answers');
  const [edit, setEdit] = useState<SupportProps['edit']>(null);
  const showTool = (next: PageTool) => {
    setTool(next);
    setAsked((count) => count + 1);
  };
  const navigate = useSteady(onNavigate);
  const host = useMountedEditor(props, room);
  usePassage({ session, passage, onShown: () => onNavigate({ room: 'write' }) }, host);
  const replaceAll = useReplaceAll({ bookId, session });
  useWriteCommands({
    ...props,
    onTool: showTool,
    onSupport: setSupport,
    onEdit: (how) => {
      setSupport('suggestions');
      setEdit({ how });
    },
    onOrigins: () => void update({ showProvenance: !settings.showProvenance }),
  });
  return (
    <div ref={room} className="write-page">
      <TextCommands editor={session.editor} />
      <SuggestionsInText bookId={bookId} session={session} language={language} />
      <WriteToolbar
        session={session}
        showsOrigins={settings.showProvenance}
        wordsElsewhere={wordsElsewhere(outline, chapter.id)}
      />
      {tool.kind === 'find' || tool.kind === 'replace' ? (
        <FindBar
          session={session}
          canReplace={tool.kind === 'replace'}
          asked={asked}
          onReplaceAll={(replacement) => void replaceAll(replacement)}
          onClose={() => setTool({ kind: 'none' })}
        />
      ) : null}
      <div className="write-scroll">
        <div className="write-column">
          <h1 className="write-title" dir="auto">
            {chapter.title || 'Untitled chapter'}
          </h1>
          <div ref={host} className={settings.showProvenance ? 'write-host shows-origins' : 'write-host'} />
        </div>
        <EmptyChapterHint
          session={session}
          onInterview={() => navigate({ room: 'interview', chapterId: chapter.id })}
        />
        <LinkBubble
          session={session}
          isEditing={tool.kind === 'link'}
          onEdit={(isEditing) => setTool({ kind: isEditing ? 'link' : 'none' })}
        />
      </div>
      {settings.showProvenance ? <OriginLegend session={session} language={language} /> : null}
      <WriteSupport
        bookId={bookId}
        chapterId={chapter.id}
        session={session}
        language={language}
        edit={edit}
        tab={support}
        onTab={setSupport}
        onNavigate={navigate}
      />
    </div>
  );
}
