import { clearestOn, mix } from '../colour';
import type { Palette } from '../palettes';
import { between, pickOf, type Random } from '../random';
import { apart, fillBox, fillDisc, type ArtJob, type Pen } from './pen';

/** A quarter of a disc rises from the lower corner, with a ring around it. */
export function drawQuarter({ pen, palette, random, box }: ArtJob): void {
  const { ground, accent, second } = palette;
  fillBox(pen, box, ground);
  const corner = { x: box.x + box.width, y: box.y + box.height };
  fillDisc(pen, { ...corner, radius: 840 }, second);
  fillDisc(pen, { ...corner, radius: 650 }, accent);
  fillDisc(
    pen,
    { x: corner.x - between(random, 500, 600), y: corner.y - between(random, 780, 860), radius: 74 },
    accent,
  );
}

/** Cut paper: discs, quarters, arches and steps on a grid, no two neighbours the same. */
export function drawShapes({ pen, palette, random, box }: ArtJob): void {
  fillBox(pen, box, palette.ground);
  const columns = 4;
  const side = box.width / columns;
  const top = box.y + 960;
  const rows = Math.ceil((box.y + box.height - top) / side);
  let above: string[] = [];
  for (let row = 0; row < rows; row += 1) {
    const now: string[] = [];
    for (let column = 0; column < columns; column += 1) {
      const cell = { x: box.x + column * side, y: top + row * side, side };
      now.push(drawCell(pen, cell, { palette, random, not: [above[column] ?? '', now[column - 1] ?? ''] }));
    }
    above = now;
  }
}

type Cell = { readonly x: number; readonly y: number; readonly side: number };

function drawCell(
  pen: Pen,
  { x, y, side }: Cell,
  how: { palette: Palette; random: Random; not: readonly string[] },
): string {
  const { palette, random, not } = how;
  const { ground, ink, accent, second } = palette;
  const grounds = [ground, second, accent, mix(second, accent, 0.5)].filter((colour) => !not.includes(colour));
  const back = pickOf(random, [grounds[0] ?? ground, ...grounds.slice(1)]);
  const fronts = [ground, ink, accent, second].filter((colour) => colour !== back && !tooNear(colour, back));
  const front = pickOf(random, [fronts[0] ?? clearestOn(back, [ground, ink]), ...fronts.slice(1)]);
  apart(pen, () => {
    pen.translate(x + side / 2, y + side / 2);
    pen.rotate((Math.floor(random() * 4) * Math.PI) / 2);
    pen.beginPath();
    pen.rect(-side / 2 - 0.5, -side / 2 - 0.5, side + 1, side + 1);
    pen.fillStyle = back;
    pen.fill();
    pen.clip();
    pen.fillStyle = front;
    pickOf(random, [quarterCell, quarterCell, halfCell, discCell, stepsCell, leafCell, raysCell])(pen, side);
  });
  return back;
}

const tooNear = (one: string, other: string): boolean => clearestOn(one, [other]) !== other;

function quarterCell(pen: Pen, side: number): void {
  pen.beginPath();
  pen.moveTo(-side / 2, -side / 2);
  pen.arc(-side / 2, -side / 2, side, 0, Math.PI / 2);
  pen.fill();
}

function halfCell(pen: Pen, side: number): void {
  pen.beginPath();
  pen.arc(0, -side / 2, side / 2, 0, Math.PI);
  pen.fill();
  pen.beginPath();
  pen.arc(0, 0, side / 2, 0, Math.PI);
  pen.fill();
}

function discCell(pen: Pen, side: number): void {
  pen.beginPath();
  pen.arc(0, 0, side * 0.34, 0, Math.PI * 2);
  pen.fill();
}

function stepsCell(pen: Pen, side: number): void {
  const count = 4;
  for (let step = 0; step < count; step += 1) {
    const width = (side * (step + 1)) / count;
    pen.fillRect(-side / 2, -side / 2 + (step * side) / count, width, side / count + 1);
  }
}

function leafCell(pen: Pen, side: number): void {
  pen.beginPath();
  pen.moveTo(-side / 2, -side / 2);
  pen.arc(-side / 2, side / 2, side, -Math.PI / 2, 0);
  pen.arc(side / 2, -side / 2, side, Math.PI / 2, Math.PI);
  pen.fill();
}

function raysCell(pen: Pen, side: number): void {
  const count = 5;
  for (let ray = 0; ray < count; ray += 1) {
    const [from, to] = [(ray * Math.PI) / 2 / count, ((ray + 0.5) * Math.PI) / 2 / count];
    pen.beginPath();
    pen.moveTo(-side / 2, -side / 2);
    pen.lineTo(-side / 2 + Math.cos(from) * side * 1.6, -side / 2 + Math.sin(from) * side * 1.6);
    pen.lineTo(-side / 2 + Math.cos(to) * side * 1.6, -side / 2 + Math.sin(to) * side * 1.6);
    pen.fill();
  }
}

/** A sheet of dotted paper under a coloured one, with the binding at its edge. */
export function drawJournal({ pen, palette, box }: ArtJob): void {
  const { ground, ink, accent, second } = palette;
  fillBox(pen, box, ground);
  const gap = 64;
  for (let y = box.y + 1_600 + gap; y < box.y + box.height - 40; y += gap) {
    for (let x = box.x + 250; x < box.x + box.width - 60; x += gap) {
      fillDisc(pen, { x, y, radius: 4.6 }, mix(ground, ink, 0.3));
    }
  }
  fillBox(pen, { x: box.x, y: box.y, width: box.width, height: 1_540 }, accent);
  fillBox(pen, { x: box.x, y: box.y, width: 130, height: box.height }, ink);
  fillBox(pen, { x: box.x + 130, y: box.y, width: 16, height: box.height }, second);
}
