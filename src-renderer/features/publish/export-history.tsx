import { useCall } from '../../app/use-call';
import { ReceiptView } from './receipt-view';
import { formatName } from './publish-view-model';
import { dayAndTime } from '../../ui/words';


/** Every file that was made of this book. */
export function ExportHistory({ bookId }: { bookId: string }) {
  const history = useCall(
    'export.history',
    { bookId },
    { 'task.changed': (task) => task.bookId === bookId && task.state === 'done' },
  );
  if (history.state !== 'ready' || history.value.length === 0) return null;
  return (
    <section aria-labelledby="publish-history" className="publish-section">
      <h2 id="publish-history" className="publish-heading">
        Made before
      </h2>
      <ol className="publish-history">
        {history.value.map((receipt) => (
          <li key={`${receipt.finishedAt} ${receipt.file}`} className="publish-past">
            <p className="publish-quiet">
              {formatName(receipt.format)}
              <br />
              <time dateTime={receipt.finishedAt}>{dayAndTime(receipt.finishedAt)}</time>
            </p>
            <ReceiptView receipt={receipt} />
          </li>
        ))}
      </ol>
    </section>
  );
}
