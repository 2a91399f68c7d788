import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DraftStyle } from '../../../../src-shared/domain/draft';
import { lettersOf, unsupported } from '../../../../src-main/drafting/check-citations';
import { draftFrom, type DraftAnswer } from '../../../../src-main/drafting/drafter';
import { tidyDataOf } from '../../../../src-main/drafting/language-data';

const answer = (text: string, id = 'a1'): DraftAnswer => ({ answerId: id, questionId: id, text });
const draft = (text: string, style: DraftStyle = 'tidied', language = 'en') =>
  draftFrom([answer(text)], { style, language }).paragraphs.map(({ sentences }) =>
    sentences.map((sentence) => sentence.text),
  );
const words = (texts: readonly string[], language: string) => texts.flatMap((text) => lettersOf(text, language));

describe('tidying by rule', () => {
  test.each([
    ['white space', 'We  went\tout.   It was cold.', ['We went out.', 'It was cold.']],
    ['capital and full stop', 'we went out', ['We went out.']],
    ['a name that begins small', 'iPhone sales were all he talked about', ['iPhone sales were all he talked about.']],
    ['doubled small words', 'He took the the bread and and left.', ['He took the bread and left.']],
    ['doubled words that make sense', 'I knew that that had had to end.', ['I knew that that had had to end.']],
    ['hesitations', 'Um, I was, uh, nine and um small.', ['I was nine and small.']],
    ['asides between commas', 'It was, you know, a long way.', ['It was a long way.']],
    ['words that only look like asides', 'You know the house.', ['You know the house.']],
    ['no hesitation taken out of what somebody said', '“Um,” she said.', ['“Um,” she said.']],
    ['a name in capitals', 'We studied at UM then.', ['We studied at UM then.']],
    ['quotation marks', '"Go," he said, "don\'t wait."', ['“Go,” he said, “don’t wait.”']],
    ['quotation marks over sentences', '"Go. Now." He left.', ['“Go.', 'Now.”', 'He left.']],
    ['inches', 'It was 5\'2" tall and grey.', ['It was 5\'2" tall and grey.']],
    ['elisions', "'Twas in the '90s.", ['’Twas in the ’90s.']],
    ['dashes and dots', 'He waited--long... and went.', ['He waited—long… and went.']],
    ['options of a program', 'Type ls --all to see it.', ['Type ls --all to see it.']],
    ['code', 'Type `say "hi"` now.', ['Type `say "hi"` now.']],
    [
      'abbreviations and initials',
      'Mr. George Brownell taught. So did J. R. Smith of St. Paul.',
      ['Mr. George Brownell taught.', 'So did J. R. Smith of St. Paul.'],
    ],
    ['speech that goes on', '“Stop!” he cried. I ran.', ['“Stop!” he cried.', 'I ran.']],
    ['addresses', 'we wrote to anna@example.org', ['We wrote to anna@example.org']],
    ['a lone hesitation', 'Um. We left.', ['We left.']],
  ])('%s', (_name, text, sentences) => {
    expect(draft(text)).toEqual([sentences]);
  });

  test.each([
    ['de', 'er sagte "ja" um zehn Uhr', 'Er sagte „ja“ um zehn Uhr.'],
    ['fr', 'il a dit "oui" et l\'a fait', 'Il a dit «\u00a0oui\u00a0» et l’a fait.'],
    ['ja', '父は印刷屋だった', '父は印刷屋だった。'],
    ['ar', 'كان أبي يعمل في البيت', 'كان أبي يعمل في البيت.'],
    ['ka', 'მამაჩემი ბოსტონში ცხოვრობდა', 'მამაჩემი ბოსტონში ცხოვრობდა.'],
    ['hi', 'मेरे पिता घर पर थे', 'मेरे पिता घर पर थे।'],
    ['xx', 'um so war es', 'Um so war es.'],
  ])('in %s', (language, text, sentence) => {
    expect(draft(text, 'tidied', language)).toEqual([[sentence]]);
  });

  test('as spoken, everything stays as it is', () => {
    expect(draft('um, i was "nine"--you know, nine\n\nand small', 'as-spoken')).toEqual([
      ['um, i was "nine"--you know, nine'],
      ['and small'],
    ]);
  });
});

