import type { ReactNode } from 'react';
import './badge.css';

/** A word or number about its neighbour; the tone repeats what the words say. */
export function Badge({
  tone = 'plain',
  children,
}: {
  tone?: 'plain' | 'accent' | 'positive' | 'warning' | 'danger';
  children: ReactNode;
}) {
  return (
    <span className="ui-badge" data-tone={tone}>
      {children}
    </span>
  );
}
