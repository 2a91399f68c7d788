import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { hasText, type ChapterStatus, type OutlineNode } from '../../../src-shared/domain/outline';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { allStatuses, statusNames, type StatusReport } from './outline-words';
import { countOf } from '../../ui/words';

export type ManyDetailsProps = {
  readonly nodes: readonly OutlineNode[];
  readonly onStatus: (ids: readonly string[], status: ChapterStatus) => Promise<StatusReport | null>;
  readonly onTrash: () => void;
};

/** What can be done with several lines at once; a change of status reports each chapter. */
export function ManyDetails({ nodes, onStatus, onTrash }: ManyDetailsProps) {
  const [report, setReport] = useState<StatusReport | null>(null);
  const chapters = nodes.filter((node) => hasText(node.kind));
  const words = chapters.reduce((sum, node) => sum + node.words, 0);
  const set = async (status: ChapterStatus) =>
    setReport(
      await onStatus(
        chapters.map((node) => node.id),
        status,
      ),
    );
  return (
    <div className="outline-details">
      <h2 className="outline-details-title">{countOf(nodes.length, 'line')} chosen</h2>
      <p className="outline-note">
        {countOf(chapters.length, 'chapter')}, {countOf(words, 'word')}
      </p>
      {chapters.length > 0 ? (
        <div role="group" aria-label="Set the status of all" className="outline-statuses">
          {allStatuses.map((status) => (
            <Button key={status} size="small" onPress={() => void set(status)}>
              {statusNames[status]}
            </Button>
          ))}
        </div>
      ) : null}
      {report ? <Report report={report} /> : null}
      <div className="outline-actions">
        <Button variant="quiet" icon={<Trash2 size={16} aria-hidden />} onPress={onTrash}>
          Move all to trash
        </Button>
      </div>
    </div>
  );
}

function Report({ report }: { report: StatusReport }) {
  return (
    <Banner title={report.summary} tone={report.stayed.length > 0 ? 'warning' : 'info'}>
      {report.stayed.length > 0 ? (
        <ul className="outline-report">
          {report.stayed.map((entry) => (
            <li key={entry.id}>{entry.line}</li>
          ))}
        </ul>
      ) : null}
    </Banner>
  );
}
