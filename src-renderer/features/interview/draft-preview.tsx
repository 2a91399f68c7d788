import { useState } from 'react';
import type { Citation, Draft } from '../../../src-shared/domain/draft';
import type { Question } from '../../../src-shared/domain/interview';
import { Support } from '../../app/support';
import { Button } from '../../ui/button';
import { DraftText } from './draft-text';
import { placeSentences, quoteInAnswer, sentencesFrom } from './draft-view-model';

/** What lights up: the source of a sentence, or every sentence of an answer. */
type Looking =
  { readonly at: 'sentence'; readonly index: number | null } | { readonly at: 'answer'; readonly answerId: string };

type DraftPreviewProps = {
  readonly draft: Draft;
  readonly questions: readonly Question[];
  readonly onQuestion: (questionId: string) => void;
};

/** A draft with the author's own words beside it, both ways: from sentence to answer and from answer to sentences. */
export function DraftPreview({ draft, questions, onQuestion }: DraftPreviewProps) {
  const [looking, setLooking] = useState<Looking>({ at: 'sentence', index: null });
  const index = looking.at === 'sentence' ? looking.index : null;
  const sentence = placeSentences(draft)
    .flat()
    .find((placed) => placed.index === index)?.sentence;
  const marked =
    looking.at === 'answer' ? sentencesFrom(draft, looking.answerId) : new Set(index === null ? [] : [index]);
  return (
    <>
      <div className="draft-page">
        <DraftText
          label="The draft, sentence by sentence"
          draft={draft}
          marked={marked}
          chosen={index}
          onChoose={(next) => setLooking({ at: 'sentence', index: next })}
        />
      </div>
      <Support label="Where it comes from">
        <div className="draft-sources">
          <h2 className="draft-sources-title">Where it comes from</h2>
          <div aria-live="polite">
            {sentence ? (
              <>
                {sentence.citations.length === 0 ? <Unsupported /> : null}
                {sentence.citations.map((citation) => (
                  <Source
                    key={`${citation.answerId} ${citation.quote}`}
                    citation={citation}
                    questions={questions}
                    onQuestion={onQuestion}
                  />
                ))}
                <Flagged words={sentence.flagged ?? []} />
              </>
            ) : (
              <p className="draft-note">
                Point at a sentence, or walk through them with the arrows, to see your own words.
              </p>
            )}
          </div>
          <h2 className="draft-sources-title">Answers in this draft</h2>
          <ul className="draft-answers">
            {draft.answerIds.map((answerId) => (
              <li key={answerId}>
                <button
                  type="button"
                  className="draft-answer"
                  aria-pressed={looking.at === 'answer' && looking.answerId === answerId}
                  onClick={() => setLooking({ at: 'answer', answerId })}
                >
                  <span dir="auto">
                    {questionOf(draft, answerId, questions)?.text ?? 'A question that is in the trash'}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      </Support>
    </>
  );
}

/** Answers are known by their citations: an answer's id need not be its question's. */
function questionOf(draft: Draft, answerId: string, questions: readonly Question[]): Question | undefined {
  const citations = draft.paragraphs.flatMap((paragraph) =>
    paragraph.sentences.flatMap((sentence) => sentence.citations),
  );
  const questionId = citations.find((citation) => citation.answerId === answerId)?.questionId ?? answerId;
  return questions.find((question) => question.id === questionId);
}

function Unsupported() {
  return (
    <p className="draft-warning">No answer of yours says this. Keep it only if it is true, or tell it in an answer.</p>
  );
}

function Flagged({ words }: { words: readonly string[] }) {
  if (words.length === 0) return null;
  return (
    <p className="draft-warning" dir="auto">
      In no answer of yours: {words.join(', ')}.
    </p>
  );
}

type SourceProps = Omit<DraftPreviewProps, 'draft'> & { readonly citation: Citation };

function Source({ citation, questions, onQuestion }: SourceProps) {
  const question = questions.find((one) => one.id === citation.questionId);
  const { before, quote, after } = quoteInAnswer(question?.answer.text ?? '', citation.quote);
  return (
    <figure className="draft-source">
      {question ? (
        <figcaption className="draft-note" dir="auto">
          {question.text}
        </figcaption>
      ) : null}
      <blockquote dir="auto">
        {before}
        <mark>{quote}</mark>
        {after}
      </blockquote>
      {question ? (
        <Button size="small" variant="quiet" onPress={() => onQuestion(question.id)}>
          Go to this answer
        </Button>
      ) : null}
    </figure>
  );
}
