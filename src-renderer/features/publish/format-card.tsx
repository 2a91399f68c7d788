import { Archive, BookOpen, FileText, Globe, Hash, Keyboard, ListTree, Printer, Send, TextAlignStart } from 'lucide-react';
import type { PageSize } from '../../../src-shared/ipc/export-calls';
import { errorText } from '../../app/error-text';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Segments } from '../../ui/toggle-button';
import { pageSizes, type CardState, type FormatCard } from './publish-view-model';
import { TaskView } from './task-view';

const icons = { pdf: Printer, docx: FileText, epub: BookOpen, md: Hash, txt: TextAlignStart, html: Globe, manuscript: Send, 'manuscript-classic': Keyboard, opml: ListTree, archive: Archive } as const;

export type FormatCardProps = {
  readonly card: FormatCard;
  readonly state: CardState;
  readonly page: PageSize;
  readonly onPage: (page: PageSize) => void;
  readonly onStart: () => void;
  readonly onCancel: (taskId: string) => void;
};

/** One format: what it is for, how to make it, and how its making goes. */
export function FormatCardView({ card, state, page, onPage, onStart, onCancel }: FormatCardProps) {
  const Icon = icons[card.format];
  const isBusy = state.state === 'asking' || (state.state === 'task' && state.task.state === 'running');
  return (
    <li className="publish-card">
      <Icon size={20} aria-hidden className="publish-icon" />
      <div className="publish-about">
        <h3 className="publish-name">{card.name}</h3>
        <p className="publish-purpose">{card.purpose}</p>
      </div>
      <div className="publish-choice">
        {card.format === 'pdf' ? (
          <Segments label="Page size" options={pageSizes} value={page} onChange={onPage} />
        ) : null}
        <Button isDisabled={isBusy} aria-label={`Save as ${card.name}`} onPress={onStart}>
          Save as…
        </Button>
      </div>
      <CardOutcome state={state} onCancel={onCancel} />
    </li>
  );
}

function CardOutcome({ state, onCancel }: Pick<FormatCardProps, 'state' | 'onCancel'>) {
  switch (state.state) {
    case 'ready':
    case 'asking':
      return null;
    case 'refused': {
      const { what, next } = errorText(state.error);
      return (
        <div className="publish-outcome">
          <Banner tone="problem" title={what}>
            {next}
          </Banner>
        </div>
      );
    }
    case 'task':
      return (
        <div className="publish-outcome">
          <TaskView task={state.task} onCancel={onCancel} />
        </div>
      );
  }
}
