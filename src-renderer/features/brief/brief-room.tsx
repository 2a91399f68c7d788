import type { BriefView } from '../../../src-shared/ipc/book-calls';
import { errorText } from '../../app/error-text';
import type { RoomProps } from '../../app/room';
import { useCall, whenBookChanges } from '../../app/use-call';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { BriefForm } from './brief-form';
import { BriefSupport } from './brief-support';
import { BroughtFiles } from './brought-files';
import { Clarifications } from './clarifications';
import { NextStep } from './next-step';
import { TitleIdeas } from './title-ideas';
import { useBriefForm } from './use-brief-form';
import './brief.css';

/** What the book is, in the author's words: the brief, some questions about the whole, the cover. */
export function BriefRoom(props: RoomProps) {
  const { bookId } = props;
  const view = useCall('brief.read', { bookId }, whenBookChanges(bookId, 'brief'));
  if (view.state === 'loading') return <div className="brief" aria-busy="true" />;
  if (view.state === 'failed') {
    const { what, next } = errorText(view.error);
    return (
      <div className="brief">
        <Banner tone="problem" title={what} actions={<Button onPress={view.refresh}>Try again</Button>}>
          {next}
        </Banner>
      </div>
    );
  }
  return <Brief key={bookId} room={props} view={view.value} onRefresh={view.refresh} />;
}

function Brief({ room, view, onRefresh }: { room: RoomProps; view: BriefView; onRefresh: () => void }) {
  const form = useBriefForm(room.bookId, view.brief);
  return (
    <div className="brief">
      <h1 className="brief-heading">Brief</h1>
      <BriefForm bookId={room.bookId} form={form} />
      <TitleIdeas bookId={room.bookId} form={form} />
      <Clarifications
        bookId={room.bookId}
        clarifications={view.clarifications}
        flush={form.flush}
        onRefresh={onRefresh}
      />
      <BroughtFiles bookId={room.bookId} />
      <NextStep room={room} flush={form.flush} />
      <BriefSupport bookId={room.bookId} form={form} view={view} onRefresh={onRefresh} />
    </div>
  );
}
