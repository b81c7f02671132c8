import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';

interface TabsProps {
  label: string;
  tabs: ReadonlyArray<{ id: string; title: ReactNode; content: ReactNode }>;
  selected?: string;
  onSelect?: (id: string) => void;
}

export function Tabs({ label, tabs, selected, onSelect }: TabsProps) {
  return (
    <AriaTabs className="tabs" selectedKey={selected} onSelectionChange={(key) => onSelect?.(String(key))}>
      <TabList aria-label={label} className="tab-list">
        {tabs.map((it) => (
          <Tab key={it.id} id={it.id} className="tab">
            {it.title}
          </Tab>
        ))}
      </TabList>
      {tabs.map((it) => (
        <TabPanel key={it.id} id={it.id} className="tab-panel">
          {it.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
