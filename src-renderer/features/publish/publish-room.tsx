import { useState } from 'react';
import type { PageSize } from '../../../src-shared/ipc/export-calls';
import { errorText } from '../../app/error-text';
import type { RoomProps } from '../../app/room';
import { useSettings } from '../../app/settings-context';
import { useCall, whenBookChanges } from '../../app/use-call';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { CoverDesk } from './cover/cover-desk';
import { CoverSection } from './cover/cover-section';
import { ExportHistory } from './export-history';
import { FormatCardView } from './format-card';
import { Preflight } from './preflight';
import { formatCards, hintsBefore, moreCards, type FormatCard } from './publish-view-model';
import { useExports } from './use-exports';
import { WhoseWords } from './whose-words';
import './publish.css';

/** Where the book becomes files, and gets its cover. */
export function PublishRoom({ place, ...props }: RoomProps) {
  return place === 'cover' ? <CoverDesk {...props} /> : <PublishDesk {...props} place={place ?? null} />;
}

function PublishDesk({ bookId, place, onNavigate }: RoomProps) {
  const { settings } = useSettings();
  const outline = useCall('outline.read', { bookId }, whenBookChanges(bookId, 'outline'));
  const brief = useCall('brief.read', { bookId }, whenBookChanges(bookId, 'brief'));
  const exports = useExports(bookId);
  const [page, setPage] = useState<PageSize | null>(null);
  const shownPage = page ?? settings.pageSize;
  const hints = outline.value ? hintsBefore(outline.value.nodes, brief.value?.brief ?? null) : [];
  const cards = (shown: readonly FormatCard[]) => (
    <ul className="publish-cards">
      {shown.map((card) => (
        <FormatCardView
          key={card.format}
          card={card}
          state={exports.stateOf(card.format)}
          page={shownPage}
          onPage={setPage}
          onStart={() => void exports.start(card.format, shownPage)}
          onCancel={(taskId) => void exports.cancel(taskId)}
        />
      ))}
    </ul>
  );
  return (
    <div className="publish">
      <header>
        <h1 className="room-title">Publish</h1>
        <p className="publish-lead">
          {brief.value ? <cite className="publish-book">{brief.value.brief.title}</cite> : 'Your book'} as a file that
          is yours, made on this machine.
        </p>
      </header>
      {outline.state === 'failed' ? (
        <Banner
          tone="problem"
          title={errorText(outline.error).what}
          actions={<Button onPress={outline.refresh}>Try again</Button>}
        >
          {errorText(outline.error).next}
        </Banner>
      ) : null}
      <Preflight bookId={bookId} hints={hints} onNavigate={onNavigate} />
      {brief.value ? (
        <CoverSection
          book={{ ...brief.value.brief, id: bookId, cover: brief.value.cover }}
          onDesign={() => onNavigate({ room: 'publish', place: 'cover' })}
        />
      ) : null}
      <section aria-labelledby="publish-formats" className="publish-section">
        <h2 id="publish-formats" className="publish-heading">
          Choose a format
        </h2>
        {cards(formatCards)}
        <details className="publish-more">
          <summary>More formats</summary>
          {cards(moreCards)}
        </details>
      </section>
      <WhoseWords bookId={bookId} isWanted={place === 'words'} onNavigate={onNavigate} />
      <ExportHistory bookId={bookId} />
    </div>
  );
}
