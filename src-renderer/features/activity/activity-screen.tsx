import { useBackground } from '../../app/background-context';
import type { RoomTarget } from '../../app/room';
import { stillWaiting } from '../../app/waiting-words';
import { Tabs } from '../../ui/tabs';
import { DiagnosticsPanel } from './diagnostics-panel';
import { ProblemsPanel } from './problems-panel';
import { SpendingPanel } from './spending-panel';
import { TasksPanel } from './tasks-panel';
import './activity.css';

type ActivityTab = 'tasks' | 'spending' | 'problems' | 'diagnostics';

type ActivityProps = {
  readonly tab: ActivityTab;
  readonly onTab: (tab: ActivityTab) => void;
  readonly onOpenBook: (bookId: string, target: RoomTarget) => void;
};

/** What is running, what waits, what went wrong, and how quick everything is. */
export function ActivityScreen({ tab, onTab, onOpenBook }: ActivityProps) {
  const { tasks, problems, waiting } = useBackground();
  const open = tasks.filter((task) => task.state === 'running').length + stillWaiting(waiting).length;
  return (
    <main className="page" aria-label="Activity">
      <div className="activity">
        <h1 className="activity-title">Activity</h1>
        <Tabs
          label="Activity"
          selected={tab}
          onSelect={onTab}
          tabs={[
            {
              id: 'tasks',
              title: 'Tasks',
              count: open,
              content: <TasksPanel tasks={tasks} waiting={waiting} onOpenBook={onOpenBook} />,
            },
            { id: 'spending', title: 'Spending', content: <SpendingPanel /> },
            {
              id: 'problems',
              title: 'Problems',
              count: problems.length,
              content: <ProblemsPanel problems={problems} />,
            },
            { id: 'diagnostics', title: 'Diagnostics', content: <DiagnosticsPanel /> },
          ]}
        />
      </div>
    </main>
  );
}
