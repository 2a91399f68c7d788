import { describe, expect, test } from 'vitest';
import { qualityOf, yardstickOf } from '../../../../src-main/interview/quality';

const yardstick = yardstickOf({
  family: 'memoir',
  language: 'en',
  title: 'A House in Boston',
  description: 'The shop and the candles.',
  sections: ['Uncle Benjamin'],
  about: 'A printer who ran away.',
});
const partsOf = (text: string, kind: 'scene' | 'plot' = 'scene') =>
  Object.fromEntries(qualityOf({ text, kind }, yardstick).parts.map(({ name, score }) => [name, score]));

describe('a question is measured by named parts', () => {
  test('a good one is good in all of them', () => {
    const quality = qualityOf(
      { text: 'Walk us through the candle shop on a winter morning in Boston.', kind: 'scene' },
      yardstick,
    );
    expect(quality.parts.map(({ name }) => name)).toEqual([
      'Length',
      'One question at a time',
      'About this chapter',
      'Fits the genre',
      'Specific',
      'Form',
    ]);
    expect(quality.score).toBe(1);
    expect(quality.parts.every(({ note }) => note !== '')).toBe(true);
  });
  test.each([
    ['Length', 'Why Boston?', 0.33],
    ['Length', `Describe ${'the long road from the old harbour up to the house '.repeat(8)}again.`, 0],
    ['One question at a time', 'Who lived in the Boston house? Why did they leave it?', 0.3],
    ['One question at a time', 'Who lived in the Boston house and why did they leave?', 0.6],
    ['About this chapter', 'Which printer did you fear most that year?', 0.8],
    ['About this chapter', 'Which neighbour lent you money most often?', 0.6],
    ['Specific', 'What is your book about?', 0.2],
    ['Specific', 'How did you feel?', 0.2],
    ['Form', 'describe [the house] in Boston', 0],
    ['Form', 'which room of the house did you love', 0.4],
  ])('%s: %s', (part, text, score) => {
    expect(partsOf(text)[part]).toBe(score);
  });
  test('a kind of another genre counts against it', () => {
    expect(partsOf('Which room of the Boston house did you love?', 'plot')['Fits the genre']).toBe(0.4);
  });
  test('a question in another script is not held to English form', () => {
    const japanese = yardstickOf({
      family: 'memoir',
      language: 'ja',
      title: '父の店',
      description: '',
      sections: [],
      about: '',
    });
    const { parts } = qualityOf({ text: '父の店の朝はどんな匂いがしましたか？', kind: 'scene' }, japanese);
    expect(parts.map(({ score }) => score)).toEqual([1, 1, 1, 1, 1, 1]);
  });
});
