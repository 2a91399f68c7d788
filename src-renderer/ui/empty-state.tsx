import type { ReactNode } from 'react';
import './empty-state.css';

/** Teaches with one sentence and one button. */
export function EmptyState({
  title,
  children,
  action,
  icon,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  icon?: ReactNode;
}) {
  return (
    <div className="ui-empty">
      {icon ? <span className="ui-empty-icon">{icon}</span> : null}
      <h2 className="ui-empty-title">{title}</h2>
      {children ? <div className="ui-empty-text">{children}</div> : null}
      {action ? <div className="ui-empty-action">{action}</div> : null}
    </div>
  );
}
