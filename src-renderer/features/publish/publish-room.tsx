import { useState } from 'react';
import type { PageSize } from '../../../src-shared/ipc/export-calls';
import { errorText } from '../../app/error-text';
import type { RoomProps } from '../../app/room';
import { useSettings } from '../../app/settings-context';
import { useCall, whenBookChanges } from '../../app/use-call';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { ExportHistory } from './export-history';
import { FormatCardView } from './format-card';
import { formatCards, hintsBefore } from './publish-view-model';
import { useExports } from './use-exports';
import { WhoseWords } from './whose-words';
import './publish.css';

/** Where the book becomes files. */
export function PublishRoom({ bookId, part, onNavigate }: RoomProps) {
  const { settings } = useSettings();
  const outline = useCall('outline.read', { bookId }, whenBookChanges(bookId, 'outline'));
  const brief = useCall('brief.read', { bookId }, whenBookChanges(bookId, 'brief'));
  const exports = useExports(bookId);
  const [page, setPage] = useState<PageSize | null>(null);
  const shownPage = page ?? settings.pageSize;
  const hints = outline.value ? hintsBefore(outline.value.nodes, brief.value?.brief ?? null) : [];
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
      {hints.length > 0 ? (
        <section aria-labelledby="publish-before" className="publish-section">
          <h2 id="publish-before" className="publish-heading">
            Before you publish
          </h2>
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
        </section>
      ) : null}
      <section aria-labelledby="publish-formats" className="publish-section">
        <h2 id="publish-formats" className="publish-heading">
          Choose a format
        </h2>
        <ul className="publish-cards">
          {formatCards.map((card) => (
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
      </section>
      <WhoseWords bookId={bookId} isWanted={part === 'words'} onNavigate={onNavigate} />
      <ExportHistory bookId={bookId} />
    </div>
  );
}
