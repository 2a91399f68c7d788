import { useClient } from '../../app/client-context';
import type { Problem } from '../../../src-shared/ipc/app-calls';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { useNow } from '../../ui/use-now';
import { whenText } from '../../ui/words';

const tones = { notice: 'info', warning: 'warning', error: 'problem' } as const;
const words = { notice: 'Notice', warning: 'Warning', error: 'Problem' } as const;

/** What went wrong since the start: what is safe, what to do. */
export function ProblemsPanel({ problems }: { problems: readonly Problem[] }) {
  const client = useClient();
  const nowMs = useNow();
  if (problems.length === 0)
    return <EmptyState title="No problems">When something goes wrong, it is told here in plain words.</EmptyState>;
  return (
    <ul className="problems">
      {problems.map((problem) => (
        <li key={problem.id}>
          <Banner
            tone={tones[problem.severity]}
            title={`${words[problem.severity]}, ${whenText(problem.at, nowMs)}${problem.count > 1 ? `, ${problem.count} times` : ''}`}
            actions={
              <Button
                size="small"
                variant="quiet"
                onPress={() => void client.call('app.dismissProblem', { id: problem.id })}
              >
                Dismiss
              </Button>
            }
          >
            {problem.message}
          </Banner>
        </li>
      ))}
    </ul>
  );
}
