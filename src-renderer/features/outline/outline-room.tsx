import { BookOpenText } from 'lucide-react';
import { useState } from 'react';
import type { OutlineProposal } from '../../../src-shared/domain/outline';
import { useClient } from '../../app/client-context';
import { useCommand } from '../../app/commands';
import { errorText } from '../../app/error-text';
import type { RoomProps } from '../../app/room';
import { useCall, whenBookChanges } from '../../app/use-call';
import { useChange } from '../../app/use-change';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import type { AppError } from '../../../src-shared/result';
import { OutlineDesk } from './outline-desk';
import { ProposalView } from './proposal-view';
import { TrashView } from './trash-view';
import { useOutlineActions } from './use-outline-actions';
import './outline.css';
import './proposal.css';
import { countOf } from '../../ui/words';

type View =
  | { readonly view: 'tree' }
  | { readonly view: 'trash' }
  | { readonly view: 'asking' }
  | { readonly view: 'refused'; readonly error: AppError }
  | { readonly view: 'proposal'; readonly proposal: OutlineProposal };

/** The outline of a book: its tree, a proposal beside it, and its trash. */
export function OutlineRoom({ bookId, chapterId = null, onNavigate }: RoomProps) {
  const client = useClient();
  const change = useChange(bookId);
  const outline = useCall('outline.read', { bookId }, whenBookChanges(bookId, 'outline'));
  const brief = useCall('brief.read', { bookId }, whenBookChanges(bookId, 'brief'));
  const [view, setView] = useState<View>({ view: 'tree' });
  const nodes = outline.value?.nodes ?? noNodes;
  const actions = useOutlineActions(bookId, nodes);
  const propose = async () => {
    setView({ view: 'asking' });
    const answer = await client.call('outline.propose', { bookId });
    setView(answer.ok ? { view: 'proposal', proposal: answer.value } : { view: 'refused', error: answer.error });
  };
  useCommand('outline.propose', () => void propose(), { enabled: view.view === 'tree' || view.view === 'refused' });

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
  if (view.view === 'trash') {
    const restore = (nodeId: string, title: string) => void actions.restore(nodeId, title);
    return (
      <div className="outline-room">
        <TrashView bookId={bookId} onRestore={restore} onClose={() => setView({ view: 'tree' })} />
      </div>
    );
  }
  if (view.view === 'proposal') {
    return (
      <ProposalView
        proposal={view.proposal}
        nodes={nodes}
        onClose={() => setView({ view: 'tree' })}
        onAccept={(chapters, mode) =>
          void change(
            'outline.accept',
            { bookId, chapters: [...chapters], mode },
            `Your outline has ${countOf(chapters.length, 'chapter')} from the proposal.`,
          ).then((answer) => {
            if (answer.ok) setView({ view: 'tree' });
          })
        }
      />
    );
  }
  return (
    <div className="outline-room">
      {view.view === 'refused' ? (
        <Banner tone="problem" title={errorText(view.error).what}>
          {errorText(view.error).next}
        </Banner>
      ) : null}
      <OutlineDesk
        bookId={bookId}
        chapterId={chapterId}
        nodes={nodes}
        language={brief.value?.brief.language ?? 'en'}
        actions={actions}
        onTrash={() => setView({ view: 'trash' })}
        onNavigate={onNavigate}
        empty={
          <EmptyState
            icon={<BookOpenText size={20} aria-hidden />}
            title="Every book begins with a list"
            action={
              <Button variant="primary" size="large" isDisabled={view.view === 'asking'} onPress={() => void propose()}>
                Propose an outline
              </Button>
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
