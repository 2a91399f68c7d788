import type { CoverLayout } from '../../src-shared/domain/cover';
import { plane, smallStyle, spacedCapitals, titleStyle, words, type Box, type Layout, type Stack } from './layout';

const whole: Box = { x: 0, y: 0, width: plane.width, height: plane.height };
const box = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height });

const authorBelow = (at: Box, more: Partial<Stack> = {}): Stack => ({
  box: at,
  align: 'center',
  anchor: 'bottom',
  items: [words('author', spacedCapitals(78))],
  ...more,
});

const italicSubtitle = (largest: number, gap: number) =>
  words('subtitle', smallStyle(largest, 4, { voice: 'title', isItalic: true }), gap);

const overline = words('line', spacedCapitals(48, { ink: 'accent' }));

/** Every layout by its id, in the order of the choice. */
export const layouts: Readonly<Record<CoverLayout, Layout>> = {
  quiet: {
    name: 'Quiet',
    about: 'Literary: a disc, and much air',
    art: 'disc',
    picture: null,
    stacks: [
      {
        box: box(190, 230, 1_220, 830),
        align: 'center',
        anchor: 'top',
        items: [overline, words('title', titleStyle(250, 4), 60), italicSubtitle(84, 92)],
      },
      authorBelow(box(190, 2_210, 1_220, 150)),
    ],
  },
  type: {
    name: 'Type alone',
    about: 'Fiction and essays: the title is the picture',
    art: 'plain',
    picture: null,
    stacks: [
      {
        box: box(120, 150, 1_360, 1_800),
        align: 'start',
        anchor: 'top',
        items: [
          overline,
          words('title', titleStyle(400, 7, { weight: 'black', leading: 0.94, tracking: -0.018 }), 60),
          { kind: 'rule', width: 210, thickness: 20, gap: 96 },
          words('subtitle', smallStyle(88, 5), 80),
        ],
      },
      {
        box: box(120, 2_130, 1_360, 280),
        align: 'start',
        anchor: 'bottom',
        items: [words('author', smallStyle(108, 2, { weight: 'bold', ink: 'accent' }))],
      },
    ],
  },
  bold: {
    name: 'Big type',
    about: 'Non-fiction: one idea, loud',
    art: 'quarter',
    picture: null,
    stacks: [
      {
        box: box(120, 170, 1_360, 1_290),
        align: 'start',
        anchor: 'top',
        items: [
          words('line', smallStyle(54, 2, { weight: 'bold', ink: 'accent' })),
          words('title', titleStyle(330, 5, { weight: 'black', leading: 0.96, tracking: -0.026 }), 60),
          words('subtitle', smallStyle(94, 4, { leading: 1.16 }), 80),
        ],
      },
      {
        box: box(120, 1_980, 600, 430),
        align: 'start',
        anchor: 'bottom',
        items: [words('author', smallStyle(96, 3, { weight: 'bold', leading: 1.12 }))],
      },
    ],
  },
  photograph: {
    name: 'Whole picture',
    about: 'Memoir: a photograph to the edge',
    art: 'ridges',
    picture: { box: whole, shape: 'rectangle' },
    stacks: [
      {
        box: box(130, 1_440, 1_340, 990),
        align: 'start',
        anchor: 'bottom',
        isOnPicture: true,
        items: [
          words('line', spacedCapitals(48, { ink: 'light' })),
          words('title', titleStyle(270, 4, { ink: 'light', leading: 1 }), 44),
          words('subtitle', smallStyle(84, 3, { voice: 'title', isItalic: true, ink: 'light' }), 68),
          { kind: 'rule', width: 130, thickness: 6, gap: 64 },
          words('author', spacedCapitals(70, { ink: 'light' }), 56),
        ],
      },
    ],
  },
  band: {
    name: 'Picture in a band',
    about: 'Biography and history',
    art: 'contours',
    picture: { box: box(0, 860, plane.width, 1_120), shape: 'rectangle' },
    stacks: [
      {
        box: box(130, 150, 1_340, 590),
        align: 'center',
        anchor: 'middle',
        items: [overline, words('title', titleStyle(256, 3), 48), italicSubtitle(80, 74)],
      },
      authorBelow(box(130, 2_110, 1_340, 320), {
        anchor: 'middle',
        items: [words('author', spacedCapitals(92))],
      }),
    ],
  },
  window: {
    name: 'Window',
    about: 'Memoir and novels: a picture in an arch',
    art: 'ridges',
    picture: { box: box(360, 1_000, 880, 1_210), shape: 'arch' },
    stacks: [
      {
        box: box(150, 160, 1_300, 690),
        align: 'center',
        anchor: 'middle',
        items: [overline, words('title', titleStyle(250, 3), 48), italicSubtitle(80, 78)],
      },
      authorBelow(box(150, 2_290, 1_300, 150), { anchor: 'middle' }),
    ],
  },
  framed: {
    name: 'Framed',
    about: 'Classics: a double frame, centred capitals',
    art: 'frame',
    picture: null,
    stacks: [
      {
        box: box(290, 350, 1_020, 1_560),
        align: 'center',
        anchor: 'middle',
        items: [
          overline,
          words('title', titleStyle(210, 5, { isCapitals: true, tracking: 0.05, leading: 1.12 }), 60),
          { kind: 'flower', height: 110, gap: 84 },
          italicSubtitle(84, 80),
        ],
      },
      authorBelow(box(290, 2_030, 1_020, 180)),
    ],
  },
  shapes: {
    name: 'Shapes',
    about: 'Ideas and children’s books: cut paper',
    art: 'shapes',
    picture: null,
    stacks: [
      {
        box: box(110, 130, 1_380, 740),
        align: 'start',
        anchor: 'top',
        items: [
          words('title', titleStyle(270, 3, { weight: 'black', leading: 0.98, tracking: -0.02 })),
          words('subtitle', smallStyle(76, 3), 62),
          words('author', smallStyle(76, 2, { weight: 'bold', ink: 'accent' }), 52),
        ],
      },
    ],
  },
  cloth: {
    name: 'Cloth and label',
    about: 'Classics and keepsakes: a stamped binding',
    art: 'cloth',
    picture: null,
    stacks: [
      {
        box: box(370, 590, 860, 900),
        align: 'center',
        anchor: 'middle',
        items: [
          overline,
          words('title', titleStyle(190, 5, { leading: 1.04 }), 48),
          { kind: 'rule', width: 110, thickness: 5, gap: 60 },
          italicSubtitle(66, 54),
          words('author', spacedCapitals(56), 66),
        ],
      },
    ],
  },
  ridges: {
    name: 'Landscape',
    about: 'Travel, nature, suspense: hills and a sun',
    art: 'ridges',
    picture: null,
    stacks: [
      {
        box: box(140, 190, 1_320, 900),
        align: 'center',
        anchor: 'top',
        items: [overline, words('title', titleStyle(280, 4, { leading: 1 }), 60), italicSubtitle(88, 88)],
      },
      authorBelow(box(140, 2_250, 1_320, 150), { items: [words('author', spacedCapitals(78, { ink: 'light' }))] }),
    ],
  },
  journal: {
    name: 'Journal',
    about: 'How-to, workbooks, journals',
    art: 'journal',
    picture: null,
    stacks: [
      {
        box: box(250, 170, 1_220, 1_240),
        align: 'start',
        anchor: 'bottom',
        items: [
          words('line', smallStyle(54, 2, { weight: 'bold', ink: 'on-accent' })),
          words('title', titleStyle(270, 5, { weight: 'bold', ink: 'on-accent', leading: 1, tracking: -0.02 }), 52),
          words('subtitle', smallStyle(84, 4, { ink: 'on-accent' }), 76),
        ],
      },
      {
        box: box(250, 2_190, 1_220, 210),
        align: 'start',
        anchor: 'bottom',
        items: [words('author', smallStyle(92, 2, { weight: 'bold' }))],
      },
    ],
  },
  wreath: {
    name: 'Wreath',
    about: 'Cooking, gardens, health, romance',
    art: 'wreath',
    picture: null,
    stacks: [
      {
        box: box(440, 750, 720, 820),
        align: 'center',
        anchor: 'middle',
        items: [overline, words('title', titleStyle(224, 5, { leading: 1.02 }), 46), italicSubtitle(74, 66)],
      },
      authorBelow(box(190, 2_210, 1_220, 160)),
    ],
  },
  contours: {
    name: 'Contours',
    about: 'Science, travel, essays: the lines of a map',
    art: 'map',
    picture: null,
    stacks: [
      {
        box: box(120, 1_560, 1_360, 650),
        align: 'start',
        anchor: 'top',
        items: [
          overline,
          words('title', titleStyle(240, 3, { weight: 'bold', leading: 1, tracking: -0.01 }), 40),
          words('subtitle', smallStyle(80, 3), 66),
        ],
      },
      {
        box: box(120, 2_260, 1_360, 150),
        align: 'start',
        anchor: 'bottom',
        items: [words('author', smallStyle(88, 2, { weight: 'bold', ink: 'accent' }))],
      },
    ],
  },
};
