import { useState, type ReactNode } from 'react';
import type { Draft } from '../../src-shared/domain/draft';
import type { WorkItem } from '../../src-shared/ipc/co-writer-calls';
import { TextArea } from '../ui/field';
import { Select } from '../ui/select';
import { Segments } from '../ui/toggle-button';
import { CoWriterAction } from './co-writer-action';
import type { WithoutModel } from './co-writer-failure';
import {
  coWriterStyles,
  draftLengths,
  firstWish,
  freedoms,
  lengthId,
  missingInWish,
  wordsOfLength,
  type DraftWish,
} from './draft-wish';
import type { Asking } from './use-work';

type Props = {
  readonly bookId: string;
  readonly chapterId: string;
  readonly drafts: readonly Draft[];
  readonly asking: Asking<'draft'>;
  readonly isMain: boolean;
  readonly without: WithoutModel;
  /** Shows what comes in; `null` where the page shows it itself. */
  readonly children: ((items: readonly WorkItem[]) => ReactNode) | null;
};

/** Asks the co-writer for a draft: its manner, its length, how near it keeps to the author’s wording. */
export function CoWriterDraft({ bookId, chapterId, drafts, asking, isMain, without, children }: Props) {
  const [changed, setChanged] = useState<Partial<DraftWish>>({});
  const wish: DraftWish = { ...firstWish(drafts), ...changed };
  const change = (patch: Partial<DraftWish>) => setChanged((last) => ({ ...last, ...patch }));
  const missing = missingInWish(wish);
  return (
    <div className="co-writer-draft">
      <div className="co-writer-draft-choices">
        <Select label="Manner" options={coWriterStyles} value={wish.style} onChange={(style) => change({ style })} />
        <Select
          label="Length"
          options={draftLengths}
          value={lengthId(wish.words)}
          onChange={(id) => change({ words: wordsOfLength(id) })}
        />
        <Segments
          label="How near to your wording"
          options={freedoms}
          value={wish.freedom}
          onChange={(freedom) => change({ freedom })}
        />
      </div>
      {wish.style === 'own-voice' ? (
        <TextArea
          label="A sample of your voice"
          description={
            missing ?? 'The draft follows its rhythm and its words. It is sent along, and kept with the draft.'
          }
          look="book"
          fewestRows={4}
          maxLength={20_000}
          value={wish.sample}
          onChange={(sample) => change({ sample })}
        />
      ) : null}
      <CoWriterAction
        label={drafts.length === 0 ? 'Draft with the co-writer' : 'Draft again with the co-writer'}
        asking={asking}
        work={{ kind: 'draft', bookId, chapterId, ...wish, sample: wish.style === 'own-voice' ? wish.sample : '' }}
        isMain={isMain}
        isDisabled={missing !== null}
        without={without}
      >
        {children}
      </CoWriterAction>
    </div>
  );
}
