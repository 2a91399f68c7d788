import { CornerDownLeft } from 'lucide-react';
import { useState } from 'react';
import type { Draft, DraftSentence } from '../../../src-shared/domain/draft';
import { WithoutSupport } from '../../app/draft-facts';
import { Button, IconButton } from '../../ui/button';

type Paragraph = Draft['paragraphs'][number];

type Props = {
  readonly draft: Draft;
  /** Takes one paragraph into the chapter. */
  readonly onTake: (paragraph: Paragraph) => void;
  /** Goes to the answer that a sentence rests on. */
  readonly onAnswer: (questionId: string) => void;
};

/** The draft to read; each sentence shows the words it rests on when it is asked, each paragraph can be taken alone. */
export function DraftSentences({ draft, onTake, onAnswer }: Props) {
  const [shown, setShown] = useState<string | null>(null);
  return (
    <div className="support-draft">
      {draft.paragraphs.map((paragraph, row) => (
        <div key={row} className="support-paragraph">
          <p dir="auto">
            {paragraph.sentences.map((sentence, column) => {
              const id = `${row}-${column}`;
              return (
                <Sentence
                  key={id}
                  sentence={sentence}
                  isOpen={shown === id}
                  onToggle={() => setShown(shown === id ? null : id)}
                  onAnswer={onAnswer}
                />
              );
            })}
          </p>
          {draft.paragraphs.length > 1 ? (
            <IconButton
              label={`Insert paragraph ${row + 1} alone`}
              size="small"
              icon={<CornerDownLeft size={16} aria-hidden />}
              onPress={() => onTake(paragraph)}
            />
          ) : null}
        </div>
      ))}
    </div>
  );
}

type SentenceProps = Pick<Props, 'onAnswer'> & {
  readonly sentence: DraftSentence;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
};

/** Not a `button` element: that one cannot run on from line to line as a sentence does. */
function Sentence({ sentence, isOpen, onToggle, onAnswer }: SentenceProps) {
  const isUnsupported = sentence.citations.length === 0;
  return (
    <>
      <span
        role="button"
        tabIndex={0}
        className="write-draft-sentence"
        data-unsupported={isUnsupported || undefined}
        aria-expanded={isOpen}
        onClick={onToggle}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          onToggle();
        }}
      >
        {sentence.text}
        {isUnsupported ? <WithoutSupport /> : null}
      </span>
      {isOpen ? <Source sentence={sentence} onAnswer={onAnswer} /> : null}{' '}
    </>
  );
}

function Source({ sentence, onAnswer }: Pick<SentenceProps, 'sentence' | 'onAnswer'>) {
  const { citations, flagged = [] } = sentence;
  const questionId = citations[0]?.questionId;
  return (
    <span className="write-draft-source" data-unsupported-source={citations.length === 0 || undefined}>
      {citations.length === 0 ? (
        'No answer of yours says this. '
      ) : (
        <q dir="auto">{citations.map((citation) => citation.quote).join(' … ')}</q>
      )}
      {flagged.length > 0 ? <span dir="auto"> In no answer of yours: {flagged.join(', ')}. </span> : null}
      {questionId === undefined ? null : (
        <Button size="small" variant="quiet" onPress={() => onAnswer(questionId)}>
          Go to the answer
        </Button>
      )}
    </span>
  );
}
