import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';
import './tabs.css';

/** One tab with its panel. */
type TabEntry<T extends string = string> = {
  readonly id: T;
  readonly title: string;
  /** A number beside the title, e.g. how many problems. */
  readonly count?: number | undefined;
  readonly content: ReactNode;
};

export type TabsProps<T extends string> = {
  readonly label: string;
  readonly tabs: readonly TabEntry<T>[];
  readonly selected: T;
  readonly onSelect: (id: T) => void;
};

/** Tabs with their panels; arrows move between tabs. Only the chosen panel is mounted. */
export function Tabs<T extends string>({ label, tabs, selected, onSelect }: TabsProps<T>) {
  return (
    <AriaTabs
      className="ui-tabs"
      selectedKey={selected}
      onSelectionChange={(key) => {
        const chosen = tabs.find((tab) => tab.id === key);
        if (chosen) onSelect(chosen.id);
      }}
    >
      <TabList aria-label={label} className="ui-tab-list">
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className="ui-tab">
            {tab.title}
            {tab.count ? <span className="ui-tab-count">{tab.count}</span> : null}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="ui-tab-panel">
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
