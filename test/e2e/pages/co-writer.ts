import type { Page } from '@playwright/test';

/** What the co-writer adds to the settings and to the rooms. */
export const coWriterPage = (page: Page) => ({
  isOn: page.getByRole('switch', { name: 'Let a co-writer help' }),
  server: page.getByRole('button', { name: /Server$/u }),
  address: page.getByRole('textbox', { name: 'Address' }),
  key: page.getByLabel('Key', { exact: true }),
  keepKey: page.getByRole('button', { name: 'Keep this key' }),
  test: page.getByRole('button', { name: 'Test the connection' }),
  model: page.getByRole('combobox', { name: 'Model' }).first(),
  stop: page.getByRole('button', { name: 'Stop', exact: true }),
  ask: (label: string) => page.getByRole('button', { name: label, exact: true }),
  preview: (label: string) => page.getByRole('button', { name: `See what would be sent: ${label}` }),
  incoming: page.getByRole('region', { name: 'The draft as it comes in' }),
  drafter: (name: string) => page.getByRole('radio', { name }),
});
