import { useId, type ReactNode } from 'react';
import './panel.css';

export type PanelProps = {
  readonly title: string;
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** A titled group on a page: a section with a heading, divided by hairlines rather than boxed. */
export function Panel({ title, description, actions, children }: PanelProps) {
  const id = useId();
  return (
    <section className="ui-panel" aria-labelledby={id}>
      <header className="ui-panel-header">
        <div>
          <h2 id={id} className="ui-panel-title">
            {title}
          </h2>
          {description ? <p className="ui-panel-description">{description}</p> : null}
        </div>
        {actions ? <div className="ui-panel-actions">{actions}</div> : null}
      </header>
      {children}
    </section>
  );
}
