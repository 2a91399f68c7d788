import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import './banner.css';

const icons = { info: Info, warning: TriangleAlert, problem: CircleAlert } as const;

export type BannerProps = {
  readonly tone?: 'info' | 'warning' | 'problem';
  /** What happened and what is safe. */
  readonly title: string;
  /** What to do. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
};

/** A message beside its cause: says what happened, what is safe, what to do. */
export function Banner({ tone = 'info', title, children, actions }: BannerProps) {
  const Icon = icons[tone];
  return (
    <div className="ui-banner" data-tone={tone} role={tone === 'problem' ? 'alert' : 'note'}>
      <Icon size={16} aria-hidden className="ui-banner-icon" />
      <div className="ui-banner-text">
        <p className="ui-banner-title">{title}</p>
        {children ? <div>{children}</div> : null}
      </div>
      {actions ? <div className="ui-banner-actions">{actions}</div> : null}
    </div>
  );
}

/** One line of error under a control that is not a field. */
export function InlineError({ children }: { children: ReactNode }) {
  return (
    <p className="ui-inline-error" role="alert">
      {children}
    </p>
  );
}
