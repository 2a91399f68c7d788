import { CircleAlert, Hourglass, LoaderCircle, TriangleAlert } from 'lucide-react';
import { useEffect } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useAnnounce } from '../ui/live-region';
import { ProgressBar } from '../ui/progress-bar';
import { clockTime, countOf, formatNumber } from '../ui/words';
import { useBackground } from './background-context';
import { useRunCommand } from './commands';
import { errorText } from './error-text';
import { useSaveStatus, type SaveStatus } from './save-status';
import { useSettings } from './settings-context';
import { useWordsToday } from './use-words-today';
import { stillWaiting } from './waiting-words';
import './status-line.css';

/** The thin line at the foot: is it saved, how far is today, what is running. */
export function StatusLine() {
  const { tasks, problems, waiting } = useBackground();
  const run = useRunCommand();
  const running = tasks.filter((task) => task.state === 'running');
  const progress = running.reduce((sum, task) => sum + task.progress, 0) / Math.max(1, running.length);
  return (
    <footer className="status-line" aria-label="Status">
      <SaveState />
      <WordsToday />
      <span className="status-space" />
      {problems.length > 0 ? (
        <AriaButton className="status-button" onPress={() => run('go.activity')}>
          <TriangleAlert size={14} aria-hidden />
          {countOf(problems.length, 'problem')}
        </AriaButton>
      ) : null}
      <Waiting count={stillWaiting(waiting).length} />
      {running.length > 0 ? (
        <AriaButton className="status-button" onPress={() => run('go.activity')}>
          {running.length === 1 ? running[0]?.title : countOf(running.length, 'task')}
          <span className="status-meter" aria-hidden>
            <ProgressBar label="Progress of tasks" isLabelHidden value={progress} />
          </span>
          {Math.round(progress * 100)} %
        </AriaButton>
      ) : null}
    </footer>
  );
}

/** How many works wait for the co-writer. */
function Waiting({ count }: { count: number }) {
  const run = useRunCommand();
  if (count === 0) return null;
  return (
    <AriaButton className="status-button" onPress={() => run('go.activity')}>
      <Hourglass size={14} aria-hidden />
      {count === 1 ? '1 waits' : `${count} wait`} for the co-writer
    </AriaButton>
  );
}

function SaveState() {
  const status = useSaveStatus();
  const announce = useAnnounce();
  const failed = status.state === 'not-saved' ? saveText(status) : null;
  useEffect(() => {
    if (failed) announce(failed, 'now');
  }, [failed, announce]);
  return (
    <span className="status-save" data-state={status.state}>
      {status.state === 'saving' ? <LoaderCircle size={14} aria-hidden /> : null}
      {status.state === 'not-saved' ? <CircleAlert size={14} aria-hidden /> : null}
      {saveText(status)}
    </span>
  );
}

/** The save state in words. */
function saveText(status: SaveStatus): string {
  switch (status.state) {
    case 'saving':
      return 'Saving…';
    case 'saved':
      return status.at === null ? 'Everything is saved' : `Saved ${clockTime(status.at)}`;
    case 'not-saved':
      return status.error === null ? 'Not saved yet' : `Not saved. ${errorText(status.error).what}`;
  }
}

function WordsToday() {
  const wordsToday = useWordsToday();
  const { dailyGoalWords } = useSettings().settings;
  if (wordsToday === null) return null;
  if (dailyGoalWords === 0) return <span className="status-words">{countOf(wordsToday, 'word')} today</span>;
  return (
    <span className="status-words">
      <span className="status-meter" aria-hidden>
        <ProgressBar label="Words today" isLabelHidden value={wordsToday / dailyGoalWords} />
      </span>
      {formatNumber(wordsToday)} of {countOf(dailyGoalWords, 'word')} today
    </span>
  );
}
