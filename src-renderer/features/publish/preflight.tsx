import { useState } from 'react';
import { ruleOf, type PreflightFinding, type PreflightPlace } from '../../../src-shared/domain/preflight';
import { errorText } from '../../app/error-text';
import type { RoomProps, RoomTarget } from '../../app/room';
import { useCall } from '../../app/use-call';
import { Badge } from '../../ui/badge';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { countOf, dayText, formatNumber } from '../../ui/words';
import { placeText, targetFor, splitFindings } from './preflight-view-model';
import type { PublishHint } from './publish-view-model';
import './preflight.css';

type Here = Pick<RoomProps, 'bookId' | 'onNavigate'>;

/** What to look at before the book becomes files: what is plain to see at once, and every place when the author asks. */
export function Preflight({ hints, ...here }: Here & { readonly hints: readonly PublishHint[] }) {
  const [isAsked, setAsked] = useState(false);
  return (
    <section aria-labelledby="publish-before" className="publish-section">
      <h2 id="publish-before" className="publish-heading">
        Before you publish
      </h2>
      {isAsked ? (
        <Checked {...here} />
      ) : (
        <>
          <Hints hints={hints} onNavigate={here.onNavigate} />
          <p className="publish-quiet">
            Longhand reads the whole book for what printers and shops refuse, and for slips of the keyboard.
          </p>
          <div>
            <Button onPress={() => setAsked(true)}>Check the book</Button>
          </div>
        </>
      )}
    </section>
  );
}

function Hints({ hints, onNavigate }: Pick<Here, 'onNavigate'> & { readonly hints: readonly PublishHint[] }) {
  if (hints.length === 0) return null;
  return (
    <ul className="publish-hints">
      {hints.map((hint) => (
        <li key={hint.id} className="publish-hint">
          <span>{hint.text}</span>
          <Button size="small" variant="quiet" onPress={() => onNavigate({ room: hint.room })}>
            {hint.action}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function Checked({ bookId, onNavigate }: Here) {
  const found = useCall('preflight.check', { bookId });
  if (found.state === 'loading') return <p aria-busy>Reading the book…</p>;
  if (found.state === 'failed') {
    const { what, next } = errorText(found.error);
    return (
      <Banner tone="problem" title={what} actions={<Button onPress={found.refresh}>Try again</Button>}>
        {next}
      </Banner>
    );
  }
  const { serious, advice } = splitFindings(found.value);
  return (
    <>
      <p role="status">{summaryOf(serious.length, advice.length)}</p>
      <ul className="preflight-rules">
        {[...serious, ...advice].map((finding) => (
          <Finding key={finding.ruleId} finding={finding} onNavigate={onNavigate} />
        ))}
      </ul>
      <div>
        <Button onPress={found.refresh}>Check again</Button>
      </div>
    </>
  );
}

function summaryOf(serious: number, advice: number): string {
  if (serious + advice === 0) return 'Nothing to mend was found.';
  const mend = serious === 0 ? 'Nothing that a printer or shop would refuse' : `${countOf(serious, 'thing')} to mend`;
  return advice === 0 ? `${mend}.` : `${mend}, and ${countOf(advice, 'thing')} to look at.`;
}

function Finding({ finding, onNavigate }: Pick<Here, 'onNavigate'> & { readonly finding: PreflightFinding }) {
  const { ruleId, count, places } = finding;
  const { what, mend, source, checkedOn, isSerious } = ruleOf[ruleId];
  const shown = places.filter((place) => place.chapterId !== null || place.shown !== '');
  const target = targetFor(ruleId);
  return (
    <li>
      <details className="preflight-rule">
        <summary>
          <Badge tone={isSerious ? 'warning' : 'plain'}>{isSerious ? 'Mend' : 'Look'}</Badge>
          <span className="preflight-what">{what}</span>
          {count > 1 ? <span className="publish-quiet">{countOf(count, 'place')}</span> : null}
        </summary>
        <p>{mend}</p>
        {source === '' ? null : (
          <p className="publish-quiet">
            {source}, looked up on {dayText(checkedOn)}.
          </p>
        )}
        {shown.length > 0 ? (
          <ul className="preflight-places" aria-label={what}>
            {shown.map((place, index) => (
              // A check gives its places once, in their order.
              <li key={index}>
                <Place place={place} target={target} onNavigate={onNavigate} />
              </li>
            ))}
          </ul>
        ) : (
          <Button size="small" onPress={() => onNavigate(target)}>
            Go there
          </Button>
        )}
        {count > places.length ? (
          <p className="publish-quiet">The first {formatNumber(places.length)} are shown.</p>
        ) : null}
      </details>
    </li>
  );
}

type PlaceProps = Pick<Here, 'onNavigate'> & { readonly place: PreflightPlace; readonly target: RoomTarget };

function Place({ place, target, onNavigate }: PlaceProps) {
  const { chapterId, chapterTitle, passage } = place;
  const { before, match, after } = placeText(place);
  const go = () =>
    onNavigate(chapterId === null ? target : { ...target, chapterId, ...(passage === null ? {} : { passage }) });
  return (
    <button type="button" className="preflight-place" dir="auto" onClick={go}>
      {before}
      <mark>{match}</mark>
      {after}
      <span className="publish-quiet"> {chapterId === null ? '' : chapterTitle || 'Untitled chapter'}</span>
    </button>
  );
}
