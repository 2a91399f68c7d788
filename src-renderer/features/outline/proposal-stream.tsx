import type { OutlineNode } from '../../../src-shared/domain/outline';
import { CoWriterAction } from '../../app/co-writer-action';
import type { Asking } from '../../app/use-work';
import { Button } from '../../ui/button';
import { useEscape } from '../../ui/use-escape';
import { PresentColumn, ReadChapters } from './proposal-columns';
import { incomingChapters, presentChapters } from './proposal-view-model';

type Props = {
  readonly bookId: string;
  readonly nodes: readonly OutlineNode[];
  readonly asking: Asking<'outline'>;
  readonly onTemplate: () => void;
  readonly onClose: () => void;
};

const notes: Readonly<Record<Props['asking']['state']['state'], string>> = {
  idle: 'Stopped, as you asked. Nothing was changed.',
  working: 'Chapters appear as they come in.',
  failed: 'Nothing was proposed.',
  done: '',
};
const noItems: readonly never[] = [];

/** A proposal while it comes in, beside the present outline: to be read, and taken once it is whole. */
export function ProposalStream({ bookId, nodes, asking, onTemplate, onClose }: Props) {
  useEscape(onClose);
  const present = presentChapters(nodes);
  const { state } = asking;
  const items = state.state === 'working' ? state.items : noItems;
  return (
    <div className="proposal">
      <header className="proposal-header">
        <h1 className="room-title">Proposed outline</h1>
        <p className="proposal-label">{notes[state.state]}</p>
        <CoWriterAction
          label="Ask again"
          asking={asking}
          work={{ kind: 'outline', bookId }}
          without={{ label: 'Use the template', onPress: onTemplate }}
          onWaiting={onClose}
        >
          {null}
        </CoWriterAction>
      </header>
      <div className="proposal-columns" data-single={present.length === 0 || undefined}>
        {present.length > 0 ? <PresentColumn nodes={present} setAside={noItems} all={nodes} /> : null}
        <section aria-labelledby="proposal-incoming" className="proposal-column">
          <div className="proposal-column-head">
            <h2 id="proposal-incoming" className="proposal-column-title">
              The proposal
            </h2>
          </div>
          <ReadChapters chapters={incomingChapters(items)} />
        </section>
      </div>
      <footer className="proposal-footer">
        <p className="proposal-promise">Your outline stays as it is until you take a part of the proposal.</p>
        <div className="proposal-buttons">
          <Button onPress={onClose}>Keep mine</Button>
        </div>
      </footer>
    </div>
  );
}
