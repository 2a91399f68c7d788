import { useBackground } from '../../app/background-context';
import { Tabs } from '../../ui/tabs';
import { DiagnosticsPanel } from './diagnostics-panel';
import { ProblemsPanel } from './problems-panel';
import { SpendingPanel } from './spending-panel';
import { TasksPanel } from './tasks-panel';
import './activity.css';

type ActivityTab = 'tasks' | 'spending' | 'problems' | 'diagnostics';

/** What is running, what went wrong, and how quick everything is. */
export function ActivityScreen({ tab, onTab }: { tab: ActivityTab; onTab: (tab: ActivityTab) => void }) {
  const { tasks, problems } = useBackground();
  const running = tasks.filter((task) => task.state === 'running').length;
  return (
    <main className="page" aria-label="Activity">
      <div className="activity">
        <h1 className="activity-title">Activity</h1>
        <Tabs
          label="Activity"
          selected={tab}
          onSelect={onTab}
          tabs={[
            { id: 'tasks', title: 'Tasks', count: running, content: <TasksPanel tasks={tasks} /> },
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
