import type { Page } from '@playwright/test';

/** The place where the cover is designed. */
export const coverPage = (page: Page) => {
  const stage = page.locator('.cover-stage');
  return {
    heading: page.getByRole('heading', { name: 'Cover', level: 1 }),
    /** The cover itself, once it is drawn in a layout. */
    drawnAs: (layout: string) => stage.locator(`.cover-large canvas[data-drawn="${layout}"]`),
    layout: (name: string) =>
      page.getByRole('radiogroup', { name: 'Layout' }).getByRole('radio', { name: new RegExp(`^${name}`, 'u') }),
    /** What a hand clicks to choose it. */
    tile: (name: string) => page.locator('.cover-layout').filter({ hasText: name }),
    swatch: (name: string) => page.locator('.cover-palette').filter({ hasText: name }),
    line: page.getByRole('textbox', { name: 'One line more' }),
    choosePicture: page.getByRole('button', { name: 'Choose a picture of your own' }),
    handle: page.getByRole('button', { name: 'Move the picture' }),
    slider: (name: string) => page.getByRole('slider', { name }),
    notices: page.getByRole('list', { name: 'About this cover' }),
    use: page.getByRole('button', { name: 'Use this cover' }),
    save: page.getByRole('button', { name: 'Save as JPEG…' }),
    back: page.getByRole('button', { name: 'Back to Publish' }),
    idea: page.getByRole('textbox', { name: 'Your idea for a picture' }),
    takeMade: page.getByRole('button', { name: /^Take this picture/u }),
  };
};
