import { Download } from 'lucide-react';
import type { Spending } from '../../../src-shared/ipc/co-writer-calls';
import { useClient } from '../../app/client-context';
import { errorText } from '../../app/error-text';
import { taskNames } from '../../app/task-names';
import { useCall } from '../../app/use-call';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { useAnnounce } from '../../ui/live-region';
import { useToast } from '../../ui/toast';
import { useNow } from '../../ui/use-now';
import { countOf, formatNumber, whenText } from '../../ui/words';
import { barsOf, outcomeText, usdText } from './spending-view-model';
import './spending.css';

/** What the co-writer has cost: by day, by book, by task, and request by request. */
export function SpendingPanel() {
  const spending = useCall('spending.read', null, { 'spending.changed': true });
  if (spending.state === 'loading') return <div aria-busy="true" />;
  if (spending.state === 'failed') {
    return (
      <Banner tone="problem" title={errorText(spending.error).what}>
        {errorText(spending.error).next}
      </Banner>
    );
  }
  if (spending.value.rows.length === 0)
    return (
      <EmptyState title="Nothing was asked yet">Each request to a model is listed here with what it cost.</EmptyState>
    );
  return <Spent spending={spending.value} />;
}

function Spent({ spending }: { spending: Spending }) {
  const client = useClient();
  const toast = useToast();
  const announce = useAnnounce();
  const save = async (): Promise<void> => {
    const answer = await client.call('spending.export', null);
    if (answer.ok && answer.value === null) return;
    const text = answer.ok ? 'Saved what was spent as a table.' : errorText(answer.error).what;
    toast(answer.ok ? { text } : { text, detail: errorText(answer.error).next, tone: 'problem' });
    announce(text);
  };
  return (
    <div className="spending">
      <div className="spending-head">
        <dl className="spending-sums">
          <div>
            <dt>Today</dt>
            <dd>{usdText(spending.todayUsd)}</dd>
          </div>
          <div>
            <dt>This month</dt>
            <dd>{usdText(spending.monthUsd)}</dd>
          </div>
        </dl>
        <Button icon={<Download size={16} aria-hidden />} onPress={() => void save()}>
          Save as CSV
        </Button>
      </div>
      <Days days={spending.byDay} />
      <div className="spending-sides">
        <Sums
          caption="By book"
          rows={spending.byBook.map(({ bookId, title, usd }) => ({ id: bookId ?? '', name: title, note: '', usd }))}
        />
        <Sums
          caption="By task"
          rows={spending.byTask.map(({ task, usd, requests }) => ({
            id: task,
            name: taskNames[task],
            note: countOf(requests, 'request'),
            usd,
          }))}
        />
      </div>
      <Requests rows={spending.rows} />
    </div>
  );
}

/** The chart is the table: each day’s bar stands beside its figures. */
function Days({ days }: { days: Spending['byDay'] }) {
  const { isFree, bars } = barsOf(days);
  return (
    <table className="spending-days">
      <caption>{isFree ? 'Requests of the last thirty days' : 'The last thirty days'}</caption>
      <thead className="ui-visually-hidden">
        <tr>
          <th scope="col">Day</th>
          <th scope="col">{isFree ? 'Requests' : 'Spent'}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ day, usd, requests, share }) => (
          <tr key={day} title={`${day}: ${usdText(usd)}, ${countOf(requests, 'request')}`}>
            <th scope="row">{day}</th>
            <td>
              <span className="spending-bar" aria-hidden style={{ '--share': String(share) }} />
              <span className="spending-figure">{isFree ? countOf(requests, 'request') : usdText(usd)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Sum = { readonly id: string; readonly name: string; readonly note: string; readonly usd: number };

function Sums({ caption, rows }: { caption: string; rows: readonly Sum[] }) {
  return (
    <table className="spending-table">
      <caption>{caption}</caption>
      <tbody>
        {rows.map(({ id, name, note, usd }) => (
          <tr key={id}>
            <th scope="row" dir="auto">
              {name}
            </th>
            <td>{note}</td>
            <td>{usdText(usd)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Requests({ rows }: { rows: Spending['rows'] }) {
  const nowMs = useNow();
  return (
    <table className="spending-table">
      <caption>Each request, newest first</caption>
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">For</th>
          <th scope="col">Model</th>
          <th scope="col">Tokens out and back</th>
          <th scope="col">First word after</th>
          <th scope="col">Cost</th>
          <th scope="col">It</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          // The ledger only grows, and at one end: the place from the other end never changes.
          <tr key={rows.length - index}>
            <td>{whenText(row.at, nowMs)}</td>
            <th scope="row">{taskNames[row.task]}</th>
            <td>{row.model}</td>
            <td>
              {formatNumber(row.tokensIn)} / {formatNumber(row.tokensOut)}
            </td>
            <td>{row.firstTokenMs === null ? '–' : `${(row.firstTokenMs / 1_000).toFixed(1)} s`}</td>
            <td>{usdText(row.usd)}</td>
            <td>{outcomeText(row.outcome)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
