import { useState } from 'react';
import type { Snapshot, SnapshotReason } from '../../../src-shared/domain/snapshot';
import { useClient } from '../../app/client-context';
import { useRunCommand } from '../../app/commands';
import { errorText } from '../../app/error-text';
import { useCall, whenBookChanges } from '../../app/use-call';
import { Button } from '../../ui/button';
import { useToast } from '../../ui/toast';
import { countOf, whenText } from '../../ui/words';
import { ComparisonDialog } from './comparison-dialog';
import type { SupportProps } from './chapter-props';

const reasons: Readonly<Record<SnapshotReason, string>> = {
  'by-hand': 'Kept by you',
  draft: 'Before a draft',
  import: 'Before an import',
  replace: 'Before replacing',
  merge: 'Before another device’s words',
  restore: 'Before going back',
  close: 'On closing',
  split: 'Before a split',
  suggestions: 'Before the suggestions',
};

/** Earlier states of the chapter: to compare with, and to go back to. */
export function SnapshotsPanel(props: SupportProps) {
  const { bookId, chapterId, session } = props;
  const run = useRunCommand();
  const ofChapter = useCall('snapshot.list', { bookId, chapterId }, whenBookChanges(bookId, 'snapshots'));
  const ofBook = useCall('snapshot.list', { bookId, chapterId: null }, whenBookChanges(bookId, 'snapshots'));
  const list = joined(ofChapter.value ?? [], ofBook.value ?? []);
  return (
    <div className="support-stack">
      <div className="support-actions">
        <Button size="small" onPress={() => void session.queue.flush().then(() => run('text.saveSnapshot'))}>
          Keep a snapshot
        </Button>
      </div>
      {list.length === 0 && ofChapter.state === 'ready' ? (
        <p className="support-note">
          A snapshot is kept before every draft, import and replacement, and whenever you ask.
        </p>
      ) : null}
      <ul className="support-list">
        {list.map((snapshot) => (
          <SnapshotLine key={snapshot.id} {...props} snapshot={snapshot} />
        ))}
      </ul>
    </div>
  );
}

/** Snapshots of the chapter and of the whole book in one row, the newest first. */
export function joined(one: readonly Snapshot[], other: readonly Snapshot[]): Snapshot[] {
  const byId = new Map([...one, ...other].map((snapshot) => [snapshot.id, snapshot]));
  return [...byId.values()].sort((first, second) => second.takenAt.localeCompare(first.takenAt));
}

function SnapshotLine({ bookId, chapterId, session, snapshot }: SupportProps & { readonly snapshot: Snapshot }) {
  const client = useClient();
  const toast = useToast();
  const [now] = useState(() => Date.now());
  const [sides, setSides] = useState<{ then: string[]; now: string[] } | null>(null);
  const name = snapshot.label || reasons[snapshot.reason];
  const isOfBook = snapshot.chapterId === null;
  const compare = async () => {
    await session.queue.flush();
    const answer = await client.call('snapshot.compare', { bookId, snapshotId: snapshot.id, chapterId });
    if (answer.ok) setSides(answer.value);
    else toast({ text: errorText(answer.error).what, detail: errorText(answer.error).next, tone: 'problem' });
  };
  const restore = async () => {
    setSides(null);
    if (!(await session.queue.flush())) {
      toast({
        text: 'The chapter is not saved yet, so nothing was brought back.',
        detail: 'Try again in a moment.',
        tone: 'problem',
      });
      return;
    }
    const answer = await client.call('snapshot.restore', { bookId, snapshotId: snapshot.id });
    if (answer.ok) {
      toast({
        text: isOfBook ? 'The whole book is as it was then' : 'The chapter is as it was then',
        undo: () => void client.call('book.undo', { bookId }),
      });
    } else toast({ text: errorText(answer.error).what, detail: errorText(answer.error).next, tone: 'problem' });
  };
  return (
    <li className="support-card">
      <p className="support-question">{name}</p>
      <p className="support-note">
        {whenText(snapshot.takenAt, now)} · {countOf(snapshot.words, 'word')}
        {isOfBook ? ' · whole book' : ''}
      </p>
      <div className="support-actions">
        <Button size="small" variant="quiet" onPress={() => void compare()}>
          Compare
        </Button>
        <Button size="small" onPress={() => void restore()}>
          {isOfBook ? 'Bring the book back' : 'Bring back'}
        </Button>
      </div>
      <ComparisonDialog
        title={name}
        isOpen={sides !== null}
        onClose={() => setSides(null)}
        before={() => sides?.then ?? []}
        after={() => sides?.now ?? []}
        names={{ before: 'Only then', after: 'Only now' }}
        actions={
          <Button variant="primary" onPress={() => void restore()}>
            {isOfBook ? 'Bring the book back' : 'Bring back'}
          </Button>
        }
      />
    </li>
  );
}
