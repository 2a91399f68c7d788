import { familyOf, type Genre } from './genre';
import { countWords } from './word-count';

/** From this length on a summary carries an outline and questions; less is never refused. */
export const readinessLimits = { words: 30, characters: 150, mostWords: 400 } as const;

/** One thing a reader of the summary would still ask for. */
type ReadinessHint = { readonly id: string; readonly text: string };

/** How ready a summary is. Hints are gentle: they say what might be missing, never that something is wrong. */
export type Readiness = {
  readonly isReady: boolean;
  readonly words: number;
  readonly characters: number;
  /** 0 to 1: how far the two lengths are reached. */
  readonly progress: number;
  readonly hints: readonly ReadinessHint[];
};

type Sign = { readonly id: string; readonly text: string; readonly shows: RegExp };

const who =
  /\b(I|me|my|we|our|he|she|they|his|her|their|who|mother|father|child|friend|hero|woman|man|girl|boy|[A-Z][a-z]+ [A-Z][a-z]+)\b/;
const time =
  /\b(1[0-9]{3}|20[0-9]{2}|century|years?|summer|winter|spring|autumn|childhood|war|today|now|when|after|before|during|age)\b/i;
const place =
  /\b(in|at|from|near|across) (the |a )?[A-Z]\p{L}+|\b(town|village|city|house|farm|island|school|country|world|kingdom|planet|sea|street)\b/u;
const change =
  /\b(but|until|however|chang\w*|becam?e\w*|learn\w*|los[et]\w*|found|discover\w*|struggl\w*|must|against|despite|instead|turn\w*|finally)\b/i;
const reader =
  /\b(readers?|you|your|people|anyone|beginners?|students?|parents?|teams?|leaders?|patients?|for those|everyone)\b/i;
const promise =
  /\b(how to|learn|help\w*|show\w*|teach\w*|explain\w*|guide\w*|understand\w*|why|what|so that|will be able|avoid|build|argue\w*)\b/i;
const proof =
  /\b(example\w*|stud(y|ies)|research\w*|years of|experience\w*|stories|story|case\w*|evidence|interview\w*|recipes?|method\w*|steps?|worked|data)\b/i;

const signs: Readonly<Record<ReturnType<typeof familyOf>, readonly Sign[]>> = {
  fiction: [
    { id: 'person', text: 'Whose story is it? Name the one we follow.', shows: who },
    { id: 'place', text: 'Where and when does it happen?', shows: place },
    {
      id: 'conflict',
      text: 'What stands in the way? One sentence that begins with “but” often says it.',
      shows: change,
    },
  ],
  memoir: [
    { id: 'time', text: 'Which years or which time of life does it cover?', shows: time },
    { id: 'place', text: 'Where does it take place?', shows: place },
    { id: 'change', text: 'What changed between the first page and the last?', shows: change },
  ],
  'non-fiction': [
    { id: 'reader', text: 'Who is it for? Picture one reader.', shows: reader },
    { id: 'promise', text: 'What will that reader know or be able to do at the end?', shows: promise },
    { id: 'proof', text: 'What do you bring: experience, examples, research?', shows: proof },
  ],
};

/** Which scripts the word hints can read; for others only the lengths speak. */
const readable = /^(en)\b/i;

/** How ready a summary is for an outline and questions, with what its reader still lacks. */
export function readinessOf(summary: string, genre: Genre, language: string): Readiness {
  const text = summary.trim();
  const words = countWords(text, language);
  const characters = Array.from(text).length;
  const progress = Math.min(1, words / readinessLimits.words, characters / neededCharacters(language));
  const isReady = progress >= 1;
  return { isReady, words, characters, progress, hints: text === '' ? [] : hintsFor(text, words, genre, language) };
}

/** Chinese, Japanese and Korean say in one character what takes several letters elsewhere. */
function neededCharacters(language: string): number {
  return /^(zh|ja|ko)\b/i.test(language) ? Math.round(readinessLimits.characters / 3) : readinessLimits.characters;
}

function hintsFor(text: string, words: number, genre: Genre, language: string): readonly ReadinessHint[] {
  const missing = readable.test(language) ? signs[familyOf(genre)].filter((sign) => !sign.shows.test(text)) : [];
  const hints = missing.map(({ id, text: hint }) => ({ id, text: hint }));
  if (words <= readinessLimits.mostWords) return hints;
  return [...hints, { id: 'long', text: 'This is a long summary. Keep it; a short one on top helps you too.' }];
}
