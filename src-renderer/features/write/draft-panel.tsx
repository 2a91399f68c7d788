import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Draft, DraftStyle } from '../../../src-shared/domain/draft';
import { interviewLimits } from '../../../src-shared/domain/interview';
import { useClient } from '../../app/client-context';
import { errorText } from '../../app/error-text';
import type { ErrorText } from '../../app/model-error-text';
import { useCall, whenBookChanges } from '../../app/use-call';
import { draftBlocks } from '../../../src-shared/text/draft-blocks';
import { insertAtCursor, replaceChapter } from '../../editor-kit/insertion';
import { Banner } from '../../ui/banner';
import { Button, IconButton } from '../../ui/button';
import { Segments } from '../../ui/toggle-button';
import { useToast } from '../../ui/toast';
import { countOf, whenText } from '../../ui/words';
import { ComparisonDialog } from './comparison-dialog';
import { useUndoableToast } from './use-undoable-toast';
import { useSnapshotFirst } from './use-snapshot-first';
import type { SupportProps } from './chapter-props';

const styles = [
  { id: 'tidied', name: 'Tidied' },
  { id: 'as-spoken', name: 'As spoken' },
] as const;

/** Drafts made of the author's own answers. Nothing enters the chapter without a click. */
export function DraftPanel(props: SupportProps) {
  const { bookId, chapterId } = props;
  const client = useClient();
  const drafts = useCall('draft.list', { bookId, chapterId }, whenBookChanges(bookId, 'drafts'));
  const [style, setStyle] = useState<DraftStyle>('tidied');
  const [problem, setProblem] = useState<ErrorText | null>(null);
  const [isDrafting, setDrafting] = useState(false);
  const create = async () => {
    setDrafting(true);
    const answer = await client.call('draft.create', { bookId, chapterId, style });
    setDrafting(false);
    setProblem(answer.ok ? null : errorText(answer.error));
    drafts.refresh();
  };
  const list = [...(drafts.value ?? [])].sort((one, other) => other.createdAt.localeCompare(one.createdAt));
  return (
    <div className="support-stack">
      <p className="support-note">
        A draft arranges and tidies your answers; it adds nothing of its own. It takes{' '}
        {interviewLimits.answersBeforeDraft} answers.
      </p>
      <div className="support-actions">
        <Segments label="How to draft" options={styles} value={style} onChange={setStyle} />
        <Button
          size="small"
          variant={list.length === 0 ? 'primary' : 'secondary'}
          isDisabled={isDrafting}
          onPress={() => void create()}
        >
          Draft
        </Button>
      </div>
      {problem ? (
        <Banner tone="info" title={problem.what}>
          {problem.next}
        </Banner>
      ) : null}
      {list.map((draft, index) => (
        <DraftCard key={draft.id} {...props} draft={draft} isOpen={index === 0} onDiscarded={drafts.refresh} />
      ))}
    </div>
  );
}

type CardProps = SupportProps & { readonly draft: Draft; readonly isOpen: boolean; readonly onDiscarded: () => void };

function DraftCard({ bookId, session, draft, isOpen, onDiscarded }: CardProps) {
  const client = useClient();
  const toast = useToast();
  const showUndoable = useUndoableToast(session.editor);
  const snapshotFirst = useSnapshotFirst({ bookId, session });
  const [now] = useState(() => Date.now());
  const [isComparing, setComparing] = useState(false);
  const { editor } = session;
  const put = async (how: 'insert' | 'replace') => {
    const change = how === 'insert' ? insertAtCursor : replaceChapter;
    const isDone = await snapshotFirst('draft', 'Before the draft', () => change(editor.view, draftBlocks(draft)));
    if (!isDone) return;
    editor.view.focus();
    showUndoable(how === 'insert' ? 'The draft is in the chapter' : 'The draft took the chapter’s place');
  };
  const discard = async () => {
    await client.call('draft.discard', { bookId, draftId: draft.id });
    onDiscarded();
    toast({ text: 'The draft is gone', undo: () => void client.call('book.undo', { bookId }) });
  };
  return (
    <details className="support-card" open={isOpen}>
      <summary>
        {draft.style === 'tidied' ? 'Tidied' : 'As spoken'} · {countOf(draft.words, 'word')}
        <span className="support-note"> {whenText(draft.createdAt, now)}</span>
      </summary>
      <DraftText draft={draft} />
      <div className="support-actions">
        <Button size="small" variant="primary" onPress={() => void put('insert')}>
          Insert
        </Button>
        <Button size="small" onPress={() => void put('replace')}>
          Replace chapter
        </Button>
        <Button size="small" variant="quiet" onPress={() => setComparing(true)}>
          Compare
        </Button>
        <IconButton
          label="Discard"
          size="small"
          icon={<Trash2 size={16} aria-hidden />}
          onPress={() => void discard()}
        />
      </div>
      <ComparisonDialog
        title="The chapter and the draft"
        isOpen={isComparing}
        onClose={() => setComparing(false)}
        before={() => linesOfEditor(session)}
        after={() =>
          draft.paragraphs.map((paragraph) => paragraph.sentences.map((sentence) => sentence.text).join(' '))
        }
        names={{ before: 'Only in the chapter', after: 'Only in the draft' }}
      />
    </details>
  );
}

function linesOfEditor({ editor }: SupportProps['session']): string[] {
  const lines: string[] = [];
  editor.state.doc.descendants((node) => {
    if (!node.isTextblock) return true;
    lines.push(node.textBetween(0, node.content.size, '', (leaf) => (leaf.type.name === 'hardBreak' ? '\n' : '')));
    return false;
  });
  return lines.filter((line) => line !== '');
}

/** The draft to read; each sentence shows the words it rests on when it is asked. */
function DraftText({ draft }: { draft: Draft }) {
  const [shown, setShown] = useState<string | null>(null);
  return (
    <div className="support-draft">
      {draft.paragraphs.map((paragraph, row) => (
        <p key={row} dir="auto">
          {paragraph.sentences.map((sentence, column) => {
            const id = `${row}-${column}`;
            return (
              <Sentence
                key={id}
                sentence={sentence}
                isOpen={shown === id}
                onToggle={() => setShown(shown === id ? null : id)}
              />
            );
          })}
        </p>
      ))}
    </div>
  );
}

type SentenceProps = {
  readonly sentence: Draft['paragraphs'][number]['sentences'][number];
  readonly isOpen: boolean;
  readonly onToggle: () => void;
};

/** Not a `button` element: that one cannot run on from line to line as a sentence does. */
function Sentence({ sentence, isOpen, onToggle }: SentenceProps) {
  return (
    <>
      <span
        role="button"
        tabIndex={0}
        className="write-draft-sentence"
        aria-expanded={isOpen}
        onClick={onToggle}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          onToggle();
        }}
      >
        {sentence.text}
      </span>
      {isOpen ? (
        <q className="write-draft-source" dir="auto">
          {sentence.citations.map((citation) => citation.quote).join(' … ')}
        </q>
      ) : null}{' '}
    </>
  );
}