describe('long and hostile answers take no longer than they should', () => {
  test.each([
    ['hesitations', 'um '],
    ['asides', 'we, you know, '],
    ['doubles', 'the the '],
    ['speech that goes on', 'No! not '],
    ['abbreviations', 'Mr. '],
    ['quotation marks', '"'],
    ['brackets', '" )'],
    ['dots', '...'],
    ['addresses', '@/'],
    ['apostrophes', "'tis 'n' "],
    ['dashes', ' --'],
    ['sentences', 'We went out to the river in the morning. '],
    ['lines', 'A line.\n'],
  ])('%s', (_name, piece) => {
    const long = piece.repeat(300_000 / piece.length);
    const given = [answer(`We began. ${long}`)];
    const start = performance.now();
    const { paragraphs } = draftFrom(given, { style: 'tidied', language: 'en' });
    expect(unsupported(paragraphs, given, 'en')).toEqual([]);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

describe('paragraphs', () => {
  const sentence = 'We walked down to the river every evening that summer. ';
  test('the author’s own breaks stay', () => {
    expect(draft('One day came.\n\nAnother day went.\nA third stayed.')).toEqual([
      ['One day came.'],
      ['Another day went.'],
      ['A third stayed.'],
    ]);
  });
  test('lines broken at a fixed width are one paragraph', () => {
    const wrapped =
      'It was the best of times that I remember there, and\nthe worst of them as well, since nobody had told us\nwhat was to come.';
    expect(draft(wrapped)).toEqual([[wrapped.replaceAll('\n', ' ')]]);
  });
  test('lines of verse get no full stops', () => {
    expect(draft('the sea is wide\nthe boat is small')).toEqual([['The sea is wide'], ['The boat is small']]);
  });
  test('a long answer without a break is cut between sentences', () => {
    const paragraphs = draft(sentence.repeat(36));
    expect(paragraphs.length).toBe(3);
    expect(paragraphs.map(({ length }) => length)).toEqual([12, 12, 12]);
  });
  test('short answers run on', () => {
    const { paragraphs } = draftFrom(
      [answer('We had a dog.', 'a'), answer('It was brown.', 'b'), answer(sentence.repeat(9), 'c')],
      { style: 'tidied', language: 'en' },
    );
    expect(paragraphs.map(({ sentences }) => sentences.length)).toEqual([2, 9]);
    expect(paragraphs[0]?.sentences.map(({ citations }) => citations[0]?.answerId)).toEqual(['a', 'b']);
  });
});

const phrase = fc.constantFrom(
  'um',
  'uh,',
  ', you know,',
  'the the',
  'we',
  'Mr.',
  '"go"',
  "'tis",
  "don't",
  '--',
  '...',
  'said.',
  'was it?',
  'no!',
  '\n',
  '\n\n',
  '5"',
  'ǅ',
  'ſo',
  'ıt',
  'İt',
  'ﬁn',
  '«',
  '»',
);
const text = fc
  .array(fc.oneof(phrase, fc.string({ unit: 'grapheme', maxLength: 12 }), fc.lorem({ maxCount: 3 })))
  .map((parts) => parts.join(' '));
const answers = fc
  .array(text, { minLength: 1, maxLength: 5 })
  .map((texts) => texts.map((each, index) => answer(each, `a${index}`)));
const language = fc.constantFrom('en', 'de', 'fr', 'tr', 'el', 'ja', 'ar', 'th', 'ka');

describe('nothing of its own', () => {
  test('as spoken, every word of the answers is there once, in order, and no other', () => {
    fc.assert(
      fc.property(answers, language, (given, tag) => {
        const { paragraphs } = draftFrom(given, { style: 'as-spoken', language: tag });
        const drafted = paragraphs.flatMap(({ sentences }) => sentences.map((sentence) => sentence.text));
        expect(words(drafted, tag)).toEqual(
          words(
            given.map((each) => each.text),
            tag,
          ),
        );
        expect(unsupported(paragraphs, given, tag)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('tidied, the only words missing are hesitations, asides and doubles', () => {
    fc.assert(
      fc.property(answers, language, (given, tag) => {
        const { paragraphs, removed } = draftFrom(given, { style: 'tidied', language: tag });
        const drafted = words(
          paragraphs.flatMap(({ sentences }) => sentences.map((sentence) => sentence.text)),
          tag,
        );
        const all = words(
          given.map((each) => each.text),
          tag,
        );
        expect(unsupported(paragraphs, given, tag)).toEqual([]);
        let at = 0;
        const missing = all.filter((word) => (word === drafted[at] ? (at += 1) < 0 : true));
        expect(at).toBe(drafted.length);
        expect(missing.toSorted()).toEqual(words(removed, tag).toSorted());
        const { hesitations, asides, neverTwice } = tidyDataOf(tag);
        const allowed = words([...hesitations, ...asides, ...neverTwice], tag);
        expect(missing.filter((word) => !allowed.includes(word))).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  test('every quote stands in its answer letter by letter', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const { paragraphs } = draftFrom(given, { style: 'tidied', language: 'en' });
        const cited = paragraphs.flatMap(({ sentences }) => sentences.flatMap(({ citations }) => citations));
        const closed = new Map(given.map(({ answerId, text: said }) => [answerId, said.replace(/\s+/gu, ' ')]));
        for (const { answerId, quote } of cited) expect(closed.get(answerId)).toContain(quote.replace(/\s+/gu, ' '));
        expect(cited.length).toBe(paragraphs.flatMap(({ sentences }) => sentences).length);
      }),
    );
  });

  test('a word that no answer holds is found out', () => {
    const given = [answer('We went out.')];
    const sentence = (said: string, quote: string) => ({
      sentences: [{ text: said, citations: [{ answerId: 'a1', questionId: 'a1', quote }] }],
    });
    expect(unsupported([sentence('We never went out.', 'We went out.')], given, 'en')).toEqual(['We never went out.']);
    expect(unsupported([sentence('We went out.', 'We went up.')], given, 'en')).toEqual(['We went out.']);
    expect(unsupported([sentence('“We” went out.', 'We went out.')], given, 'en')).toEqual([]);
  });
});
