import { useCallback, useState } from 'react';
import type { Clarification } from '../../../src-shared/domain/brief';
import type { EarlierText } from '../../../src-shared/domain/earlier-text';
import type { AppError } from '../../../src-shared/result';
import { KeepPrivate } from '../../app/keep-private';
import { useClient } from '../../app/client-context';
import { CoWriterAction } from '../../app/co-writer-action';
import { errorText } from '../../app/error-text';
import { useReportSaveStatus } from '../../app/save-status';
import { useSaved, useSaveStatusOf } from '../../app/use-saved';
import { useWork } from '../../app/use-work';
import { InlineError } from '../../ui/banner';
import { Button } from '../../ui/button';
import { TextArea } from '../../ui/field';
import { useAnnounce } from '../../ui/live-region';
import { Panel } from '../../ui/panel';
import { clarificationProgress } from './brief-view-model';
import { clarifyingSaid } from './co-writer-words';

type Props = {
  readonly bookId: string;
  readonly clarifications: readonly Clarification[];
  readonly flush: () => Promise<unknown>;
  readonly onRefresh: () => void;
};

/** Questions about the book as a whole, one at a time; each can be skipped and answered later. */
export function Clarifications({ bookId, clarifications, flush, onRefresh }: Props) {
  const client = useClient();
  const announce = useAnnounce();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const { current, done, total, canAskMore } = clarificationProgress(clarifications, chosenId);
  const ask = async () => {
    const answer = await client.call('brief.askClarifications', { bookId });
    setError(answer.ok ? null : answer.error);
    onRefresh();
  };
  const asking = useWork<'clarifying'>(({ added }) => clarifyingSaid(added), onRefresh);
  const settle = (text: string) => {
    announce(text);
    setChosenId(null);
    onRefresh();
  };
  return (
    <Panel
      title="A few questions about the book"
      description={
        total === 0
          ? 'Three or four, to know what to ask you chapter by chapter. Skip any of them.'
          : `${done} of ${total} done`
      }
      actions={
        canAskMore ? (
          <Button variant={total === 0 ? 'secondary' : 'quiet'} onPress={() => void ask()}>
            {total === 0 ? 'Ask me' : 'Ask me more'}
          </Button>
        ) : null
      }
    >
      {error ? <InlineError>{errorText(error).what}</InlineError> : null}
      {current ? <Question key={current.id} bookId={bookId} question={current} onSettled={settle} /> : null}
      {current === null || asking.state.state !== 'idle' ? (
        <CoWriterAction
          label="Let the co-writer ask about the book"
          asking={asking}
          work={{ kind: 'clarifying', bookId }}
          before={flush}
          {...(canAskMore ? { without: { label: 'Ask me from the pack', onPress: () => void ask() } } : {})}
        />
      ) : null}
      <Earlier clarifications={clarifications} currentId={current?.id ?? null} onChoose={setChosenId} />
    </Panel>
  );
}

type Reply = { readonly answer: string; readonly state: Clarification['state'] };

function Question({
  bookId,
  question,
  onSettled,
}: {
  bookId: string;
  question: Clarification;
  onSettled: (said: string) => void;
}) {
  const client = useClient();
  const { id } = question;
  const save = useCallback(
    (reply: Reply) => client.call('brief.answerClarification', { bookId, id, ...reply }),
    [client, bookId, id],
  );
  const [text, setText] = useState(question.answer);
  const saved = useSaved<Reply>({ answer: question.answer, state: question.state }, save);
  useReportSaveStatus(useSaveStatusOf(saved.status));
  const settle = async (state: 'answered' | 'skipped') => {
    saved.change({ answer: text, state });
    await saved.flush();
    onSettled(state === 'skipped' ? 'Skipped' : 'Answer kept');
  };
  return (
    <div className="clarification">
      <TextArea
        label={question.question}
        look="book"
        description={question.why}
        value={text}
        onChange={(answer) => {
          setText(answer);
          saved.change({ answer, state: question.state });
        }}
        onBlur={() => void saved.flush()}
      />
      <OtherAnswers
        others={question.earlier.filter((other) => other.text !== text)}
        onBringBack={(answer) => {
          setText(answer);
          saved.change({ answer, state: question.state });
          void saved.flush();
        }}
      />
      <div className="clarification-actions">
        <KeepPrivate
          isPrivate={question.isPrivate === true}
          onChange={(isPrivate) => void client.call('brief.keepPrivate', { bookId, id, isPrivate })}
        />
        <Button variant="quiet" onPress={() => void settle('skipped')}>
          Skip
        </Button>
        <Button isDisabled={text.trim() === ''} onPress={() => void settle('answered')}>
          Keep this answer
        </Button>
      </div>
    </div>
  );
}

/** What was answered on another device at the same time; nothing is lost because two wrote at once. */
function OtherAnswers({
  others,
  onBringBack,
}: {
  others: readonly EarlierText[];
  onBringBack: (text: string) => void;
}) {
  if (others.length === 0) return null;
  return (
    <ul className="clarified" aria-label="Other answers to this question">
      {others.map((other, index) => (
        <li key={`${other.savedAt} ${index}`} className="clarified-item">
          <div>
            <p className="clarified-question">
              {other.isFromElsewhere ? 'Answered on another device' : 'Answered on this device'}
            </p>
            <p className="clarified-answer" dir="auto">
              {other.text}
            </p>
          </div>
          <Button size="small" variant="quiet" onPress={() => onBringBack(other.text)}>
            Take this one
          </Button>
        </li>
      ))}
    </ul>
  );
}

type EarlierProps = {
  readonly clarifications: readonly Clarification[];
  readonly currentId: string | null;
  readonly onChoose: (id: string) => void;
};

function Earlier({ clarifications, currentId, onChoose }: EarlierProps) {
  const settled = clarifications.filter((one) => one.state !== 'open' && one.id !== currentId);
  if (settled.length === 0) return null;
  return (
    <ul className="clarified" aria-label="Questions you have seen">
      {settled.map((one) => (
        <li key={one.id} className="clarified-item">
          <div>
            <p className="clarified-question">{one.question}</p>
            <p className="clarified-answer" dir="auto">
              {one.state === 'skipped' ? 'Skipped' : one.answer}
            </p>
          </div>
          <Button
            size="small"
            variant="quiet"
            aria-label={`${one.state === 'skipped' ? 'Answer' : 'Change'}: ${one.question}`}
            onPress={() => onChoose(one.id)}
          >
            {one.state === 'skipped' ? 'Answer' : 'Change'}
          </Button>
        </li>
      ))}
    </ul>
  );
}
