import { Check, TriangleAlert } from 'lucide-react';
import type { Diagnostics, OperationTiming } from '../../../src-shared/ipc/app-calls';
import { errorText } from '../../app/error-text';
import { useCall } from '../../app/use-call';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { useAnnounce } from '../../ui/live-region';
import { useToast } from '../../ui/toast';
import { diagnosticsText, msText, standingOf } from './activity-view-model';

/** What this Longhand is, where it keeps things, and how quick each operation is against its budget. */
export function DiagnosticsPanel() {
  const diagnostics = useCall('app.diagnostics', null);
  if (diagnostics.state === 'loading') return <div aria-busy="true" />;
  if (diagnostics.state === 'failed') {
    return (
      <Banner tone="problem" title={errorText(diagnostics.error).what}>
        {errorText(diagnostics.error).next}
      </Banner>
    );
  }
  return <Facts diagnostics={diagnostics.value} onRefresh={diagnostics.refresh} />;
}

function Facts({ diagnostics, onRefresh }: { diagnostics: Diagnostics; onRefresh: () => void }) {
  const toast = useToast();
  const announce = useAnnounce();
  const facts = {
    Longhand: diagnostics.version,
    System: systems[diagnostics.platform] ?? diagnostics.platform,
    Runtime: diagnostics.runtime,
    Library: diagnostics.libraryFolder,
    Log: diagnostics.logFolder,
  };
  const copy = async () => {
    await navigator.clipboard.writeText(diagnosticsText(facts, diagnostics.operations));
    announce('Copied');
    toast({ text: 'Copied. No text of your books is in it.' });
  };
  return (
    <div className="diagnostics">
      <dl className="facts">
        {Object.entries(facts).map(([name, value]) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <table className="timings">
        <caption>How long things take, at the 95th percentile since the start</caption>
        <thead>
          <tr>
            <th scope="col">Operation</th>
            <th scope="col">Median</th>
            <th scope="col">95 %</th>
            <th scope="col">Budget</th>
            <th scope="col">Times</th>
            <th scope="col">Standing</th>
          </tr>
        </thead>
        <tbody>
          {diagnostics.operations.map((timing) => (
            <Timing key={timing.operation} timing={timing} />
          ))}
        </tbody>
      </table>
      <div className="diagnostics-actions">
        <Button onPress={onRefresh}>Measure again</Button>
        <Button onPress={() => void copy()}>Copy all this</Button>
      </div>
    </div>
  );
}

const systems: Readonly<Record<string, string>> = { mac: 'macOS', windows: 'Windows', linux: 'Linux' };
const standingText = { 'not measured': 'Not yet', within: 'Within', over: 'Over' } as const;

function Timing({ timing }: { timing: OperationTiming }) {
  const standing = standingOf(timing);
  return (
    <tr>
      <th scope="row">{timing.operation}</th>
      <td>{msText(timing.medianMs)}</td>
      <td>{msText(timing.p95Ms)}</td>
      <td>{msText(timing.budgetMs)}</td>
      <td>{timing.samples}</td>
      <td className="standing" data-standing={standing}>
        {standing === 'within' ? <Check size={14} aria-hidden /> : null}
        {standing === 'over' ? <TriangleAlert size={14} aria-hidden /> : null}
        {standingText[standing]}
      </td>
    </tr>
  );
}
