import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { familyOf, Genre } from '../../../../src-shared/domain/genre';
import { kindsOf, QuestionText } from '../../../../src-shared/domain/interview';
import { Pack } from '../../../../src-shared/domain/pack';
import { fillFocus } from '../../../../src-main/interview/select-questions';
import { createDuplicateFinder, similarityOf, tokensOf } from '../../../../src-main/interview/similarity';

const folder = join(import.meta.dirname, '../../../../resources/packs/en');
const readPack = (genre: string): unknown => JSON.parse(readFileSync(join(folder, `${genre}.json`), 'utf8'));

/** All prose of a value, with the path to it. */
function proseOf(value: unknown, path = ''): { path: string; text: string }[] {
  if (typeof value === 'string')
    return /\.(?:id|kind|difficulty|stage|genre|language)$/u.test(path) ? [] : [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => proseOf(inner, `${path}.${key}`));
}

test('there is one pack for each genre and no other file', () => {
  expect(readdirSync(folder).sort()).toEqual(Genre.options.map((genre) => `${genre}.json`).sort());
});

describe.each(Genre.options)('the pack for %s', (genre) => {
  const pack = Pack.parse(readPack(genre));
  const all = [...pack.questions, ...pack.focusQuestions];
  const filled = [
    ...pack.questions,
    ...pack.focusQuestions.map((question) => ({ ...question, text: fillFocus(question.text, 'A House in Boston') })),
  ];

  test('says what it is', () => {
    expect([pack.genre, pack.language]).toEqual([genre, 'en']);
  });

  test('has a blueprint of 6 to 12 chapters with an opening and an ending', () => {
    const stages = pack.outline.chapters.map(({ stage }) => stage);
    expect([stages[0], stages.at(-1)]).toEqual(['opening', 'ending']);
    expect(new Set(pack.outline.chapters.map(({ title }) => title)).size).toBe(pack.outline.chapters.length);
  });

  test('has ids that are unique and its own', () => {
    const ids = [...all, ...pack.clarifying].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !id.startsWith(`${genre}-`))).toEqual([]);
  });

  test('asks only what fits its family, each kind at least three times and none too often', () => {
    const kinds = kindsOf[familyOf(genre)];
    expect(all.filter(({ kind }) => !kinds.includes(kind)).map(({ id }) => id)).toEqual([]);
    for (const kind of kinds) {
      const count = all.filter((question) => question.kind === kind).length;
      expect(count, kind).toBeGreaterThanOrEqual(3);
      expect(count / all.length, kind).toBeLessThanOrEqual(0.35);
    }
  });

  test('has questions of every difficulty and for every place', () => {
    for (const difficulty of ['easy', 'medium', 'hard']) {
      expect(all.filter((question) => question.difficulty === difficulty).length, difficulty).toBeGreaterThanOrEqual(5);
    }
    for (const stage of ['opening', 'middle', 'ending']) {
      expect(all.filter((question) => question.stage === stage).length, stage).toBeGreaterThanOrEqual(4);
    }
  });

  test('has complete sentences of a readable length', () => {
    const bad = filled.filter(
      ({ text }) => !QuestionText.safeParse(text).success || !/[.?]”?$/u.test(text) || !/^[“\p{Lu}]/u.test(text),
    );
    expect(bad.map(({ text }) => text)).toEqual([]);
  });

  test('leaves no placeholder over, and puts the focus inside quotation marks, once', () => {
    expect(
      proseOf({ ...pack, focusQuestions: [] }).filter(({ text }) => /[{}[\]]|\bTBD\b|lorem ipsum/iu.test(text)),
    ).toEqual([]);
    for (const { id, text, help, example, why } of pack.focusQuestions) {
      expect(text.split('{focus}').length, id).toBe(2);
      expect(text, id).toContain('“{focus}”');
      expect([text.replace('{focus}', ''), help, example, why].join(' '), id).not.toMatch(/[{}[\]]/u);
    }
  });

  test('is set with real quotation marks', () => {
    expect(proseOf(pack).filter(({ text }) => /["'`]|--|\.\.\./u.test(text))).toEqual([]);
  });

  test('asks nothing twice', () => {
    const tokens = filled.map(({ text }) => ({ text, words: tokensOf(text, 'en') }));
    const alike = tokens.flatMap((one, index) =>
      tokens
        .slice(index + 1)
        .flatMap((other) => (similarityOf(one.words, other.words) >= 0.7 ? [[one.text, other.text]] : [])),
    );
    expect(alike).toEqual([]);
  });
});

test('no two genres share a question', () => {
  const finder = createDuplicateFinder('en');
  const shared: string[] = [];
  for (const genre of Genre.options) {
    const { questions, focusQuestions } = Pack.parse(readPack(genre));
    const texts = [...questions, ...focusQuestions].map(({ text }) => text.replace('{focus}', ''));
    for (const text of texts) {
      const found = finder.find(text, 0.7);
      if (found !== undefined) shared.push(`${genre}: ${text} = ${found}`);
    }
    for (const text of texts) finder.add(text);
  }
  expect(shared).toEqual([]);
});
