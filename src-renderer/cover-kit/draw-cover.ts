import type { CoverDesign } from '../../src-shared/domain/cover';
import { drawCloth, drawFlower, drawFrame, drawWreath } from './art/ornament';
import { drawJournal, drawQuarter, drawShapes } from './art/paper';
import { apart, fillBox, type ArtJob, type Pen } from './art/pen';
import { drawContours, drawDisc, drawMap, drawRidges } from './art/landscape';
import { clearestOn, withAlpha } from './colour';
import { faces, needsSystemLetters, otherScripts } from './faces';
import { fitStack, type CoverWords, type PlacedLine, type PlacedStack } from './fit-text';
import { plane, type Art, type Box, type InkName, type Layout, type TextStyle } from './layout';
import { layouts } from './layouts';
import { lightAndDark, palettes, type Palette } from './palettes';
import { enlargement, partToShow } from './place-picture';
import { seededRandom } from './random';
import { brightestUnder, contrastThrough, thinnestVeil } from './veil';
import { scriptOf, type Script } from './words';

/** All that a cover is drawn from. */
export type CoverScene = {
  readonly bookId: string;
  readonly title: string;
  readonly subtitle: string;
  readonly author: string;
  readonly language: string;
  readonly design: CoverDesign;
};

/** What there is to say about a cover that was drawn. Sizes are in units of the plane. */
export type CoverReport = {
  /** The smallest line of the title. */
  readonly titleSize: number;
  /** How well words are read on the picture without a veil and as it is; `null` where none lie on one. */
  readonly onPicture: { readonly bare: number; readonly now: number; readonly veil: number } | null;
  /** The place of the picture, and how much its pixels are enlarged in the finished file; `null` where none is shown. */
  readonly picture: { readonly box: Box; readonly enlargement: number } | null;
  readonly usesSystemLetters: boolean;
};

const arts: Readonly<Record<Art, (job: ArtJob) => void>> = {
  plain: ({ pen, palette, box }) => fillBox(pen, box, palette.ground),
  disc: drawDisc,
  quarter: drawQuarter,
  ridges: drawRidges,
  frame: drawFrame,
  shapes: drawShapes,
  cloth: drawCloth,
  journal: drawJournal,
  wreath: drawWreath,
  contours: drawContours,
  map: drawMap,
};

/** Laid when the author wants a veil whatever the picture is like. */
const fullVeil = 0.72;
/** How far above the words a veil begins. */
const veilRise = 460;
const probeScale = 0.1;

/** Draws a cover. The pen’s transform must map the plane to its canvas; a picture is drawn where the layout has a place. */
export function drawCover(pen: Pen, scene: CoverScene, picture?: ImageBitmap): CoverReport {
  const given = wordsOf(scene);
  const layout = mirrored(layouts[scene.design.layout], given.isRightToLeft);
  const palette = palettes[scene.design.palette];
  const shown = layout.picture && scene.design.picture ? picture : undefined;
  pen.textBaseline = 'alphabetic';
  pen.fontKerning = 'normal';
  const stacks = layout.stacks.map((stack) =>
    fitStack(stack, given, (line, style, script) => measure(pen, scene.design, { line, style, script })),
  );
  const ground = (to: Pen): void =>
    drawGround(to, scene, layout, { palette, isRightToLeft: given.isRightToLeft, picture: shown });
  ground(pen);
  const onPicture = veilStacks(pen, stacks, { scene, palette, ground });
  for (const stack of stacks) drawStack(pen, stack, scene.design, palette);
  const place = layout.picture?.box;
  const { picture: look } = scene.design;
  return {
    titleSize: Math.min(
      ...stacks.flatMap(({ lines }) => lines.filter(({ part }) => part === 'title').map(({ size }) => size)),
    ),
    onPicture,
    picture: shown && place && look ? { box: place, enlargement: enlargement(shown, place, look) } : null,
    usesSystemLetters: needsSystemLetters(Object.values(given).join(' ')),
  };
}

function wordsOf({ title, subtitle, author, language, design }: CoverScene): CoverWords {
  return { title, subtitle, author, line: design.line, language, isRightToLeft: scriptOf(title).isRightToLeft };
}

