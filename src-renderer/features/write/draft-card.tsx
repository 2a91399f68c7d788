import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Draft } from '../../../src-shared/domain/draft';
import { useClient } from '../../app/client-context';
import { DraftFacts } from '../../app/draft-facts';
import { styleName } from '../../app/draft-wish';
import { Button, IconButton } from '../../ui/button';
import { useToast } from '../../ui/toast';
import { countOf, whenText } from '../../ui/words';
import type { SupportProps } from './chapter-props';
import { ComparisonDialog } from './comparison-dialog';
import { DraftSentences } from './draft-sentences';
import { usePutDraft } from './use-put-draft';

type CardProps = SupportProps & { readonly draft: Draft; readonly isOpen: boolean; readonly onDiscarded: () => void };

/** One draft beside the chapter, with the ways into it. */
export function DraftCard({ bookId, chapterId, session, onNavigate, draft, isOpen, onDiscarded }: CardProps) {
  const client = useClient();
  const toast = useToast();
  const put = usePutDraft({ bookId, session });
  const [now] = useState(() => Date.now());
  const [isComparing, setComparing] = useState(false);
  const discard = async () => {
    await client.call('draft.discard', { bookId, draftId: draft.id });
    onDiscarded();
    toast({ text: 'The draft is gone', undo: () => void client.call('book.undo', { bookId }) });
  };
  return (
    <details className="support-card" open={isOpen}>
      <summary>
        {styleName(draft.style)} · {countOf(draft.words, 'word')}
        <span className="support-note"> {whenText(draft.createdAt, now)}</span>
      </summary>
      <div className="support-facts">
        <DraftFacts draft={draft} />
      </div>
      <DraftSentences
        draft={draft}
        onTake={(paragraph) => void put.insertParagraph(draft, paragraph)}
        onAnswer={(questionId) => onNavigate({ room: 'interview', chapterId, questionId })}
      />
      <div className="support-actions">
        <Button size="small" variant="primary" onPress={() => void put.insert(draft)}>
          Insert
        </Button>
        <Button size="small" onPress={() => void put.replace(draft)}>
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
