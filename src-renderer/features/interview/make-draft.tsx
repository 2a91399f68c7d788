import { PenLine } from 'lucide-react';
import { useState } from 'react';
import type { DraftStyle } from '../../../src-shared/domain/draft';
import type { AppError } from '../../../src-shared/result';
import { useChange } from '../../app/use-change';
import { Button } from '../../ui/button';
import { Segments } from '../../ui/toggle-button';
import { draftStyles, styleSentence } from './draft-view-model';
import { FailureNote } from './failure-note';
import { countOf } from '../../ui/words';

type Making =
  { readonly state: 'idle' } | { readonly state: 'making' } | { readonly state: 'failed'; readonly error: AppError };

export type MakeDraftProps = {
  readonly bookId: string;
  readonly chapterId: string;
  /** Whether this is the first draft of the chapter. */
  readonly isFirst: boolean;
  readonly onMade: (draftId: string) => void;
};

/** Makes a draft of the chapter's answers in a chosen manner, with no model. */
export function MakeDraft({ bookId, chapterId, isFirst, onMade }: MakeDraftProps) {
  const change = useChange(bookId);
  const [style, setStyle] = useState<DraftStyle>('tidied');
  const [making, setMaking] = useState<Making>({ state: 'idle' });
  const make = async () => {
    setMaking({ state: 'making' });
    const answer = await change(
      'draft.create',
      { bookId, chapterId, style },
      (draft) => `A draft of ${countOf(draft.words, 'word')}, all of them yours.`,
      'caller',
    );
    setMaking(answer.ok ? { state: 'idle' } : { state: 'failed', error: answer.error });
    if (answer.ok) onMade(answer.value.id);
  };
  return (
    <div className="make-draft">
      <div className="make-draft-row">
        <Segments label="Manner" options={draftStyles} value={style} onChange={setStyle} />
        <Button
          variant={isFirst ? 'primary' : 'secondary'}
          icon={<PenLine size={16} aria-hidden />}
          isDisabled={making.state === 'making'}
          onPress={() => void make()}
        >
          {isFirst ? 'Draft from answers' : 'Draft again'}
        </Button>
      </div>
      <p className="draft-note">{styleSentence(style)}</p>
      {making.state === 'failed' ? <FailureNote error={making.error} /> : null}
    </div>
  );
}
