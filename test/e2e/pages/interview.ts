import type { Page } from '@playwright/test';

/** The interview of a chapter and the draft that is made of it. */
export const interviewPage = (page: Page) => ({
  askFirst: page.getByRole('button', { name: /^Ask me \d+ questions/u }),
  question: page.getByRole('article').getByRole('heading', { level: 2 }),
  answer: page.getByRole('textbox', { name: 'Your answer' }),
  complete: page.getByRole('button', { name: 'Complete', exact: true }),
  goOn: page.getByRole('button', { name: 'Complete and go on' }),
  skip: page.getByRole('button', { name: 'Skip', exact: true }),
  feedback: (name: string) =>
    page.getByRole('group', { name: 'Your view of this question' }).getByRole('button', { name }),
  help: (name: string) => page.getByRole('group', { name: 'About this question' }).getByRole('button', { name }),
  askDifferently: page.getByRole('button', { name: 'Ask it differently' }),
  earlierWordings: page.getByRole('button', { name: /^Earlier wordings/u }),
  writeOwn: page.getByRole('button', { name: /^Write your own/u }),
  ownQuestion: page.getByRole('textbox', { name: 'What should be asked' }),
  addOwn: page.getByRole('button', { name: 'Add question' }),
  list: page.getByRole('grid', { name: 'Questions of this chapter' }),
  questions: page.getByRole('grid', { name: 'Questions of this chapter' }).getByRole('row'),
  questionTexts: page.locator('.question-item-text'),
  draft: page.getByRole('button', { name: 'Draft from answers' }).first(),
  makeDraft: page.getByRole('region', { name: 'Make a draft' }).getByRole('button', { name: /^Draft/u }),
  manner: (name: string) => page.getByRole('radio', { name }),
  draftSentences: page.getByLabel('The draft, sentence by sentence'),
  compareWith: page.getByRole('button', { name: /Beside it/u }),
  openInWrite: page.getByRole('button', { name: 'Open in Write to insert' }),
});
