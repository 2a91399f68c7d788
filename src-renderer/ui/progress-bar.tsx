import { Label, ProgressBar as AriaProgressBar } from 'react-aria-components';
import './progress-bar.css';

/** How far something is, 0 to 1, or `null` when nobody can say. */
export function ProgressBar({
  label,
  value,
  isLabelHidden = false,
}: {
  label: string;
  value: number | null;
  isLabelHidden?: boolean;
}) {
  const percent = value === null ? 0 : Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <AriaProgressBar value={percent} isIndeterminate={value === null} className="ui-progress">
      <Label className={isLabelHidden ? 'ui-visually-hidden' : 'ui-progress-label'}>{label}</Label>
      <div className="ui-progress-track">
        <div
          className="ui-progress-fill"
          data-unknown={value === null || undefined}
          style={{ width: value === null ? '35%' : `${percent}%` }}
        />
      </div>
    </AriaProgressBar>
  );
}
