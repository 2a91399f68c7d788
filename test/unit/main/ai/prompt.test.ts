import { describe, expect, test } from 'vitest';
import { definePrompt, fillPrompt } from '../../../../src-main/ai/prompt';

const prompt = definePrompt({
  task: 'titles',
  version: 3,
  system: 'You know {{genre}}. A line: {"text": …}',
  user: 'Of “{{title}}”, a {{genre}} book: {{about}}',
});

describe('a filled prompt', () => {
  test('has every place filled, the same one wherever it stands', () => {
    expect(fillPrompt(prompt, { genre: 'memoir', title: 'Tallow', about: 'A life.' })).toEqual({
      task: 'titles',
      version: 3,
      messages: [
        { role: 'system', content: 'You know memoir. A line: {"text": …}' },
        { role: 'user', content: 'Of “Tallow”, a memoir book: A life.' },
      ],
    });
  });

  test('never reads what was put in for places, nor for what replacing makes of dollars', () => {
    const filled = fillPrompt(prompt, { genre: '$& {{about}}', title: '{{genre}}', about: "$1 $' {{title}}" });
    expect(filled.messages[1]?.content).toBe('Of “{{genre}}”, a $& {{about}} book: $1 $\' {{title}}');
  });

  test('cannot leave a place out: the compiler says so, and so does the filling', () => {
    // @ts-expect-error -- `about` is missing
    expect(() => fillPrompt(prompt, { genre: 'memoir', title: 'Tallow' })).toThrow('titles has no value for “about”');
  });
});
