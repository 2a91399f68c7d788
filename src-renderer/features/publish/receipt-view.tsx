import type { ExportReceipt } from '../../../src-shared/ipc/export-calls';
import { contentsOf, fileName, shortHash, sizeOf } from './publish-view-model';

/** What a finished file is, and what it could not carry. */
export function ReceiptView({ receipt }: { receipt: ExportReceipt }) {
  return (
    <div className="publish-receipt">
      <p className="publish-file" title={receipt.file}>
        {fileName(receipt.file)}
      </p>
      <p className="publish-quiet">
        {contentsOf(receipt)}. {sizeOf(receipt.bytes)}.{' '}
        <span title={receipt.sha256}>
          SHA-256 <code>{shortHash(receipt.sha256)}</code>
        </span>
      </p>
      {receipt.notes.length > 0 ? (
        <ul className="publish-notes" aria-label="Notes">
          {receipt.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
