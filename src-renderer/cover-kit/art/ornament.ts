import { mix, withAlpha } from '../colour';
import type { Box } from '../layout';
import { between, pickOf } from '../random';
import { apart, fillBox, fillDisc, type ArtJob, type Pen } from './pen';

function strokeBox(pen: Pen, { x, y, width, height }: Box, thickness: number): void {
  pen.lineWidth = thickness;
  pen.strokeRect(x, y, width, height);
}

const inset = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x + by,
  y: y + by,
  width: width - by * 2,
  height: height - by * 2,
});

/** A leaf from a point outwards, as long as said, in the direction of an angle. */
function fillLeaf(pen: Pen, at: { x: number; y: number; angle: number; length: number; width?: number }): void {
  const { x, y, angle, length, width = length * 0.36 } = at;
  apart(pen, () => {
    pen.translate(x, y);
    pen.rotate(angle);
    pen.beginPath();
    pen.moveTo(0, 0);
    pen.bezierCurveTo(length * 0.25, -width, length * 0.75, -width * 0.8, length, 0);
    pen.bezierCurveTo(length * 0.75, width * 0.8, length * 0.25, width, 0, 0);
    pen.fill();
  });
}

/** A double frame whose corners are turned in, with a rosette at each. */
export function drawFrame({ pen, palette, random, box }: ArtJob): void {
  const { ground, accent, second } = palette;
  fillBox(pen, box, ground);
  pen.strokeStyle = accent;
  const outer = inset(box, 90);
  strokeBox(pen, outer, 14);
  strokeBox(pen, inset(outer, 30), 4);
  const inner = inset(outer, 64);
  const turn = 150;
  pen.lineWidth = 4;
  pen.beginPath();
  const { x, y, width, height } = inner;
  const [right, bottom] = [x + width, y + height];
  pen.moveTo(x + turn, y);
  pen.lineTo(right - turn, y);
  pen.arc(right, y, turn, Math.PI, Math.PI / 2, true);
  pen.lineTo(right, bottom - turn);
  pen.arc(right, bottom, turn, -Math.PI / 2, Math.PI, true);
  pen.lineTo(x + turn, bottom);
  pen.arc(x, bottom, turn, 0, -Math.PI / 2, true);
  pen.lineTo(x, y + turn);
  pen.arc(x, y, turn, Math.PI / 2, 0, true);
  pen.closePath();
  pen.stroke();
  const petals = pickOf(random, [6, 8, 8, 10]);
  for (const [cornerX, cornerY] of [
    [x, y],
    [right, y],
    [right, bottom],
    [x, bottom],
  ] as const) {
    const at = { x: cornerX + (cornerX === x ? 44 : -44), y: cornerY + (cornerY === y ? 44 : -44) };
    drawRosette(pen, { ...at, radius: 56, petals }, { petal: accent, heart: second });
  }
}

type Rosette = { readonly x: number; readonly y: number; readonly radius: number; readonly petals: number };

function drawRosette(pen: Pen, { x, y, radius, petals }: Rosette, colours: { petal: string; heart: string }): void {
  pen.fillStyle = colours.petal;
  for (let petal = 0; petal < petals; petal += 1) {
    fillLeaf(pen, { x, y, angle: (petal * Math.PI * 2) / petals, length: radius, width: radius * 0.3 });
  }
  fillDisc(pen, { x, y, radius: radius * 0.2 }, colours.heart);
}

/** A small flower between two leaves and two strokes. */
export function drawFlower(pen: Pen, { x, y, width, height }: Box, colour: string, ground: string): void {
  const middle = { x: x + width / 2, y: y + height / 2 };
  drawRosette(pen, { ...middle, radius: height * 0.42, petals: 8 }, { petal: colour, heart: ground });
  pen.fillStyle = colour;
  for (const side of [0, Math.PI]) {
    const away = Math.cos(side);
    fillLeaf(pen, {
      x: middle.x + away * height * 0.56,
      y: middle.y,
      angle: side,
      length: height * 0.66,
      width: height * 0.13,
    });
    pen.fillRect(middle.x + (away > 0 ? height * 1.3 : -height * 1.3 - height * 0.9), middle.y - 2, height * 0.9, 4);
  }
}

