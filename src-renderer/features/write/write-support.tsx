import { memo, useSyncExternalStore } from 'react';
import { Support } from '../../app/support';
import { Tabs } from '../../ui/tabs';
import { AnswersPanel } from './answers-panel';
import { ArrivalsPanel } from './arrivals-panel';
import type { SupportProps, SupportTab } from './chapter-props';
import { DraftPanel } from './draft-panel';
import { SnapshotsPanel } from './snapshots-panel';
import { SuggestionsPanel } from './suggestions-panel';
import './write-support.css';

type PanelProps = SupportProps & { readonly tab: SupportTab; readonly onTab: (tab: SupportTab) => void };

/** What supports the page: the chapter's answers, drafts and snapshots, and words that came from elsewhere. */
export const WriteSupport = memo(function WriteSupport({ tab, onTab, ...props }: PanelProps) {
  const { arrivals } = props.session;
  const waiting = useSyncExternalStore(arrivals.subscribe, arrivals.get).length;
  const tabs = [
    { id: 'answers', title: 'Answers', content: <AnswersPanel {...props} /> },
    { id: 'draft', title: 'Draft', content: <DraftPanel {...props} /> },
    { id: 'suggestions', title: 'Suggestions', content: <SuggestionsPanel {...props} /> },
    { id: 'snapshots', title: 'Snapshots', content: <SnapshotsPanel {...props} /> },
    ...(waiting > 0
      ? [{ id: 'arrivals', title: 'Arrivals', count: waiting, content: <ArrivalsPanel {...props} /> } as const]
      : []),
  ] as const;
  const selected = tab === 'arrivals' && waiting === 0 ? 'answers' : tab;
  return (
    <Support label="Beside the page">
      <div className="write-support">
        <Tabs<SupportTab> label="Beside the page" tabs={tabs} selected={selected} onSelect={onTab} />
      </div>
    </Support>
  );
});
