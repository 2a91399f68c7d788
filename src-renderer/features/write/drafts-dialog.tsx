import { useState } from 'react';
import type { Draft } from '../../../src-shared/domain/draft';
import { DraftFacts, WithoutSupport } from '../../app/draft-facts';
import { styleName } from '../../app/draft-wish';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Select } from '../../ui/select';
import { countOf, dayAndTime } from '../../ui/words';
import type { SupportProps } from './chapter-props';
import { usePutDraft } from './use-put-draft';
import './drafts-dialog.css';

type Props = Pick<SupportProps, 'bookId' | 'session'> & {
  readonly drafts: readonly Draft[];
  readonly onClose: () => void;
};

/** Two drafts side by side, to take a paragraph from each. They go in at the cursor, one after the other. */
export function DraftsDialog({ drafts, onClose, ...here }: Props) {
  const put = usePutDraft(here);
  const [first, second] = drafts;
  const [ids, setIds] = useState({ left: first?.id ?? '', right: second?.id ?? '' });
  const find = (id: string) => drafts.find((draft) => draft.id === id);
  const take = (draft: Draft) => (paragraph: Draft['paragraphs'][number]) => void put.insertParagraph(draft, paragraph);
  return (
    <Dialog
      title="Drafts side by side"
      size="large"
      isOpen
      onClose={onClose}
      actions={<Button onPress={onClose}>Close</Button>}
    >
      <p className="support-note">What you take goes in at the cursor, one paragraph after the other.</p>
      <div className="drafts-sides">
        {(['left', 'right'] as const).map((side) => {
          const draft = find(ids[side]);
          return (
            <section key={side} aria-label={side === 'left' ? 'One draft' : 'Another draft'}>
              <Select
                label={side === 'left' ? 'Left' : 'Right'}
                isLabelHidden
                options={drafts.map((one) => ({ id: one.id, name: nameOf(one) }))}
                value={ids[side]}
                onChange={(id) => setIds((last) => ({ ...last, [side]: id }))}
              />
              {draft ? <Side draft={draft} onTake={take(draft)} /> : null}
            </section>
          );
        })}
      </div>
    </Dialog>
  );
}

const nameOf = (draft: Draft): string =>
  `${styleName(draft.style)}, ${countOf(draft.words, 'word')}, ${dayAndTime(draft.createdAt)}`;

type SideProps = { readonly draft: Draft; readonly onTake: (paragraph: Draft['paragraphs'][number]) => void };

function Side({ draft, onTake }: SideProps) {
  return (
    <>
      <div className="support-facts">
        <DraftFacts draft={draft} />
      </div>
      {draft.paragraphs.map((paragraph, row) => (
        <div key={row} className="drafts-paragraph">
          <p dir="auto">
            {paragraph.sentences.map(({ text, citations }, column) => (
              <span key={column}>
                <span data-unsupported={citations.length === 0 || undefined}>{text}</span>
                {citations.length === 0 ? <WithoutSupport /> : null}{' '}
              </span>
            ))}
          </p>
          <Button size="small" aria-label={`Take paragraph ${row + 1}`} onPress={() => onTake(paragraph)}>
            Take this paragraph
          </Button>
        </div>
      ))}
    </>
  );
}
