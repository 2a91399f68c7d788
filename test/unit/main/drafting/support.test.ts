import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { DraftAnswer } from '../../../../src-main/drafting/drafter';
import { sentencesOf } from '../../../../src-main/drafting/segment';
import { createSupport } from '../../../../src-main/drafting/support';
import { shippedPacks } from '../../../support/start-interview';
import { createRandom, type Random } from '../../../support/random';

type BookFile = { outline: { interview: { question: string; answer: string }[] }[] };

/** A real interview: the one that ships, or the file that INTERVIEW names. */
const bookFile = process.env['INTERVIEW'] ?? join(import.meta.dirname, '../../../../resources/sample/sample-book.json');
const answers: DraftAnswer[] = (JSON.parse(readFileSync(bookFile, 'utf8')) as BookFile).outline
  .flatMap(({ interview }) => interview)
  .map(({ answer }, index) => ({ answerId: `a${index}`, questionId: `a${index}`, text: answer }));
const seed = Number(process.env['SEED'] ?? 7);

type Quote = { readonly answerId: string; readonly quote: string };

/** A run of whole words of an answer, long enough to carry a sentence. */
function takeQuote(random: Random): Quote {
  for (;;) {
    const { answerId, text } = random.pick(answers) ?? { answerId: '', text: '' };
    const words = (random.pick(sentencesOf(text, 'en')) ?? '').trim().split(/\s+/u);
    const from = random.below(Math.max(1, words.length - 6));
    const quote = words.slice(from, from + 6 + random.below(6)).join(' ');
    if ((quote.match(/\p{L}{3,}/gu) ?? []).length >= 5) return { answerId, quote };
  }
}

function replaceAt(text: string, at: number, by: string): string {
  return text.slice(0, at) + by + text.slice(at + 1);
}

const letterPlaces = (text: string): number[] => [...text.matchAll(/[a-z]/gu)].map(({ index }) => index);

/** Each way in which a model can get a quote wrong. */
const falsifiers: Readonly<Record<string, (quote: Quote, random: Random) => Quote>> = {
  'one letter': ({ answerId, quote }, random) => {
    const at = random.pick(letterPlaces(quote)) ?? 0;
    return { answerId, quote: replaceAt(quote, at, quote.charAt(at) === 'q' ? 'z' : 'q') };
  },
  'a capital': ({ answerId, quote }, random) => {
    const at = random.pick(letterPlaces(quote)) ?? 0;
    return { answerId, quote: replaceAt(quote, at, quote.charAt(at).toUpperCase()) };
  },
  'one word': ({ answerId, quote }, random) => {
    const words = quote.split(' ');
    return { answerId, quote: words.with(random.below(words.length), 'moonlight').join(' ') };
  },
  'a word left out': ({ answerId, quote }, random) => {
    const words = quote.split(' ');
    return { answerId, quote: words.toSpliced(1 + random.below(words.length - 2), 1).join(' ') };
  },
  'other punctuation': ({ answerId, quote }, random) => {
    const words = quote.split(' ');
    const at = random.below(words.length - 1);
    const word = words[at] ?? '';
    return { answerId, quote: words.with(at, /[,.;:!?]$/u.test(word) ? word.slice(0, -1) : `${word};`).join(' ') };
  },
  'a word cut short': ({ answerId, quote }) => ({ answerId, quote: quote.replace(/\P{L}*$/u, '').slice(0, -1) }),
  'another answer': ({ answerId, quote }, random) => {
    const others = answers.filter((other) => other.answerId !== answerId && !other.text.includes(quote));
    return { answerId: random.pick(others)?.answerId ?? '', quote };
  },
  'an answer that is not there': ({ quote }) => ({ answerId: 'a99999', quote }),
  invented: ({ answerId }, random) => ({ answerId, quote: `I remember the orange balloon of ${random.below(1_000)} summers` }),
};

