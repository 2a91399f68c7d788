import { ArrowRight, Trash2 } from 'lucide-react';
import type { Draft } from '../../../src-shared/domain/draft';
import { DraftFacts } from '../../app/draft-facts';
import { useChange } from '../../app/use-change';
import { Button, IconButton } from '../../ui/button';
import { Select } from '../../ui/select';
import { draftName } from './draft-view-model';

export type DraftBarProps = {
  readonly bookId: string;
  readonly draft: Draft;
  readonly beside: Draft | null;
  readonly drafts: readonly Draft[];
  readonly onShow: (draftId: string) => void;
  readonly onBeside: (draftId: string | null) => void;
  readonly onOpenInWrite: () => void;
};

const alone = 'alone';

/** Which draft is on show, what stands beside it, and where it goes from here. */
export function DraftBar({ bookId, draft, beside, drafts, onShow, onBeside, onOpenInWrite }: DraftBarProps) {
  const change = useChange(bookId);
  const options = drafts.map((one) => ({ id: one.id, name: draftName(one) }));
  const others = options.filter((option) => option.id !== draft.id);
  return (
    <div className="draft-bar">
      <DraftFacts draft={draft} />
      <div className="draft-choices">
        <Select label="Draft" isLabelHidden options={options} value={draft.id} onChange={onShow} />
        {others.length > 0 ? (
          <Select
            label="Beside it"
            isLabelHidden
            options={[{ id: alone, name: 'Compare with…' }, ...others]}
            value={beside?.id ?? alone}
            onChange={(id) => onBeside(id === alone ? null : id)}
          />
        ) : null}
        <IconButton
          label="Discard this draft"
          icon={<Trash2 size={16} aria-hidden />}
          onPress={() =>
            void change('draft.discard', { bookId, draftId: draft.id }, 'The draft is discarded. Your answers stay.')
          }
        />
        <Button variant="primary" icon={<ArrowRight size={16} aria-hidden />} onPress={onOpenInWrite}>
          Open in Write to insert
        </Button>
      </div>
    </div>
  );
}
