import { useState } from 'react';
import type { DraftStyle } from '../../../src-shared/domain/draft';
import { interviewLimits } from '../../../src-shared/domain/interview';
import { useClient } from '../../app/client-context';
import { errorText } from '../../app/error-text';
import type { ErrorText } from '../../app/model-error-text';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Segments } from '../../ui/toggle-button';

const styles = [
  { id: 'tidied', name: 'Tidied' },
  { id: 'as-spoken', name: 'As spoken' },
] as const;

type Props = {
  readonly bookId: string;
  readonly chapterId: string;
  readonly isFirst: boolean;
  readonly onMade: () => void;
};

/** Makes a draft of the answers alone. */
export function MakeBuiltInDraft({ bookId, chapterId, isFirst, onMade }: Props) {
  const client = useClient();
  const [style, setStyle] = useState<DraftStyle>('tidied');
  const [problem, setProblem] = useState<ErrorText | null>(null);
  const [isDrafting, setDrafting] = useState(false);
  const create = async () => {
    setDrafting(true);
    const answer = await client.call('draft.create', { bookId, chapterId, style });
    setDrafting(false);
    setProblem(answer.ok ? null : errorText(answer.error));
    onMade();
  };
  return (
    <>
      <p className="support-note">
        A draft arranges and tidies your answers; it adds nothing of its own. It takes{' '}
        {interviewLimits.answersBeforeDraft} answers.
      </p>
      <div className="support-actions">
        <Segments label="How to draft" options={styles} value={style} onChange={setStyle} />
        <Button
          size="small"
          variant={isFirst ? 'primary' : 'secondary'}
          isDisabled={isDrafting}
          onPress={() => void create()}
        >
          Draft
        </Button>
      </div>
      {problem ? (
        <Banner tone="info" title={problem.what}>
          {problem.next}
        </Banner>
      ) : null}
    </>
  );
}
