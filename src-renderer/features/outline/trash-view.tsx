import { ArchiveRestore } from 'lucide-react';
import { useCall, whenBookChanges } from '../../app/use-call';
import { errorText } from '../../app/error-text';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { useEscape } from '../../ui/use-escape';
import { kindNames, shownTitle } from './outline-words';
import { countOf, dayAndTime } from '../../ui/words';
import './trash-view.css';

export type TrashViewProps = {
  readonly bookId: string;
  readonly onRestore: (nodeId: string, title: string) => void;
  readonly onClose: () => void;
};

/** What was moved to the trash, with everything below it; each comes back to its place. */
export function TrashView({ bookId, onRestore, onClose }: TrashViewProps) {
  const trashed = useCall('outline.trashed', { bookId }, whenBookChanges(bookId, 'outline'));
  useEscape(onClose);
  const back = <Button onPress={onClose}>Back to the outline</Button>;
  if (trashed.state === 'loading') return null;
  if (trashed.state === 'failed') return <Banner tone="problem" title={errorText(trashed.error).what} actions={back} />;
  if (trashed.value.length === 0) {
    return (
      <>
        <h1 className="ui-visually-hidden">Trash</h1>
        <EmptyState title="The trash is empty" action={back}>
          Parts and chapters that you remove wait here, with their words, questions and answers.
        </EmptyState>
      </>
    );
  }
  return (
    <div className="outline-trash">
      <header className="outline-bar">
        <h1 className="room-title">Trash</h1>
        {back}
      </header>
      <ul className="outline-trash-list">
        {trashed.value.map(({ node, trashedAt, trashedWith }) => (
          <li key={node.id} className="outline-trash-line">
            <div className="outline-trash-text">
              <p dir="auto">{shownTitle(node)}</p>
              <p className="outline-note">
                {kindNames[node.kind]}, {countOf(node.words, 'word')}
                {trashedWith > 0 ? `, with ${countOf(trashedWith, 'line')} below it` : ''}, removed{' '}
                <time dateTime={trashedAt}>{dayAndTime(trashedAt)}</time>
              </p>
            </div>
            <Button
              size="small"
              icon={<ArchiveRestore size={16} aria-hidden />}
              aria-label={`Restore ${shownTitle(node)}`}
              onPress={() => onRestore(node.id, shownTitle(node))}
            >
              Restore
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
