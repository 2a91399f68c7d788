import { expect } from '@playwright/test';
import { interviewPage } from '../pages/interview';
import { saysItIsOff, type Row, type Rows, type Stage } from './stage';

const asked = ({ page }: Stage) => interviewPage(page).question;

/** A shortcut after which another question is asked; `way` says how to come back. */
const asksAnother = (prepare: readonly string[], back: readonly string[]): Row => ({
  where: 'interview',
  async does(stage, press) {
    if (prepare.length > 0) await stepFrom(stage, () => stage.keys(...prepare));
    await stepFrom(stage, press);
    if (back.length > 0) await stepFrom(stage, () => stage.keys(...back));
  },
});

/** Does something after which the question must be another one. */
async function stepFrom(stage: Stage, work: () => Promise<void>): Promise<void> {
  const before = (await asked(stage).textContent()) ?? '';
  await work();
  await expect(asked(stage)).not.toHaveText(before);
}

/** What is pressed in the interview. */
export const interviewRows: Rows = {
  'coWriter.questions': saysItIsOff('interview'),
  'coWriter.followUp': saysItIsOff('interview'),
  'coWriter.tidy': saysItIsOff('interview'),
  'coWriter.contradictions': saysItIsOff('interview'),
  'coWriter.draft': saysItIsOff('interview'),
  'interview.next': asksAnother([], ['Alt+ArrowUp']),
  'interview.previous': asksAnother(['Alt+ArrowDown'], []),
  'interview.addOwn': {
    where: 'interview',
    async does({ page, keys }, press) {
      const desk = interviewPage(page);
      await press();
      await expect(desk.ownQuestion).toBeVisible();
      await keys('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    },
  },
  'interview.rewrite': {
    where: 'interview',
    async does(stage, press) {
      // The sample’s own questions are answered, and what is answered is not asked differently.
      const desk = interviewPage(stage.page);
      const known = await desk.questions.count();
      await stage.page.getByRole('button', { name: /^Ask me/u }).click();
      await expect(desk.questions).not.toHaveCount(known);
      await stepFrom(stage, () => stage.keys('Control+Shift+N'));
      await stepFrom(stage, press);
    },
  },
  'interview.nextUnanswered': asksAnother([], []),
  'interview.complete': {
    where: 'interview',
    async does({ page }, press) {
      const desk = interviewPage(page);
      await desk.answer.fill('By the bell on the far bank, which everybody rang in a way of their own.');
      await press();
      await expect(page.getByText('Answer complete.')).toBeAttached();
      await expect(desk.complete).toHaveCount(0);
    },
  },
  'interview.completeAndNext': {
    where: 'interview',
    async does(stage, press) {
      const desk = interviewPage(stage.page);
      await stage.keys('Control+Shift+N');
      await desk.answer.fill('By the light in the kitchen window, which my mother never put out.');
      await stepFrom(stage, press);
    },
  },
  'interview.skip': {
    where: 'interview',
    async does({ page }, press) {
      await press();
      await expect(page.getByText('Skipped. It stays in the list.').first()).toBeAttached();
    },
  },
  'interview.draft': {
    where: 'interview',
    async does({ page }, press) {
      await press();
      await expect(interviewPage(page).makeDraft).toBeVisible();
      await page.getByRole('button', { name: 'Back to the questions' }).click();
    },
  },
};
