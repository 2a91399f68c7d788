import type { Page } from '@playwright/test';

/** The brief, its clarifying questions and the summaries beside it. */
export const briefPage = (page: Page) => ({
  heading: page.getByRole('heading', { name: 'Brief' }),
  field: (name: string) => page.getByRole('textbox', { name }),
  kind: page.getByRole('combobox', { name: 'Kind of book' }),
  audience: page.getByRole('button', { name: /For whom/u }),
  summary: page.getByRole('textbox', { name: 'What is it about?' }),
  ask: page.getByRole('button', { name: 'Ask me', exact: true }),
  question: page.locator('.clarification').getByRole('textbox'),
  keepAnswer: page.getByRole('button', { name: 'Keep this answer' }),
  skip: page.getByRole('button', { name: 'Skip', exact: true }),
  seen: page.getByRole('list', { name: 'Questions you have seen' }).getByRole('listitem'),
  earlierSummaries: page.getByRole('button', { name: /^Read the summary of/u }),
  next: page.getByRole('region', { name: 'Next' }).getByRole('button'),
});
