import { ImagePlus, Palette } from 'lucide-react';
import { useState } from 'react';
import type { EarlierText } from '../../../src-shared/domain/earlier-text';
import type { BriefView } from '../../../src-shared/ipc/book-calls';
import type { AppError } from '../../../src-shared/result';
import { useClient } from '../../app/client-context';
import { useRunCommand } from '../../app/commands';
import { errorText } from '../../app/error-text';
import { Support } from '../../app/support';
import { Banner } from '../../ui/banner';
import { BookCover, type CoverOf } from '../../ui/book-cover';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { useToast } from '../../ui/toast';
import { useNow } from '../../ui/use-now';
import { countOf, whenText } from '../../ui/words';
import { countWords } from '../../../src-shared/domain/word-count';
import type { BriefFormState } from './use-brief-form';

type Props = {
  readonly bookId: string;
  readonly form: BriefFormState;
  readonly view: BriefView;
  readonly onRefresh: () => void;
};

/** Beside the brief: the cover, and every summary there ever was. */
export function BriefSupport({ bookId, form, view, onRefresh }: Props) {
  return (
    <Support label="Cover and earlier summaries">
      <div className="brief-support">
        <Cover book={{ ...form.brief, id: bookId, cover: view.cover }} onRefresh={onRefresh} />
        <EarlierSummaries form={form} versions={view.earlierSummaries} />
      </div>
    </Support>
  );
}

function Cover({ book, onRefresh }: { book: CoverOf; onRefresh: () => void }) {
  const client = useClient();
  const run = useRunCommand();
  const [error, setError] = useState<AppError | null>(null);
  const choose = async () => {
    const answer = await client.call('book.chooseCover', { bookId: book.id });
    setError(answer.ok ? null : answer.error);
    if (answer.ok && answer.value) onRefresh();
  };
  return (
    <section className="brief-cover" aria-labelledby="brief-cover-title">
      <h2 id="brief-cover-title" className="brief-support-title">
        Cover
      </h2>
      <div className="brief-cover-book" role="img" aria-label="The cover of this book">
        <BookCover book={book} />
      </div>
      <Button icon={<ImagePlus size={16} aria-hidden />} onPress={() => void choose()}>
        {book.cover ? 'Choose another picture' : 'Choose a picture'}
      </Button>
      <Button variant="quiet" icon={<Palette size={16} aria-hidden />} onPress={() => run('go.cover')}>
        Design one
      </Button>
      <p className="brief-support-note">
        {book.cover ? null : 'Until then your book wears this one. '}1,600 × 2,560 pixels are ideal.
      </p>
      {error ? (
        <Banner tone="problem" title={errorText(error).what}>
          {errorText(error).next}
        </Banner>
      ) : null}
    </section>
  );
}

function EarlierSummaries({ form, versions }: { form: BriefFormState; versions: readonly EarlierText[] }) {
  const toast = useToast();
  const nowMs = useNow();
  const [shown, setShown] = useState<EarlierText | null>(null);
  const bringBack = (version: EarlierText) => {
    const before = form.brief.summary;
    form.edit({ summary: version.text });
    void form.flush();
    setShown(null);
    toast({
      text: 'The earlier summary is back',
      undo: () => {
        form.edit({ summary: before });
        void form.flush();
      },
    });
  };
  return (
    <section aria-labelledby="brief-versions-title">
      <h2 id="brief-versions-title" className="brief-support-title">
        Earlier summaries
      </h2>
      {versions.length === 0 ? <p className="brief-support-note">Each summary you change is kept here.</p> : null}
      <ul className="versions">
        {versions.map((version, index) => (
          <li key={`${version.savedAt} ${index}`} className="version">
            <p className="version-text" dir="auto">
              {version.text}
            </p>
            <span className="brief-support-note">
              {whenText(version.savedAt, nowMs)} · {countOf(countWords(version.text, form.brief.language), 'word')}
              {version.isFromElsewhere ? ' · from another device' : null}
            </span>
            <Button
              size="small"
              variant="quiet"
              aria-label={`Read the summary of ${whenText(version.savedAt, nowMs)}`}
              onPress={() => setShown(version)}
            >
              Read
            </Button>
          </li>
        ))}
      </ul>
      <Dialog
        title="An earlier summary"
        isReading
        isOpen={shown !== null}
        onClose={() => setShown(null)}
        actions={
          <>
            <Button onPress={() => setShown(null)}>Close</Button>
            <Button variant="primary" onPress={() => shown && bringBack(shown)}>
              Bring it back
            </Button>
          </>
        }
      >
        <p className="version-whole" dir="auto">
          {shown?.text}
        </p>
      </Dialog>
    </section>
  );
}