/** A stamped binding: one motif over the whole cloth, and a label. */
export function drawCloth({ pen, palette, random, box }: ArtJob): void {
  const { ground, ink, accent, second } = palette;
  const cloth = pickOf(random, [accent, ink, accent]);
  const stamp = cloth === accent ? mix(accent, ground, 0.62) : second;
  fillBox(pen, box, cloth);
  const motif = pickOf(random, [sprigMotif, rosetteMotif, featherMotif]);
  const [across, down] = [200, 230];
  for (let row = -1; row * down <= box.height + down; row += 1) {
    for (let column = -1; column * across <= box.width + across; column += 1) {
      const at = { x: box.x + (column + (row % 2 === 0 ? 0 : 0.5)) * across, y: box.y + row * down };
      motif(pen, at, stamp, cloth);
    }
  }
  const label: Box = { x: box.x + 290, y: box.y + 500, width: 1_020, height: 1_080 };
  pen.shadowColor = withAlpha('#000000', 0.28);
  pen.shadowBlur = 30;
  pen.shadowOffsetY = 10;
  fillBox(pen, label, ground);
  pen.shadowColor = 'transparent';
  pen.strokeStyle = accent;
  strokeBox(pen, inset(label, 26), 8);
  strokeBox(pen, inset(label, 44), 3);
}

type Spot = { readonly x: number; readonly y: number };

function sprigMotif(pen: Pen, { x, y }: Spot, colour: string): void {
  pen.fillStyle = colour;
  pen.fillRect(x - 3, y - 50, 6, 128);
  for (let pair = 0; pair < 3; pair += 1) {
    for (const side of [-1, 1]) {
      fillLeaf(pen, { x, y: y + 50 - pair * 42, angle: -Math.PI / 2 + side * 0.85, length: 62 - pair * 6, width: 17 });
    }
  }
  fillLeaf(pen, { x, y: y - 48, angle: -Math.PI / 2, length: 54, width: 18 });
}

function rosetteMotif(pen: Pen, at: Spot, colour: string, cloth: string): void {
  drawRosette(pen, { ...at, radius: 62, petals: 8 }, { petal: colour, heart: cloth });
  for (let dot = 0; dot < 4; dot += 1) {
    const angle = (dot * Math.PI) / 2 + Math.PI / 4;
    fillDisc(pen, { x: at.x + Math.cos(angle) * 92, y: at.y + Math.sin(angle) * 92, radius: 7 }, colour);
  }
}

function featherMotif(pen: Pen, { x, y }: Spot, colour: string): void {
  pen.strokeStyle = colour;
  pen.lineWidth = 7;
  pen.lineCap = 'round';
  for (let ring = 0; ring < 3; ring += 1) {
    pen.beginPath();
    pen.arc(x, y + 70, 92 - ring * 30, Math.PI * 1.08, Math.PI * 1.92);
    pen.stroke();
  }
  fillDisc(pen, { x, y: y + 58, radius: 9 }, colour);
}

/** Two branches that grow around the words from below. */
export function drawWreath({ pen, palette, random, box }: ArtJob): void {
  const { ground, ink, accent, second } = palette;
  fillBox(pen, box, ground);
  const [middle, centre] = [box.x + box.width / 2, box.y + 1_160];
  const radius = 650;
  const leaf = mix(accent, ink, 0.1);
  const pairs = 15;
  const turns = Array.from({ length: pairs }, () => between(random, -0.12, 0.12));
  const lengths = Array.from({ length: pairs }, () => between(random, 0.86, 1.12));
  const berries = Array.from({ length: pairs }, () => random() < 0.5);
  for (const side of [-1, 1] as const) {
    pen.strokeStyle = leaf;
    pen.lineWidth = 8;
    pen.lineCap = 'round';
    pen.beginPath();
    const [from, to] = [Math.PI / 2 - side * 0.06, Math.PI / 2 - side * 2.62];
    pen.arc(middle, centre, radius, from, to, side > 0);
    pen.stroke();
    for (let pair = 0; pair < pairs; pair += 1) {
      const share = (pair + 0.6) / pairs;
      const angle = from + (to - from) * share;
      const at = { x: middle + Math.cos(angle) * radius, y: centre + Math.sin(angle) * radius };
      const onward = angle - (side * Math.PI) / 2;
      const length = (150 - 70 * share) * (lengths[pair] ?? 1);
      const turn = turns[pair] ?? 0;
      growPair(pen, at, { onward, length, turn }, { leaf, light: mix(second, accent, 0.3) });
      if (berries[pair] === true) {
        const away = radius + length * 0.62;
        fillDisc(
          pen,
          {
            x: middle + Math.cos(angle + side * 0.05) * away,
            y: centre + Math.sin(angle + side * 0.05) * away,
            radius: 13,
          },
          accent,
        );
      }
    }
  }
}

function growPair(
  pen: Pen,
  at: Spot,
  { onward, length, turn }: { onward: number; length: number; turn: number },
  { leaf, light }: { leaf: string; light: string },
): void {
  for (const [side, colour] of [
    [-1, leaf],
    [1, light],
  ] as const) {
    pen.fillStyle = colour;
    fillLeaf(pen, { ...at, angle: onward + side * (0.72 + turn), length, width: length * 0.3 });
  }
}
