import type { KeptManuscript } from '../../../src-shared/ipc/import-calls';
import { useClient } from '../../app/client-context';
import { errorText } from '../../app/error-text';
import { useCall, whenBookChanges } from '../../app/use-call';
import { Button } from '../../ui/button';
import { Panel } from '../../ui/panel';
import { useToast } from '../../ui/toast';
import { dayAndTime } from '../../ui/words';

/** The manuscript that the book was made of: when it came, what was not carried over, and the file itself. */
export function BroughtFiles({ bookId }: { bookId: string }) {
  const kept = useCall('import.kept', { bookId }, whenBookChanges(bookId, 'brief')).value ?? [];
  if (kept.length === 0) return null;
  return (
    <Panel title="The manuscript you brought">
      {kept.map((one) => (
        <BroughtFile key={one.id} bookId={bookId} kept={one} />
      ))}
    </Panel>
  );
}

function BroughtFile({ bookId, kept }: { bookId: string; kept: KeptManuscript }) {
  const client = useClient();
  const toast = useToast();
  const save = async () => {
    const answer = await client.call('import.saveOriginal', { bookId, id: kept.id });
    if (!answer.ok) toast({ text: errorText(answer.error).what, detail: errorText(answer.error).next, tone: 'problem' });
    else if (answer.value) toast({ text: `“${answer.value.file}” is saved` });
  };
  return (
    <div className="brief-brought">
      <p>
        “{kept.fileName}” came on {dayAndTime(kept.importedAt)}. It is kept as it was.
      </p>
      {kept.notes.length === 0 ? null : (
        <ul className="brief-brought-notes">
          {kept.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <Button size="small" onPress={() => void save()}>
        Save a copy of the file…
      </Button>
    </div>
  );
}