function mirrored(layout: Layout, isRightToLeft: boolean): Layout {
  if (!isRightToLeft) return layout;
  const turn = (box: Box): Box => ({ ...box, x: plane.width - box.x - box.width });
  return {
    ...layout,
    picture: layout.picture && { ...layout.picture, box: turn(layout.picture.box) },
    stacks: layout.stacks.map((stack) => ({ ...stack, box: turn(stack.box) })),
  };
}

type GroundWish = {
  readonly palette: Palette;
  readonly isRightToLeft: boolean;
  readonly picture: ImageBitmap | undefined;
};

/** What lies under the words: the drawing, or the picture in its place. */
function drawGround(pen: Pen, { bookId, design }: CoverScene, { art, picture: place }: Layout, wish: GroundWish): void {
  const { palette, isRightToLeft, picture } = wish;
  const whole: Box = { x: 0, y: 0, ...plane };
  const random = seededRandom(`${bookId} ${design.variation}`);
  const drawArt = (box: Box): void =>
    apart(pen, () => {
      if (isRightToLeft) pen.transform(-1, 0, 0, 1, plane.width, 0);
      arts[art]({ pen, palette, random, box });
    });
  if (!place) {
    drawArt(whole);
    return;
  }
  fillBox(pen, whole, palette.ground);
  const { box, shape } = place;
  apart(pen, () => {
    tracePlace(pen, box, shape, 0);
    pen.clip();
    if (picture && design.picture) {
      const from = partToShow(picture, box, design.picture);
      pen.imageSmoothingQuality = 'high';
      pen.drawImage(picture, from.x, from.y, from.width, from.height, box.x, box.y, box.width, box.height);
    } else drawArt(box);
  });
  if (shape !== 'arch') return;
  pen.strokeStyle = palette.accent;
  pen.lineWidth = 6;
  tracePlace(pen, box, shape, 34);
  pen.stroke();
}

/** The outline of a place, so much outside of it. */
function tracePlace(pen: Pen, { x, y, width, height }: Box, shape: 'rectangle' | 'arch', outside: number): void {
  const [left, right, bottom] = [x - outside, x + width + outside, y + height + outside];
  pen.beginPath();
  if (shape === 'rectangle') {
    pen.rect(left, y - outside, right - left, bottom - y + outside);
    return;
  }
  const radius = (right - left) / 2;
  pen.moveTo(left, bottom);
  pen.lineTo(left, y - outside + radius);
  pen.arc(left + radius, y - outside + radius, radius, Math.PI, 0);
  pen.lineTo(right, bottom);
  pen.closePath();
}

type VeilWish = { readonly scene: CoverScene; readonly palette: Palette; readonly ground: (pen: Pen) => void };

/** Looks at what lies under words on a picture, and lays the veil that they need. */
function veilStacks(
  pen: Pen,
  stacks: readonly PlacedStack[],
  { scene, palette, ground }: VeilWish,
): CoverReport['onPicture'] {
  const boxes = stacks.filter(({ isOnPicture }) => isOnPicture).flatMap(({ lines }) => lines.map(({ box }) => box));
  if (boxes.length === 0) return null;
  const { light, dark } = lightAndDark(palette);
  const bright = brightestIn(boxes, ground);
  const needed = thinnestVeil(light, dark, bright);
  const veil = { 'as-needed': needed, always: Math.max(needed, fullVeil), never: 0 }[scene.design.veil];
  if (veil > 0) layVeil(pen, Math.min(...boxes.map(({ y }) => y)), dark, veil);
  return { bare: contrastThrough(light, dark, 0, bright), now: contrastThrough(light, dark, veil, bright), veil };
}

/** Draws the ground once more, small, to look at it: the same for a thumbnail and for the file. */
function brightestIn(boxes: readonly Box[], ground: (pen: Pen) => void): number {
  const probe = new OffscreenCanvas(plane.width * probeScale, plane.height * probeScale).getContext('2d', {
    willReadFrequently: true,
  });
  if (!probe) return 1;
  probe.scale(probeScale, probeScale);
  ground(probe);
  const found = boxes.map(({ x, y, width, height }) => {
    const [w, h] = [Math.max(1, width * probeScale), Math.max(1, height * probeScale)];
    return brightestUnder(probe.getImageData(x * probeScale, y * probeScale, w, h).data);
  });
  return Math.max(...found);
}

