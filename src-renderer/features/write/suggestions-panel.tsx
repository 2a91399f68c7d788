import { TriangleAlert } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { EditHow, Suggestion } from '../../../src-shared/domain/suggestion';
import { compareWords } from '../../../src-shared/text/word-changes';
import { CoWriterAction } from '../../app/co-writer-action';
import { useRemembered } from '../../app/remembered';
import { useCoWriter } from '../../app/use-co-writer';
import { useWork } from '../../app/use-work';
import { passagesFor, type Passages } from '../../editor-kit/passages';
import { lookAtSuggestion } from '../../editor-kit/suggestions-plugin';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Select } from '../../ui/select';
import { Segments } from '../../ui/toggle-button';
import { countOf } from '../../ui/words';
import type { SupportProps } from './chapter-props';
import { howNames, leftOutText, sourceText, termsOf } from './suggestion-words';
import { useAfterTransactions } from './use-editor-look';
import { useSuggestions, type SuggestionsHere } from './use-suggestions';
import './suggestions-panel.css';

const hows = (Object.keys(howNames) as EditHow[]).map((id) => ({ id, name: howNames[id] }));
const reaches = [
  { id: 'selection', name: 'Selection' },
  { id: 'chapter', name: 'Whole chapter' },
] as const;

const asText = (raw: unknown): string | null => (typeof raw === 'string' ? raw : null);
const readDelayMs = 150;

/** Where the co-writer is asked to work on passages, and where what it suggests is decided on. */
export function SuggestionsPanel(props: SupportProps) {
  const suggestions = useSuggestions(props);
  return (
    <div className="support-stack">
      <Asking {...props} />
      <Waiting {...props} suggestions={suggestions} />
    </div>
  );
}

function Asking({ bookId, chapterId, session, edit }: SupportProps) {
  const status = useCoWriter();
  const [how, setHow] = useState<EditHow>(edit?.how ?? 'tighten');
  const [reach, setReach] = useState<'selection' | 'chapter'>('selection');
  const [terms, setTerms] = useRemembered(`terms.${bookId}`, '', asText);
  const [heard, setHeard] = useState(edit);
  const place = useRef<HTMLDivElement>(null);
  if (edit !== heard) {
    setHeard(edit);
    if (edit) setHow(edit.how);
  }
  useEffect(() => {
    if (edit) place.current?.querySelector<HTMLElement>('.co-writer-action button')?.focus();
  }, [edit, status?.isOn]);
  const read = useAfterTransactions(
    session.editor,
    ({ state }) => ({ selection: sendable(passagesFor(state, 'selection')), chapter: sendable(passagesFor(state, 'chapter')) }),
    readDelayMs,
  );
  const { passages, leftOut } = read[reach];
  const asking = useWork<'edit'>(
    ({ suggestions }) =>
      suggestions.length === 0 ? 'The co-writer would change nothing' : countOf(suggestions.length, 'suggestion'),
    () => session.editor.view.focus(),
    `edit ${bookId} ${chapterId}`,
  );
  if (status === null) return null;
  if (!status.isOn)
    return <p className="support-note">The co-writer is off, so nothing is asked. You can turn it on in Settings.</p>;
  return (
    <div ref={place} className="suggestions-ask">
      <Select label="What to do" options={hows} value={how} onChange={setHow} />
      <Segments label="Where" options={reaches} value={reach} onChange={setReach} />
      <TextField
        label="Words to keep as they are"
        description="Names and terms, with commas between them. Numbers and quotations are kept anyway."
        value={terms}
        onChange={setTerms}
      />
      {leftOut === '' ? null : <p className="support-note">{leftOut}</p>}
      <CoWriterAction<'edit'>
        asking={asking}
        label={`${howNames[how]}: ${countOf(passages.length, 'paragraph')}`}
        isDisabled={passages.length === 0}
        work={{ kind: 'edit', bookId, chapterId, how, passages, keep: termsOf(terms) }}
      />
    </div>
  );
}

