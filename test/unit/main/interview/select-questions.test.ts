import { beforeAll, describe, expect, test } from 'vitest';
import type { Feedback } from '../../../../src-shared/domain/interview';
import { Genre } from '../../../../src-shared/domain/genre';
import type { Pack } from '../../../../src-shared/domain/pack';
import {
  candidatesFor,
  fillFocus,
  focusTitles,
  levelFor,
  selectQuestions,
  type Selection,
} from '../../../../src-main/interview/select-questions';
import { stageOf } from '../../../../src-main/interview/chapter-context';
import { similarityOf, tokensOf } from '../../../../src-main/interview/similarity';
import { shippedPacks } from '../../../support/start-interview';

let pack: Pack;
beforeAll(async () => {
  pack = await shippedPacks().packFor('memoir', 'en');
});
const chapter = {
  chapterId: 'c1',
  title: 'A House in Boston',
  sections: ['The Candle Shop', 'My Uncle Benjamin'],
  stage: 'opening' as const,
};
const selection = (more: Partial<Selection> = {}): Selection => ({
  pack,
  language: 'en',
  chapter,
  count: 10,
  experience: 'beginner',
  askedTexts: [],
  used: [],
  feedback: [],
  preference: new Map(),
  ...more,
});
const countOf = <T>(list: readonly T[], is: (each: T) => boolean) => list.filter(is).length;

