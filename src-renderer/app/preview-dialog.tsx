import type { Work, WorkPreview } from '../../src-shared/ipc/co-writer-calls';
import { Banner } from '../ui/banner';
import { Dialog } from '../ui/dialog';
import { errorText } from './error-text';
import { useCall } from './use-call';

/** What a work would send, letter by letter, to whom, and what it can cost at most. */
export function PreviewDialog({ work, onClose }: { work: Work; onClose: () => void }) {
  const preview = useCall('coWriter.preview', work);
  return (
    <Dialog title="What would be sent" isOpen isReading size="large" onClose={onClose}>
      {preview.state === 'ready' ? <Preview preview={preview.value} /> : null}
      {preview.state === 'failed' ? (
        <Banner tone="problem" title={errorText(preview.error).what}>
          {errorText(preview.error).next}
        </Banner>
      ) : null}
    </Dialog>
  );
}

function Preview({ preview }: { preview: WorkPreview }) {
  return (
    <div className="preview">
      <p>
        To <strong>{preview.server}</strong> ({preview.origin}), for the model <strong>{preview.model}</strong>.{' '}
        {costText(preview)}
      </p>
      <p className="preview-note">This is the whole request, letter by letter. Nothing else of yours goes with it.</p>
      <pre className="preview-body">{preview.body}</pre>
    </div>
  );
}

function costText({ tokensIn, mostTokens, images, mostUsd }: WorkPreview): string {
  const back = images === 0 ? `at most ${mostTokens.toLocaleString()} come back` : 'one picture comes back';
  const size = `About ${tokensIn.toLocaleString()} tokens go out, and ${back}`;
  if (mostUsd === null) return `${size}. What that costs is not known, so it is refused until you enter a price.`;
  if (mostUsd === 0) return `${size}. It costs nothing.`;
  return `${size}. It costs ${mostUsd.toLocaleString('en', { style: 'currency', currency: 'USD', maximumFractionDigits: 4 })} at most.`;
}
