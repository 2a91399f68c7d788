import { useState } from 'react';
import type { OutlineProposal } from '../../../src-shared/domain/outline';
import type { Output } from '../../../src-shared/ipc/contract';
import type { AppError } from '../../../src-shared/result';
import { useClient } from '../../app/client-context';
import { useCommand } from '../../app/commands';
import { useCall, whenBookChanges } from '../../app/use-call';
import { useChange } from '../../app/use-change';
import { useCoWriterCommand } from '../../app/use-co-writer-command';
import { useWork, type Asking } from '../../app/use-work';
import { proposedSaid } from './proposal-view-model';

/** A proposal of the co-writer that was kept. */
export type KeptProposal = Output<'outline.proposals'>[number];

/** What stands in place of the tree, if anything does. */
export type ProposalShown =
  | { readonly view: 'none' | 'asking' | 'streaming' }
  | { readonly view: 'refused'; readonly error: AppError }
  /** `keptId` is `null` for the template’s, which is made anew each time. */
  | { readonly view: 'proposal'; readonly proposal: OutlineProposal; readonly keptId: string | null };

/** The proposals for one outline: the template’s, the co-writer’s, and those that were kept. */
export type Proposals = {
  readonly shown: ProposalShown;
  readonly kept: readonly KeptProposal[];
  readonly asking: Asking<'outline'>;
  readonly propose: () => void;
  readonly show: (keptId: string) => void;
  readonly discard: (keptId: string) => Promise<void>;
  readonly close: () => void;
};

const none: readonly never[] = [];

/** Asks for proposals and remembers which of them is on show. */
export function useProposals(bookId: string): Proposals {
  const client = useClient();
  const change = useChange(bookId);
  const list = useCall('outline.proposals', { bookId }, whenBookChanges(bookId, 'outline'));
  const [shown, setShown] = useState<ProposalShown>({ view: 'none' });
  const kept = list.value ?? none;
  const work = useWork<'outline'>(
    ({ proposal }) => proposedSaid(proposal),
    ({ proposal, proposalId }) => setShown({ view: 'proposal', proposal, keptId: proposalId }),
  );
  const asking: Asking<'outline'> = {
    ...work,
    start(wanted) {
      setShown({ view: 'streaming' });
      return work.start(wanted);
    },
  };
  const propose = async () => {
    setShown({ view: 'asking' });
    const answer = await client.call('outline.propose', { bookId });
    setShown(
      answer.ok ? { view: 'proposal', proposal: answer.value, keptId: null } : { view: 'refused', error: answer.error },
    );
  };
  const isAtTree = shown.view === 'none' || shown.view === 'refused';
  useCommand('outline.propose', () => void propose(), { enabled: isAtTree });
  useCoWriterCommand('coWriter.outline', () => void asking.start({ kind: 'outline', bookId }));
  const close = () => {
    work.cancel();
    work.forget();
    setShown({ view: 'none' });
  };
  const show = (keptId: string) => {
    const found = kept.find(({ id }) => id === keptId);
    if (found) setShown({ view: 'proposal', proposal: found.proposal, keptId });
  };
  return {
    shown,
    kept,
    asking,
    propose: () => void propose(),
    show,
    async discard(keptId) {
      const done = await change(
        'outline.discardProposal',
        { bookId, proposalId: keptId },
        'The proposal is discarded. Your outline is as it was.',
      );
      if (done.ok) close();
    },
    close,
  };
}
