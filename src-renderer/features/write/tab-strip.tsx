import { X } from 'lucide-react';
import type { Outline } from '../../../src-shared/domain/outline';
import type { Tabs } from './workplace';
import './tab-strip.css';

export type TabStripProps = {
  readonly tabs: Tabs;
  readonly active: string;
  readonly outline: Outline;
  readonly onGo: (chapterId: string) => void;
  readonly onClose: (chapterId: string) => void;
};

/** The open chapters; one of them is on the page. */
export function TabStrip({ tabs, active, outline, onGo, onClose }: TabStripProps) {
  const titleOf = (id: string) => outline.nodes.find((node) => node.id === id)?.title || 'Untitled chapter';
  return (
    <nav className="tab-strip" aria-label="Open chapters">
      {tabs.map((id) => (
        <div key={id} className="tab-strip-tab" data-active={id === active || undefined}>
          <button
            type="button"
            className="tab-strip-name"
            dir="auto"
            aria-current={id === active ? 'page' : undefined}
            onClick={() => onGo(id)}
            onAuxClick={(event) => event.button === 1 && onClose(id)}
          >
            {titleOf(id)}
          </button>
          <button
            type="button"
            className="tab-strip-close"
            aria-label={`Close ${titleOf(id)}`}
            onClick={() => onClose(id)}
          >
            <X size={14} aria-hidden />
          </button>
        </div>
      ))}
    </nav>
  );
}
