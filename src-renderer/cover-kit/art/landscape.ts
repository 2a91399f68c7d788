import { mix } from '../colour';
import { lightAndDark } from '../palettes';
import { between, type Random } from '../random';
import { fillBox, fillDisc, type ArtJob, type Pen } from './pen';

const layers = 6;

/** Hills behind hills, the nearest the darkest, and a sun that rises or sets. */
export function drawRidges({ pen, palette, random, box }: ArtJob): void {
  const { ground, accent, second } = palette;
  const { x, y, width, height } = box;
  const { dark } = lightAndDark(palette);
  // The nearest hill is dark in every palette: light words stand on it.
  const near = dark === ground ? mix(ground, '#000000', 0.5) : dark;
  const sky = pen.createLinearGradient(0, y, 0, y + height * 0.72);
  sky.addColorStop(0, ground);
  sky.addColorStop(1, mix(ground, second, 0.75));
  pen.fillStyle = sky;
  pen.fillRect(x, y, width, height);
  const radius = width * between(random, 0.13, 0.17);
  const sun = { x: x + width * between(random, 0.24, 0.76), y: y + height * between(random, 0.5, 0.55), radius };
  fillDisc(pen, sun, accent);
  for (let layer = 0; layer < layers; layer += 1) {
    const depth = layer / (layers - 1);
    const base = y + height * (0.57 + 0.3 * depth);
    pen.fillStyle = mix(mix(ground, second, 0.9 - depth * 0.5), near, 0.06 + depth * 0.94);
    fillRidge(pen, { x, width, bottom: y + height }, { base, rise: height * (0.052 + 0.012 * (1 - depth)) }, random);
  }
}

function fillRidge(
  pen: Pen,
  { x, width, bottom }: { x: number; width: number; bottom: number },
  { base, rise }: { base: number; rise: number },
  random: Random,
): void {
  const waves = [1, 2, 4, 9].map((rate) => ({
    rate: rate * between(random, 0.7, 1.2),
    phase: between(random, 0, Math.PI * 2),
    strength: rise / rate ** 0.95,
  }));
  pen.beginPath();
  pen.moveTo(x, bottom);
  const steps = 160;
  for (let at = 0; at <= steps; at += 1) {
    const along = at / steps;
    const lift = waves.reduce(
      (sum, { rate, phase, strength }) => sum + Math.sin(along * rate * Math.PI * 2 + phase) * strength,
      0,
    );
    pen.lineTo(x + along * width, base - lift);
  }
  pen.lineTo(x + width, bottom);
  pen.fill();
}

/** A large disc, cut by lines that grow wider towards its foot, as a sun on water. */
export function drawDisc({ pen, palette, random, box }: ArtJob): void {
  const { ground, accent } = palette;
  fillBox(pen, box, ground);
  const radius = 400;
  const at = { x: box.x + box.width * between(random, 0.47, 0.53), y: box.y + box.height * 0.645, radius };
  fillDisc(pen, at, accent);
  const cuts = 7;
  for (let cut = 0; cut < cuts; cut += 1) {
    const share = cut / (cuts - 1);
    const thickness = 7 + 26 * share;
    const top = at.y + radius * (0.06 + 0.9 * share ** 1.06) - thickness / 2;
    fillBox(pen, { x: at.x - radius - 4, y: top, width: radius * 2 + 8, height: thickness }, ground);
  }
}

/** The lines of a map: hills and hollows, every fifth line stronger. */
export function drawContours({ pen, palette, random, box }: ArtJob): void {
  const { ground, ink, accent } = palette;
  fillBox(pen, box, ground);
  const field = hillsOf(random, box.width / box.height);
  const [columns, rows] = [150, Math.max(2, Math.round((150 * box.height) / box.width))];
  const heights = Array.from({ length: rows + 1 }, (_, row) =>
    Array.from({ length: columns + 1 }, (_, column) => field(column / columns, row / rows)),
  );
  const levels = 26;
  pen.lineCap = 'round';
  for (let level = 1; level < levels; level += 1) {
    const isStrong = level % 5 === 0;
    pen.strokeStyle = isStrong ? accent : mix(ground, ink, 0.34);
    pen.lineWidth = isStrong ? 7 : 3.4;
    pen.beginPath();
    traceLevel(pen, heights, level / levels, box);
    pen.stroke();
  }
}

/** The lines of a map above a sheet that is left for words. */
export function drawMap(job: ArtJob): void {
  fillBox(job.pen, job.box, job.palette.ground);
  drawContours({ ...job, box: { ...job.box, height: 1_460 } });
}

function hillsOf(random: Random, ratio: number): (x: number, y: number) => number {
  const hills = Array.from({ length: 9 }, () => ({
    x: random() * 1.2 - 0.1,
    y: random() * 1.2 - 0.1,
    spread: between(random, 0.16, 0.36),
    height: between(random, 0.3, 1) * (random() < 0.3 ? -0.7 : 1),
  }));
  const raw = (x: number, y: number): number =>
    hills.reduce((sum, hill) => {
      const away = (x - hill.x) ** 2 + ((y - hill.y) / ratio) ** 2;
      return sum + hill.height * Math.exp(-away / (2 * hill.spread ** 2));
    }, 0);
  const samples = Array.from({ length: 400 }, (_, index) => raw((index % 20) / 19, Math.floor(index / 20) / 19));
  const [least, most] = [Math.min(...samples), Math.max(...samples)];
  return (x, y) => (raw(x, y) - least) / (most - least);
}

/** Marching squares: the stretch of a level’s line inside each square of the grid. */
function traceLevel(
  pen: Pen,
  heights: readonly (readonly number[])[],
  level: number,
  box: { x: number; y: number; width: number; height: number },
): void {
  const rows = heights.length - 1;
  const columns = (heights[0]?.length ?? 1) - 1;
  const [dx, dy] = [box.width / columns, box.height / rows];
  const cross = (one: number, other: number): number => (level - one) / (other - one);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const [a, b] = [heights[row]?.[column] ?? 0, heights[row]?.[column + 1] ?? 0];
      const [d, c] = [heights[row + 1]?.[column] ?? 0, heights[row + 1]?.[column + 1] ?? 0];
      const points: (readonly [number, number])[] = [];
      if (a < level !== b < level) points.push([column + cross(a, b), row]);
      if (b < level !== c < level) points.push([column + 1, row + cross(b, c)]);
      if (d < level !== c < level) points.push([column + cross(d, c), row + 1]);
      if (a < level !== d < level) points.push([column, row + cross(a, d)]);
      for (let at = 0; at + 1 < points.length; at += 2) {
        const [from, to] = [points[at] ?? [0, 0], points[at + 1] ?? [0, 0]];
        pen.moveTo(box.x + from[0] * dx, box.y + from[1] * dy);
        pen.lineTo(box.x + to[0] * dx, box.y + to[1] * dy);
      }
    }
  }
}
