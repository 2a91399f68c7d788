import { useEffect, useRef, useState } from 'react';
import type { ChapterWords } from '../../../src-shared/domain/disclosure';
import { addWords, countRuns, type Provenance, type ProvenanceWords } from '../../../src-shared/text/provenance';
import { errorText } from '../../app/error-text';
import type { RoomProps } from '../../app/room';
import { useCall, whenBookChanges } from '../../app/use-call';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { countOf, formatNumber } from '../../ui/words';
import { DisclosureForm } from './disclosure-form';
import { kindsIn, provenanceNames, totalOf } from './provenance-names';
import './whose-words.css';

type Here = Pick<RoomProps, 'bookId' | 'onNavigate'>;
type Wanted = { readonly kind: Provenance; readonly chapterId: string | null };

const noWords = countRuns([], 'en');
const mostSentences = 200;

/** Whose words the book is made of, and what there is to disclose. It reads the whole book, so it waits to be asked. */
export function WhoseWords({ isWanted, ...here }: Here & { readonly isWanted: boolean }) {
  const [isAsked, setAsked] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isWanted) heading.current?.focus();
  }, [isWanted]);
  return (
    <section aria-labelledby="publish-words" className="publish-section">
      <h2 ref={heading} id="publish-words" tabIndex={-1} className="publish-heading">
        Whose words
      </h2>
      <p className="publish-quiet">
        Longhand knows of each sentence where it came from. Shops and copyright offices may ask.
      </p>
      {isAsked || isWanted ? (
        <Counted {...here} />
      ) : (
        <div>
          <Button onPress={() => setAsked(true)}>Count the words</Button>
        </div>
      )}
    </section>
  );
}

function Counted({ bookId, onNavigate }: Here) {
  const view = useCall('disclosure.read', { bookId }, whenBookChanges(bookId, 'outline', 'suggestions', 'disclosure'));
  const [wanted, setWanted] = useState<Wanted | null>(null);
  if (view.state === 'failed') {
    const { what, next } = errorText(view.error);
    return (
      <Banner tone="problem" title={what} actions={<Button onPress={view.refresh}>Try again</Button>}>
        {next}
      </Banner>
    );
  }
  if (view.state === 'loading') return <p aria-busy>Reading the book…</p>;
  const { chapters } = view.value;
  const total = chapters.map(({ words }) => words).reduce<ProvenanceWords>(addWords, noWords);
  if (totalOf(total) === 0) return <p>There are no words in the chapters yet.</p>;
  return (
    <>
      <Bar words={total} />
      <Table chapters={chapters} total={total} wanted={wanted} onWant={setWanted} />
      {wanted ? <Sentences bookId={bookId} wanted={wanted} onNavigate={onNavigate} /> : null}
      <DisclosureForm bookId={bookId} view={view.value} />
    </>
  );
}

/** The shares at a glance; the table says the same in numbers. */
function Bar({ words }: { words: ProvenanceWords }) {
  return (
    <div className="words-bar" aria-hidden>
      {kindsIn(words).map((kind) => (
        <span key={kind} data-kind={kind} style={{ flexGrow: words[kind] }} />
      ))}
    </div>
  );
}

type TableProps = {
  readonly chapters: readonly ChapterWords[];
  readonly total: ProvenanceWords;
  readonly wanted: Wanted | null;
  readonly onWant: (wanted: Wanted) => void;
};

function Table({ chapters, total, wanted, onWant }: TableProps) {
  const kinds = kindsIn(total);
  const cell = (kind: Provenance, count: number, of: string, chapterId: string | null) => {
    const isWanted = wanted?.kind === kind && wanted.chapterId === chapterId;
    return (
      <td key={kind}>
        {count === 0 ? (
          '0'
        ) : (
          <Button
            size="small"
            variant="quiet"
            aria-pressed={isWanted}
            aria-label={`${of}: ${countOf(count, 'word')}, ${provenanceNames[kind]}`}
            onPress={() => onWant({ kind, chapterId })}
          >
            {formatNumber(count)}
          </Button>
        )}
      </td>
    );
  };
  return (
    <div className="words-scroll">
      <table className="words-table">
        <thead>
          <tr>
            <th scope="col">Chapter</th>
            {kinds.map((kind) => (
              <th key={kind} scope="col">
                <span className="words-key" data-kind={kind} aria-hidden /> {provenanceNames[kind]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {chapters
            .filter(({ words }) => totalOf(words) > 0)
            .map(({ chapterId, title, words }) => (
              <tr key={chapterId}>
                <th scope="row" dir="auto">
                  {title || 'Untitled chapter'}
                </th>
                {kinds.map((kind) => cell(kind, words[kind], title, chapterId))}
              </tr>
            ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">The book</th>
            {kinds.map((kind) => cell(kind, total[kind], 'The book', null))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Sentences({ bookId, wanted, onNavigate }: Here & { readonly wanted: Wanted }) {
  const found = useCall('disclosure.sentences', { bookId, ...wanted, limit: mostSentences });
  if (found.state !== 'ready') return null;
  const { sentences, total } = found.value;
  return (
    <div className="words-found">
      <h3 className="words-found-title">
        {provenanceNames[wanted.kind]}: {countOf(total, 'sentence')}
        {total > sentences.length ? `, the first ${sentences.length} shown` : ''}
      </h3>
      <ul aria-label="Sentences">
        {sentences.map(({ chapterId, title, line, before, text }) => (
          <li key={`${chapterId} ${line} ${before.length}`}>
            <button
              type="button"
              className="words-sentence"
              dir="auto"
              onClick={() => onNavigate({ room: 'write', chapterId, passage: { line, before, match: text } })}
            >
              {text}
              <span className="publish-quiet"> {title}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