function layVeil(pen: Pen, wordsTop: number, colour: string, opacity: number): void {
  const top = Math.max(0, wordsTop - veilRise);
  const gradient = pen.createLinearGradient(0, top, 0, wordsTop);
  const steps = 8;
  // A straight ramp has edges that one sees.
  for (let step = 0; step <= steps; step += 1) {
    const share = step / steps;
    gradient.addColorStop(share, withAlpha(colour, opacity * share * share * (3 - 2 * share)));
  }
  pen.fillStyle = gradient;
  pen.fillRect(0, top, plane.width, plane.height - top);
}

function inkOf(name: InkName, palette: Palette): string {
  switch (name) {
    case 'ink':
    case 'accent':
    case 'ground':
      return palette[name];
    case 'light':
      return lightAndDark(palette).light;
    case 'on-accent':
      return clearestOn(palette.accent, [palette.ground, palette.ink]);
  }
}

function drawStack(pen: Pen, { lines, signs, isOnPicture }: PlacedStack, design: CoverDesign, palette: Palette): void {
  for (const { kind, box } of signs) {
    const colour = isOnPicture ? lightAndDark(palette).light : palette.accent;
    if (kind === 'rule') fillBox(pen, box, colour);
    else drawFlower(pen, box, colour, palette.ground);
  }
  for (const line of lines) drawLine(pen, line, design, inkOf(line.style.ink, palette));
}

function drawLine(
  pen: Pen,
  { text, style, script, size, align, x, baseline }: PlacedLine,
  design: CoverDesign,
  ink: string,
): void {
  const spacing = setFont(pen, design, { style, script, size });
  pen.textAlign = align;
  pen.fillStyle = ink;
  // The room after the last letter belongs to nobody.
  const shift = { left: 0, center: spacing / 2, right: spacing }[align];
  pen.fillText(text, x + shift, baseline);
}

type FontWish = { readonly style: TextStyle; readonly script: Script; readonly size: number };

/** What a canvas takes for a font. */
export function fontOf(design: CoverDesign, { style, script, size }: FontWish): string {
  const voice = faces[design.face][style.voice];
  const slant = style.isItalic === true && script.isCased ? 'italic ' : '';
  const families = [voice.family, ...otherScripts].map((family) => `"${family}"`).join(', ');
  return `${slant}${voice.weights[style.weight]} ${size}px ${families}, serif`;
}

function setFont(pen: Pen, design: CoverDesign, wish: FontWish): number {
  const { style, script, size } = wish;
  const tracking = script.isJoined || script.isWide ? 0 : (style.tracking ?? 0);
  pen.font = fontOf(design, wish);
  pen.letterSpacing = `${tracking * size}px`;
  pen.direction = script.isRightToLeft ? 'rtl' : 'ltr';
  return tracking * size;
}

const measuredAt = 200;

function measure(
  pen: Pen,
  design: CoverDesign,
  { line, style, script }: { line: string; style: TextStyle; script: Script },
) {
  const spacing = setFont(pen, design, { style, script, size: measuredAt });
  pen.textAlign = 'left';
  const { width, actualBoundingBoxAscent, actualBoundingBoxDescent } = pen.measureText(line);
  return {
    width: (width - spacing) / measuredAt,
    ascent: actualBoundingBoxAscent / measuredAt,
    descent: actualBoundingBoxDescent / measuredAt,
  };
}

/** Every font that a cover needs with the words it needs it for, so that they can be loaded before it is drawn. */
export function fontsOf(scene: CoverScene): readonly { readonly font: string; readonly text: string }[] {
  const given = wordsOf(scene);
  return layouts[scene.design.layout].stacks.flatMap(({ items }) =>
    items.flatMap((item) => {
      if (item.kind !== 'words' || given[item.part] === '') return [];
      const text = given[item.part];
      const all = text + text.toLocaleUpperCase(scene.language);
      return [
        { font: fontOf(scene.design, { style: item.style, script: scriptOf(text), size: measuredAt }), text: all },
      ];
    }),
  );
}
