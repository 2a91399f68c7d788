import type { CoverPicture } from '../../src-shared/domain/cover';
import type { Box } from './layout';

type Size = { readonly width: number; readonly height: number };
type Look = Pick<CoverPicture, 'focusX' | 'focusY' | 'zoom'>;

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

/** The part of a picture that fills a place, in pixels of the picture: its point of focus as near the middle as can be. */
export function partToShow(picture: Size, place: Size, { focusX, focusY, zoom }: Look): Box {
  const scale = Math.max(place.width / picture.width, place.height / picture.height) * zoom;
  const width = place.width / scale;
  const height = place.height / scale;
  return {
    x: clamp(focusX * picture.width - width / 2, 0, picture.width - width),
    y: clamp(focusY * picture.height - height / 2, 0, picture.height - height),
    width,
    height,
  };
}

/** The focus after the picture was dragged by so much of its place (1 is the place’s width or height). */
export function draggedFocus(picture: Size, place: Size, look: Look, by: { x: number; y: number }): Look {
  const part = partToShow(picture, place, look);
  const along = (from: number, length: number, whole: number, share: number): number => {
    if (whole - length < 0.5) return 0.5;
    // From where it stands, not from where the focus would like it: no dragging without an effect.
    return clamp((from - share * length + length / 2) / whole, length / 2 / whole, 1 - length / 2 / whole);
  };
  return {
    zoom: look.zoom,
    focusX: along(part.x, part.width, picture.width, by.x),
    focusY: along(part.y, part.height, picture.height, by.y),
  };
}

/** How much larger than its own pixels a picture is shown on a cover of so many; above 1 it begins to be soft. */
export function enlargement(picture: Size, place: Size, { zoom }: Pick<Look, 'zoom'>): number {
  return Math.max(place.width / picture.width, place.height / picture.height) * zoom;
}
