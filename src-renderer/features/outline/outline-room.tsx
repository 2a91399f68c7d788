import { BookOpenText } from 'lucide-react';
import { useState } from 'react';
import { CoWriterAction } from '../../app/co-writer-action';
import { errorText } from '../../app/error-text';
import type { RoomProps } from '../../app/room';
import { useCall, whenBookChanges } from '../../app/use-call';
import { useChange } from '../../app/use-change';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { ArrivedProposal } from './arrived-proposal';
import { OutlineDesk } from './outline-desk';
import { ProposalStream } from './proposal-stream';
import { ProposalView } from './proposal-view';
import { TrashView } from './trash-view';
import { useOutlineActions } from './use-outline-actions';
import { useProposals } from './use-proposals';
import './outline.css';
import './proposal.css';
import { countOf } from '../../ui/words';

/** The outline of a book: its tree, a proposal beside it, and its trash. */
export function OutlineRoom({ bookId, chapterId = null, onNavigate }: RoomProps) {
  const change = useChange(bookId);
  const outline = useCall('outline.read', { bookId }, whenBookChanges(bookId, 'outline'));
  const brief = useCall('brief.read', { bookId }, whenBookChanges(bookId, 'brief'));
  const [isInTrash, setInTrash] = useState(false);
  const proposals = useProposals(bookId);
  const { shown, close, propose } = proposals;
  const nodes = outline.value?.nodes ?? noNodes;
  const actions = useOutlineActions(bookId, nodes);
  if (outline.state === 'failed') {
    const { what, next } = errorText(outline.error);
    return (
      <div className="outline-room">
        <Banner tone="problem" title={what} actions={<Button onPress={outline.refresh}>Try again</Button>}>
          {next}
        </Banner>
      </div>
    );
  }
  if (outline.state === 'loading') return <div className="outline-room" aria-busy="true" />;
  if (isInTrash) {
    const restore = (nodeId: string, title: string) => void actions.restore(nodeId, title);
    return (
      <div className="outline-room">
        <TrashView bookId={bookId} onRestore={restore} onClose={() => setInTrash(false)} />
      </div>
    );
  }
  if (shown.view === 'streaming')
    return (
      <ProposalStream bookId={bookId} nodes={nodes} asking={proposals.asking} onTemplate={propose} onClose={close} />
    );
  if (shown.view === 'proposal') {
    return (
      <ProposalView
        key={shown.keptId ?? 'template'}
        proposal={shown.proposal}
        keptId={shown.keptId}
        kept={proposals.kept}
        nodes={nodes}
        onShow={proposals.show}
        onDiscard={(keptId) => void proposals.discard(keptId)}
        onClose={close}
        onAccept={(chapters, mode) =>
          void change(
            'outline.accept',
            { bookId, chapters: [...chapters], mode },
            `Your outline has ${countOf(chapters.length, 'chapter')} from the proposal.`,
          ).then((answer) => {
            if (answer.ok) close();
          })
        }
      />
    );
  }
  return (
    <div className="outline-room">
      {shown.view === 'refused' ? (
        <Banner tone="problem" title={errorText(shown.error).what}>
          {errorText(shown.error).next}
        </Banner>
      ) : null}
      <ArrivedProposal bookId={bookId} proposals={proposals} />
      <OutlineDesk
        bookId={bookId}
        chapterId={chapterId}
        nodes={nodes}
        language={brief.value?.brief.language ?? 'en'}
        actions={actions}
        onTrash={() => setInTrash(true)}
        proposals={proposals}
        onNavigate={onNavigate}
        empty={
          <EmptyState
            icon={<BookOpenText size={20} aria-hidden />}
            title="Every book begins with a list"
            action={
              <>
                <Button variant="primary" size="large" isDisabled={shown.view === 'asking'} onPress={propose}>
                  Propose an outline
                </Button>
                <CoWriterAction
                  label="Propose with the co-writer"
                  asking={proposals.asking}
                  work={{ kind: 'outline', bookId }}
                />
              </>
            }
          >
            A template for your genre, with your own answers worked in, gives you chapters to take, change or leave.
          </EmptyState>
        }
      />
    </div>
  );
}

const noNodes: readonly never[] = [];