const sendable = ({ passages, ...left }: Passages) => ({
  passages: passages.map(({ line, text }) => ({ line, text })),
  leftOut: leftOutText(left),
});

type WaitingProps = SupportProps & { readonly suggestions: SuggestionsHere };

function Waiting({ session, language, suggestions }: WaitingProps) {
  const { open, inText, accept, putAside } = suggestions;
  const placed = open.filter(({ id }) => inText.placed.includes(id));
  const withdrawn = open.filter(({ id }) => !inText.placed.includes(id));
  const ids = placed.filter(({ how }) => how !== 'remark').map(({ id }) => id);
  if (open.length === 0) return <p className="support-note">No suggestions wait in this chapter.</p>;
  return (
    <>
      {ids.length > 1 ? (
        <div className="support-actions">
          <Button size="small" onPress={() => void accept(ids)}>
            Accept all {ids.length}
          </Button>
          <Button size="small" variant="quiet" onPress={() => void putAside(ids, 'rejected')}>
            Reject all
          </Button>
        </div>
      ) : null}
      <ul className="support-list" aria-label="Suggestions">
        {placed.map((suggestion) => (
          <Card key={suggestion.id} suggestion={suggestion} language={language} isCurrent={suggestion.id === inText.current}>
            {suggestion.how === 'remark' ? (
              <Button size="small" onPress={() => void putAside([suggestion.id], 'accepted')}>
                Done
              </Button>
            ) : (
              <>
                <Button size="small" variant="primary" onPress={() => void accept([suggestion.id])}>
                  Accept
                </Button>
                <Button size="small" onPress={() => void putAside([suggestion.id], 'rejected')}>
                  Reject
                </Button>
              </>
            )}
            <Button size="small" variant="quiet" onPress={() => lookAtSuggestion(session.editor.view, suggestion.id)}>
              Show
            </Button>
          </Card>
        ))}
        {withdrawn.map((suggestion) => (
          <Card key={suggestion.id} suggestion={suggestion} language={language} isWithdrawn>
            <Button size="small" variant="quiet" onPress={() => void putAside([suggestion.id], 'withdrawn')}>
              Dismiss
            </Button>
          </Card>
        ))}
      </ul>
    </>
  );
}

type CardProps = {
  readonly suggestion: Suggestion;
  readonly language: string;
  readonly isCurrent?: boolean;
  readonly isWithdrawn?: boolean;
  readonly children: React.ReactNode;
};

function Card({ suggestion, language, isCurrent = false, isWithdrawn = false, children }: CardProps) {
  const { why, broken } = suggestion;
  const isRemark = suggestion.how === 'remark';
  return (
    <li className="support-card suggestion" aria-current={isCurrent || undefined}>
      {isWithdrawn ? (
        <p className="support-note">
          {isRemark ? 'You changed this passage since.' : 'You changed this passage since, so the suggestion is withdrawn.'}
        </p>
      ) : null}
      {isRemark ? (
        <p className="suggestion-words" dir="auto">
          {why}
        </p>
      ) : null}
      <p className="suggestion-text" data-remark={isRemark || undefined} dir="auto">
        {compareWords(suggestion.before, suggestion.after, language).map(({ kind, text }, index) => {
          if (kind === 'removed') return <del key={index}>{text}</del>;
          return kind === 'added' ? <ins key={index}>{text}</ins> : <span key={index}>{text}</span>;
        })}
      </p>
      {broken.length > 0 ? (
        <p className="suggestion-broken">
          <TriangleAlert size={16} aria-hidden /> It changes what should stay: {broken.join(', ')}
        </p>
      ) : null}
      {why === '' || isRemark ? null : <p className="support-note">{why}</p>}
      <p className="support-note">
        {sourceText(suggestion)}
      </p>
      <div className="support-actions">{children}</div>
    </li>
  );
}
