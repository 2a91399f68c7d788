import { Trash2 } from 'lucide-react';
import { IconButton } from '../../ui/button';
import { Select } from '../../ui/select';
import { proposalName } from './proposal-view-model';
import type { KeptProposal } from './use-proposals';

/** What stands beside a proposal unless another is chosen: the author’s own outline. */
export const yours = 'yours';
const template = 'template';

type Props = {
  readonly keptId: string | null;
  readonly kept: readonly KeptProposal[];
  /** The kept ones that are not on show. */
  readonly others: readonly KeptProposal[];
  readonly besideId: string;
  readonly onBeside: (id: string) => void;
  readonly onShow: (keptId: string) => void;
  readonly onDiscard: (keptId: string) => void;
};

/** Which proposal is on show, and which one beside it. */
export function ProposalChoice({ keptId, kept, others, besideId, onBeside, onShow, onDiscard }: Props) {
  if (kept.length === 0) return null;
  const optionOf = (one: KeptProposal) => ({ id: one.id, name: proposalName(one) });
  return (
    <div className="proposal-choice">
      <Select
        label="Proposal"
        isLabelHidden
        options={[...(keptId === null ? [{ id: template, name: 'From the template' }] : []), ...kept.map(optionOf)]}
        value={keptId ?? template}
        onChange={(id) => {
          if (id !== template && id !== keptId) onShow(id);
        }}
      />
      {others.length > 0 ? (
        <Select
          label="Beside it"
          isLabelHidden
          options={[{ id: yours, name: 'Beside your outline' }, ...others.map(optionOf)]}
          value={besideId}
          onChange={onBeside}
        />
      ) : null}
      {keptId === null ? null : (
        <IconButton
          label="Discard this proposal"
          icon={<Trash2 size={16} aria-hidden />}
          onPress={() => onDiscard(keptId)}
        />
      )}
    </div>
  );
}
