import { Dialog } from '../../ui/dialog';
import { compareLines, type ComparedLine } from '../../../src-shared/text/compare-text';
import './comparison-dialog.css';

export type ComparisonProps = {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly before: () => readonly string[];
  readonly after: () => readonly string[];
  readonly names: { readonly before: string; readonly after: string };
  readonly actions?: React.ReactNode;
};

/** Two texts as one: what only one of them has is marked by a sign, a word and a colour. */
export function ComparisonDialog({ title, isOpen, onClose, before, after, names, actions }: ComparisonProps) {
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose} size="large" actions={actions}>
      {isOpen ? <Comparison lines={compareLines(before(), after())} names={names} /> : null}
    </Dialog>
  );
}

function Comparison({ lines, names }: { lines: readonly ComparedLine[]; names: ComparisonProps['names'] }) {
  if (lines.every((line) => line.kind === 'same')) return <p className="support-note">Both are the same.</p>;
  return (
    <div className="comparison">
      <p className="comparison-legend">
        <span data-kind="removed">− {names.before}</span> <span data-kind="added">+ {names.after}</span>
      </p>
      {lines.map((line, index) => (
        <p key={index} data-kind={line.kind} dir="auto">
          {line.kind === 'same' ? null : <span className="comparison-sign">{line.kind === 'added' ? '+' : '−'}</span>}
          {line.kind === 'same' ? line.text : <Marked kind={line.kind}>{line.text}</Marked>}
        </p>
      ))}
    </div>
  );
}

function Marked({ kind, children }: { kind: 'added' | 'removed'; children: string }) {
  return kind === 'added' ? <ins>{children}</ins> : <del>{children}</del>;
}
