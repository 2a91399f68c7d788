import { ExternalLink, FolderOpen } from 'lucide-react';
import { useState } from 'react';
import type { Task } from '../../../src-shared/ipc/export-calls';
import type { AppError } from '../../../src-shared/result';
import { useClient } from '../../app/client-context';
import { errorText } from '../../app/error-text';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { ProgressBar } from '../../ui/progress-bar';
import { diskWords, taskError } from './publish-view-model';
import { ReceiptView } from './receipt-view';

/** How the making of a file goes: progress with cancel, then the receipt. */
export function TaskView({ task, onCancel }: { task: Task; onCancel: (taskId: string) => void }) {
  switch (task.state) {
    case 'running':
      return (
        <div className="publish-progress">
          <ProgressBar label={task.doing} value={task.progress} />
          <Button size="small" onPress={() => onCancel(task.id)}>
            Cancel
          </Button>
        </div>
      );
    case 'cancelled':
      return <p className="publish-quiet">Stopped, as you asked. No file was left behind.</p>;
    case 'failed': {
      const error = taskError(task);
      const { what, next } = diskWords(error) ?? errorText(error);
      return (
        <Banner tone="problem" title={what}>
          {next}
        </Banner>
      );
    }
    case 'done':
      return task.receipt ? <FinishedTask task={task} /> : <p className="publish-quiet">Finished.</p>;
  }
}

function FinishedTask({ task }: { task: Task }) {
  const client = useClient();
  const [error, setError] = useState<AppError | null>(null);
  const ask = async (name: 'task.openResult' | 'task.showResult') => {
    const answer = await client.call(name, { taskId: task.id });
    setError(answer.ok ? null : answer.error);
  };
  if (!task.receipt) return null;
  return (
    <div className="publish-done">
      <ReceiptView receipt={task.receipt} />
      <div className="publish-buttons">
        <Button size="small" icon={<ExternalLink size={16} aria-hidden />} onPress={() => void ask('task.openResult')}>
          Open
        </Button>
        <Button size="small" icon={<FolderOpen size={16} aria-hidden />} onPress={() => void ask('task.showResult')}>
          Show in folder
        </Button>
      </div>
      {error ? (
        <Banner tone="problem" title={errorText(error).what}>
          {errorText(error).next}
        </Banner>
      ) : null}
    </div>
  );
}
