import { useState } from 'react';
import type { Draft } from '../../../src-shared/domain/draft';
import { DraftText } from './draft-text';
import { draftName, sentencesOnlyIn } from './draft-view-model';

/** Two drafts side by side; what only one of them says is underlined. */
export function DraftCompare({ one, other }: { one: Draft; other: Draft }) {
  return (
    <div className="draft-compare">
      <Side draft={one} other={other} />
      <Side draft={other} other={one} />
    </div>
  );
}

function Side({ draft, other }: { draft: Draft; other: Draft }) {
  const [chosen, setChosen] = useState<number | null>(null);
  const only = sentencesOnlyIn(draft, other);
  return (
    <section className="draft-side">
      <h2 className="draft-note">{draftName(draft)}</h2>
      <p className="draft-note">
        {only.size === 0 ? 'Every sentence is in both.' : `${only.size} only here, underlined.`}
      </p>
      <DraftText label={draftName(draft)} draft={draft} marked={only} chosen={chosen} onChoose={setChosen} />
    </section>
  );
}
