import type { Box } from '../layout';
import type { Palette } from '../palettes';
import type { Random } from '../random';

/** What drawings are made with. */
export type Pen = OffscreenCanvasRenderingContext2D;

/** What a drawing knows: its colours, its dice, and where it may be. */
export type ArtJob = { readonly pen: Pen; readonly palette: Palette; readonly random: Random; readonly box: Box };

/** Fills a rectangle. */
export function fillBox(pen: Pen, { x, y, width, height }: Box, colour: string): void {
  pen.fillStyle = colour;
  pen.fillRect(x, y, width, height);
}

/** Fills a disc. */
export function fillDisc(pen: Pen, at: { x: number; y: number; radius: number }, colour: string): void {
  pen.fillStyle = colour;
  pen.beginPath();
  pen.arc(at.x, at.y, at.radius, 0, Math.PI * 2);
  pen.fill();
}

/** Runs a drawing and leaves the pen as it was. */
export function apart(pen: Pen, draw: () => void): void {
  pen.save();
  draw();
  pen.restore();
}
