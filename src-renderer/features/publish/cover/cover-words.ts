import type { CoverDesign } from '../../../../src-shared/domain/cover';
import { picturedLayouts } from '../../../../src-shared/domain/cover';
import type { CoverReport } from '../../../cover-kit/draw-cover';
import { plane } from '../../../cover-kit/layout';
import { neededContrast } from '../../../cover-kit/veil';

/** How wide a cover stands in a shop’s list, in pixels. */
export const shopWidthPx = 100;
/** Letters of fewer pixels cannot be read. */
const leastLetterPx = 7;
/** A picture that is enlarged more than this looks soft in print and on a good screen. */
const mostEnlargement = 1.4;

/** Something to know about a cover; `warning` is for what a reader would suffer from. */
export type CoverNotice = { readonly id: string; readonly tone: 'info' | 'warning'; readonly text: string };

/** What there is to say about a cover as it was drawn. */
export function noticesOf(design: CoverDesign, report: CoverReport): readonly CoverNotice[] {
  const { onPicture, picture, titleSize, usesSystemLetters } = report;
  const notices: (CoverNotice | null)[] = [
    onPicture && onPicture.now < neededContrast
      ? {
          id: 'contrast',
          tone: 'warning',
          text: `The words are hard to read on this picture: a contrast of ${ratio(onPicture.now)}, where ${ratio(neededContrast)} is needed. Let a veil lie under them.`,
        }
      : null,
    design.picture && onPicture && design.veil === 'as-needed' && onPicture.veil > 0
      ? {
          id: 'veil',
          tone: 'info',
          text: 'The words could not be read well on this picture, so a veil lies under them.',
        }
      : null,
    (titleSize * shopWidthPx) / plane.width < leastLetterPx
      ? {
          id: 'small',
          tone: 'warning',
          text: 'In a shop’s list the title is too small to be read. A shorter title, or another layout, sets it larger.',
        }
      : null,
    picture && picture.enlargement > mostEnlargement
      ? { id: 'soft', tone: 'warning', text: 'The picture has too few pixels for its place and will look soft.' }
      : null,
    picturedLayouts.has(design.layout) && !design.picture
      ? { id: 'place', tone: 'info', text: 'This layout has a place for a picture. Until you choose one, it is drawn.' }
      : null,
    usesSystemLetters
      ? {
          id: 'letters',
          tone: 'info',
          text: 'Some letters are in no face that comes with Longhand; those of your system stand in.',
        }
      : null,
  ];
  return notices.filter((notice) => notice !== null);
}

const ratio = (value: number): string => `${value.toLocaleString('en', { maximumFractionDigits: 1 })} to 1`;