/** What may differ: spaces, and the form of quotation marks and apostrophes. */
function inOtherDress(quote: string, random: Random): string {
  const marks: Readonly<Record<string, string>> = { '“': '"', '”': '"', '"': '„', '’': "'", "'": '’', '‘': "'" };
  return quote.replace(/[“”"’'‘]/gu, (mark) => marks[mark] ?? mark).replace(/ /gu, () => random.pick([' ', '  ', '\n', '\u00a0']) ?? ' ');
}

describe('quotes of a real interview', () => {
  const { check } = createSupport(answers, 'en');
  const stands = ({ answerId, quote }: Quote): boolean =>
    check({ text: 'A sentence.', citations: [{ answerId, questionId: answerId, quote }] }).citations.length === 1;
  const rounds = 500;

  test('stand as they are, and with other spaces and quotation marks; they become the author’s own letters', () => {
    const random = createRandom(seed);
    for (let round = 0; round < rounds; round += 1) {
      const { answerId, quote } = takeQuote(random);
      const citations = [quote, inOtherDress(quote, random)].map((each) => ({ answerId, questionId: answerId, quote: each }));
      const found = check({ text: 'A sentence.', citations }).citations;
      expect(found, `SEED=${seed}: ${quote}`).toHaveLength(2);
      for (const each of found) expect(answers.find((answer) => answer.answerId === answerId)?.text).toContain(each.quote);
    }
  });

  test.each(Object.keys(falsifiers))('are found out by %s', (name) => {
    const random = createRandom(seed);
    const passed: string[] = [];
    let tried = 0;
    while (tried < rounds) {
      const falsified = falsifiers[name]?.(takeQuote(random), random) ?? { answerId: '', quote: '' };
      // What stands in the answer by chance is no falsehood: a repeated phrase, a shorter word.
      const { text } = answers.find(({ answerId }) => answerId === falsified.answerId) ?? { text: '' };
      if (wholeWordsIn(text, falsified.quote)) continue;
      tried += 1;
      if (stands(falsified)) passed.push(falsified.quote);
    }
    expect(passed, `SEED=${seed}`).toEqual([]);
  });

  test('in known numbers of all kinds are told apart, each one', () => {
    const random = createRandom(seed);
    const names = Object.keys(falsifiers);
    const mixed = Array.from({ length: 1_000 }, () => {
      const quote = takeQuote(random);
      const name = random.chance(0.5) ? undefined : random.pick(names);
      const made = name === undefined ? quote : (falsifiers[name]?.(quote, random) ?? quote);
      const { text } = answers.find(({ answerId }) => answerId === made.answerId) ?? { text: '' };
      return { made, isTrue: wholeWordsIn(text, made.quote) };
    });
    const sentences = mixed.map(({ made }) => ({ text: 'A sentence.', citations: [{ ...made, questionId: made.answerId }] }));
    const unsupported = sentences.map(check).filter(({ citations }) => citations.length === 0).length;
    expect(unsupported).toBe(mixed.filter(({ isTrue }) => !isTrue).length);
    expect(mixed.filter(({ isTrue }) => isTrue).length).toBeGreaterThan(400);
  });
});

/** Whether a quote stands in a text as whole words, found without a pattern. */
function wholeWordsIn(text: string, quote: string): boolean {
  const flat = text.replace(/\s+/gu, ' ');
  const isLetter = (character: string): boolean => /[\p{L}\p{M}\p{N}]/u.test(character);
  for (let at = flat.indexOf(quote); at >= 0; at = flat.indexOf(quote, at + 1)) {
    const cutsBefore = isLetter(flat.charAt(at - 1)) && isLetter(quote.charAt(0));
    const cutsAfter = isLetter(flat.charAt(at + quote.length)) && isLetter(quote.charAt(quote.length - 1));
    if (!cutsBefore && !cutsAfter) return true;
  }
  return false;
}

describe('a quote', () => {
  const one = (text: string, language = 'en') => createSupport([{ answerId: 'a', questionId: 'q', text }], language);

  test.each([
    ['of two words carries nothing', 'He said so, and left.', 'He said', undefined],
    ['of one long word carries nothing', 'The apprenticeship ended.', 'apprenticeship', undefined],
    ['of three words carries a sentence', 'He said so, and left.', 'said so, and', 'said so, and'],
    ['that holds signs of a pattern is read as it is', 'It cost (about) $5.00 [net] then.', '(about) $5.00 [net]', '(about) $5.00 [net]'],
    ['with a dot for any letter does not stand', 'It cost five net then.', 'cost f.ve net', undefined],
    ['in a script without spaces needs no edges', '私は川のほとりで育った。', '川のほとりで育', '川のほとりで育'],
    ['in such a script is not too short', '私は川のほとりで育った。', '川のほ', undefined],
    ['across lines is one', 'He came\n  home at night.', 'came home at', 'came\n  home at'],
    ['with a soft hyphen in the answer is true', 'The appren\u00adtice left\u00ad home.', 'The apprentice left home', 'The appren\u00adtice left\u00ad home'],
    ['with a joiner and a byte mark in the answer is true', '\ufeffHe sa\u200did\u2060 so, and left.', 'He said so', 'He sa\u200did\u2060 so'],
    ['with a hidden character of its own is true', 'He said so, and left.', 'He\u00a0sa\u00adid so', 'He said so'],
    ['is not made true by a hidden character that parts nothing', 'He said so\u00adon.', 'He said so', undefined],
  ])('%s', (_, text, quote, expected) => {
    expect(one(text, /\p{Script=Han}/u.test(text) ? 'ja' : 'en').literal({ answerId: 'a', quote })).toBe(expected);
  });

  test('that is empty or blank carries nothing', () => {
    for (const quote of ['', ' ', '""']) expect(one('He said so.').literal({ answerId: 'a', quote })).toBeUndefined();
  });
});

describe('names, numbers and dates', () => {
  const flags = (answer: string, text: string, language = 'en') =>
    createSupport([{ answerId: 'a', questionId: 'q', text: answer }], language).check({ text, citations: [] }).flagged ?? [];

  test.each([
    ['that an answer holds', 'James and I left in 1723.', 'In 1723 we left, James and I.', []],
    ['of another year', 'We left in 1723.', 'We left in 1724.', ['1724']],
    ['made of known parts', 'We had 3 or 5.', 'We had 3.5 then.', ['3.5']],
    ['of nobody the author named', 'We left in 1723.', 'We left with Keimer.', ['Keimer']],
    ['in the genitive', 'Keimer laughed.', 'We heard Keimer’s laugh.', []],
    ['at the start of a sentence cannot be told from any word', 'We left.', 'Holmes left.', []],
    ['of two words at the start of a sentence', 'We left.', 'Sherlock Holmes left.', ['Sherlock', 'Holmes']],
    ['in words that no answer holds', 'We left.', 'We had forty-two geese and two dogs.', ['forty-two', 'two']],
    ['in words that an answer holds, however they are joined', 'We had forty two geese.', 'Forty-two geese were ours.', []],
    ['in words of which an answer holds the digits', 'In 1947 we had 42 geese.', 'In nineteen forty-seven we had forty-two.', []],
    ['in digits of which an answer holds the words', 'We had forty-two geese.', 'We had 42 geese.', []],
    ['of one is no number', 'We left.', 'One day one of us left.', []],
  ])('%s', (_, answer, text, flagged) => expect(flags(answer, text)).toEqual(flagged));

  test.each([
    ['de', 'Wir hatten Gänse.', 'Wir hatten zweiundvierzig Gänse; er gab acht.', ['zweiundvierzig']],
    ['de', 'Es waren 42.', 'Es waren zweiundvierzig.', []],
    ['fr', 'Nous avions des oies.', 'Nous avions quatre-vingt-dix oies et un habit neuf.', ['quatre-vingt-dix']],
    ['es', 'Teníamos gansos.', 'Teníamos cuarenta y dos gansos.', ['cuarenta y dos']],
    ['it', 'Avevamo oche; tu lo sai.', 'Avevamo quarantadue oche. Sei tu.', ['quarantadue']],
    ['pt', 'Tínhamos 42 gansos.', 'Tínhamos quarenta e dois gansos e vinte patos.', ['vinte']],
    ['sv', 'Vi hade gäss.', 'Vi hade fyrtiotvå gäss.', []],
  ] as const)('%s: numbers in words, “%s” as “%s”', (language, answer, text, flagged) =>
    expect(flags(answer, text, language)).toEqual(flagged),
  );

  describe('at the start of a sentence, with the words of the language', async () => {
    const common = await shippedPacks().wordsOf('en-GB');
    const flagged = (text: string, of: readonly DraftAnswer[]) => createSupport(of, 'en', common).check({ text, citations: [] }).flagged ?? [];

    test('a name that no answer holds is flagged, and a common word is not', () => {
      const said = [{ answerId: 'a', questionId: 'q', text: 'We left for Boston with James.' }];
      for (const text of ['Holmes laughed.', 'We left. Keimer’s shop was shut.', '“Bradford,” I said.'])
        expect(flagged(text, said), text).toHaveLength(1);
      const openings = 'However Afterwards Looking Sometimes Nobody Every Years Later Meanwhile Before Perhaps Winter Evenings Somewhere Suddenly';
      for (const word of openings.split(' ')) expect(flagged(`${word} we left with James’s brother.`, said), word).toEqual([]);
    });

    test('nothing is flagged in a draft that only uses the words of a real interview', () => {
      const sentences = answers.flatMap(({ text }) => sentencesOf(text, 'en')).map((sentence) => sentence.trim());
      const wrong = sentences.filter((sentence) => flagged(sentence, answers).length > 0);
      expect(wrong).toEqual([]);
      expect(sentences.length).toBeGreaterThan(100);
    });
  });

  test('German nouns are no names; numbers still count', () => {
    expect(flags('Wir gingen 1723.', 'Wir gingen 1724 über die Brücke.', 'de')).toEqual(['1724']);
  });
});