describe('choosing questions for a chapter', () => {
  test('the same chapter gets the same questions, another one gets others', () => {
    const texts = selectQuestions(selection()).map(({ text }) => text);
    expect(selectQuestions(selection()).map(({ text }) => text)).toEqual(texts);
    const other = selectQuestions(selection({ chapter: { ...chapter, chapterId: 'c2' } })).map(({ text }) => text);
    expect(other).not.toEqual(texts);
  });

  test.each([3, 10, 20])(
    '%i questions: at most four of a kind, none alike, all for this place in the book',
    (count) => {
      const chosen = selectQuestions(selection({ count }));
      expect(chosen.length).toBe(count);
      for (const { kind } of chosen) expect(countOf(chosen, (other) => other.kind === kind)).toBeLessThanOrEqual(4);
      const tokens = chosen.map(({ text }) => tokensOf(text, 'en'));
      tokens.forEach((one, index) => {
        for (const other of tokens.slice(index + 1)) expect(similarityOf(one, other)).toBeLessThan(0.7);
      });
      expect(chosen.filter(({ stage }) => stage !== 'opening' && stage !== 'any')).toEqual([]);
      expect(chosen.filter(({ text }) => /[{}]/u.test(text))).toEqual([]);
    },
  );

  test('some ask about the chapter and its sections by name', () => {
    const focused = selectQuestions(selection()).filter(({ focus }) => focus !== null);
    expect(focused.length).toBeGreaterThanOrEqual(3);
    expect(new Set(focused.map(({ focus }) => focus)).size).toBe(3);
    for (const { text, focus } of focused) expect(text).toContain(`“${focus ?? ''}”`);
  });

  test('experience changes difficulty and order, not the subject', () => {
    const difficulties = (experience: Selection['experience']) =>
      selectQuestions(selection({ experience })).map(({ difficulty }) => difficulty);
    expect(difficulties('beginner')).toEqual([
      'easy',
      'easy',
      'easy',
      'easy',
      'easy',
      'easy',
      'medium',
      'medium',
      'medium',
      'hard',
    ]);
    expect(difficulties('professional')[0]).toBe('hard');
    expect(countOf(difficulties('professional'), (each) => each === 'easy')).toBeLessThan(3);
    const all = candidatesFor({ pack, chapter }).map(({ text }) => text);
    for (const { text } of selectQuestions(selection({ experience: 'professional' }))) expect(all).toContain(text);
  });

  test('what was asked is not asked again, here or anywhere, in the trash or not', () => {
    const first = selectQuestions(selection({ count: 20 }));
    const used = first.map(({ packId, text }) => ({ packId, text, chapterId: 'c1' }));
    const second = selectQuestions(selection({ count: 20, used, askedTexts: used.map(({ text }) => text) }));
    expect(second.filter(({ text }) => first.some((other) => other.text === text))).toEqual([]);
    const elsewhere = selectQuestions(
      selection({ count: 20, used: used.map((each) => ({ ...each, chapterId: 'c9' })) }),
    );
    const plain = first.filter(({ focus }) => focus === null).map(({ packId }) => packId);
    expect(elsewhere.filter(({ packId, focus }) => focus === null && plain.includes(packId))).toEqual([]);
  });

  test('a question that the author wrote in nearly the same words is not asked', () => {
    const [one] = selectQuestions(selection());
    if (!one) throw new Error('no question');
    const again = selectQuestions(selection({ askedTexts: [`Please: ${one.text.toLowerCase()}`] }));
    expect(again.map(({ text }) => text)).not.toContain(one.text);
  });

  test('kinds that the author answers gladly come more often', () => {
    const kinds = (value: number) =>
      countOf(
        selectQuestions(selection({ preference: new Map([['feeling', value]]) })),
        ({ kind }) => kind === 'feeling',
      );
    expect(kinds(1)).toBeGreaterThan(kinds(0));
  });

  test.each<[Feedback[], string]>([
    [['too-easy'], 'intermediate'],
    [['too-hard'], 'beginner'],
    [['too-easy', 'too-hard'], 'beginner'],
    [['too-easy', 'too-easy', 'too-easy'], 'intermediate'],
  ])('after %j a beginner is asked as %s', (feedback, level) => {
    expect(levelFor('beginner', feedback)).toBe(level);
  });

  test('after “off topic” more of the next questions name the chapter; after “unclear” they are shorter', () => {
    const focused = (feedback: Feedback[]) =>
      countOf(selectQuestions(selection({ feedback })), ({ focus }) => focus !== null);
    expect(focused(['off-topic'])).toBeGreaterThan(focused([]));
    const longest = Math.max(
      ...selectQuestions(selection({ feedback: ['unclear'] })).map(({ text }) => text.split(' ').length),
    );
    expect(longest).toBeLessThanOrEqual(22);
  });

  test('a whole book finds ten questions a chapter, or hardly fewer, in every genre', async () => {
    for (const genre of Genre.options) {
      const used: { packId: string; text: string; chapterId: string }[] = [];
      const ofGenre = await shippedPacks().packFor(genre, 'en');
      ofGenre.outline.chapters.forEach(({ title, sections, stage }, index) => {
        const here = { chapterId: `c${index}`, title, sections: sections.map((section) => section.title), stage };
        const chosen = selectQuestions(
          selection({ pack: ofGenre, chapter: here, used, askedTexts: used.map(({ text }) => text) }),
        );
        expect(chosen.length, `${genre}: ${title}`).toBeGreaterThanOrEqual(7);
        used.push(...chosen.map(({ packId, text }) => ({ packId, text, chapterId: here.chapterId })));
      });
      expect(used.length, genre).toBeGreaterThanOrEqual(ofGenre.outline.chapters.length * 10 - 3);
    }
  });
});

test('titles that name nothing are nothing to ask about', () => {
  expect(focusTitles(['Chapter 1', 'Kapitel IV', 'Untitled', ' ', 'The Sea', 'The Sea', 'New chapter'])).toEqual([
    'The Sea',
  ]);
});

test('quotation marks in a title become single ones, and no sign of it is special', () => {
  expect(fillFocus('Think of “{focus}”.', 'The “Go” Sign $& "x"')).toBe('Think of “The ‘Go’ Sign $& ‘x’”.');
});

test('the first quarter opens a book and the last one ends it', () => {
  const stages = (chapters: number) =>
    Array.from({ length: chapters }, (_, index) => stageOf(index, chapters).charAt(0)).join('');
  expect([1, 2, 3, 4, 8, 10].map(stages)).toEqual(['o', 'oe', 'ome', 'omme', 'oommmmee', 'ooommmmeee']);
});
