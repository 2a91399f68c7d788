import { definePrompt } from '../../ai/prompt';

/** Asks for a picture for the cover. Models for pictures take one text; the author’s idea stands in it as it is. */
export const coverPicturePrompt = definePrompt({
  task: 'cover-picture',
  version: 1,
  system: `One upright picture for the cover of a {{genre}} book. Only the picture itself, to the edge: no letters, words, numbers or signatures, no frame, and no picture of a book. Calm places above or below, where a title can stand.`,
  user: `{{idea}}`,
});
