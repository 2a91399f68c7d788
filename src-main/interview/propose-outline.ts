import type { Genre } from '../../src-shared/domain/genre';
import type { OutlineProposal, ProposedChapter } from '../../src-shared/domain/outline';
import type { Pack } from '../../src-shared/domain/pack';
import { similarityOf, tokensOf } from './similarity';

/** A chapter that the book has already. */
export type PresentChapter = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly sections: readonly { readonly title: string; readonly description: string }[];
};

/** What a proposal is made of. `answers` are the author's to the clarifying questions, in the order they were asked. */
export type ProposalSource = {
  readonly pack: Pack;
  readonly language: string;
  readonly present: readonly PresentChapter[];
  readonly answers: readonly string[];
};

type Blueprint = Pack['outline']['chapters'][number];
type Line = { readonly chapter: ProposedChapter; readonly place: number };

/** A proposal grows to this many chapters; a book that has more keeps them all. */
const mostChapters = 12;
/** Titles that have this much in common name the same chapter. */
const sameTitle = 0.5;

/** The genre with its article, as it stands after “Template for”. */
const templateNames: Readonly<Record<Genre, string>> = {
  memoir: 'a memoir',
  biography: 'a biography',
  'narrative-non-fiction': 'a true story',
  history: 'a history',
  business: 'a business book',
  'self-help': 'a self-help book',
  'how-to': 'a how-to book',
  health: 'a book on health',
  science: 'a book of science',
  travel: 'a travel book',
  cooking: 'a cookbook',
  education: 'a book on education',
  technical: 'a technical book',
  'essay-collection': 'a collection of essays',
  'general-fiction': 'a novel',
  'literary-fiction': 'a literary novel',
  fantasy: 'a fantasy novel',
  'science-fiction': 'a science fiction novel',
  mystery: 'a mystery',
  thriller: 'a thriller',
  romance: 'a romance',
  'historical-fiction': 'a historical novel',
  childrens: 'a children’s book',
};

function labelFor(genre: Genre, hasAnswers: boolean): string {
  return `Template for ${templateNames[genre]}${hasAnswers ? ', with your answers worked in' : ''}. No model was used.`;
}

const tokensOfBlueprint = ({ title, description, sections }: Blueprint, language: string): ReadonlySet<string> =>
  tokensOf(
    [title, description, ...sections.flatMap((section) => [section.title, section.description])].join('\n'),
    language,
  );

/** Pairs blueprint and present chapters by title, the most alike first; each is paired once. */
function matchTitles({ pack, present, language }: ProposalSource): ReadonlyMap<number, PresentChapter> {
  const pairs = pack.outline.chapters.flatMap((blueprint, index) =>
    present.map((chapter) => ({
      index,
      chapter,
      alike: similarityOf(tokensOf(blueprint.title, language), tokensOf(chapter.title, language)),
    })),
  );
  const matched = new Map<number, PresentChapter>();
  const taken = new Set<string>();
  for (const { index, chapter, alike } of pairs.sort((a, b) => b.alike - a.alike)) {
    if (alike < sameTitle || matched.has(index) || taken.has(chapter.id)) continue;
    matched.set(index, chapter);
    taken.add(chapter.id);
  }
  return matched;
}

/** Gives each answer to the chapter that speaks of the same things, the least burdened one where none does. */
function placeAnswers({ pack, answers, language }: ProposalSource): ReadonlyMap<number, readonly string[]> {
  const about = pack.outline.chapters.map((blueprint) => tokensOfBlueprint(blueprint, language));
  const placed = new Map<number, string[]>();
  for (const answer of answers) {
    const tokens = tokensOf(answer, language);
    const shared = about.map((words, index) => ({
      index,
      count: [...tokens].filter((token) => words.has(token)).length,
      burden: placed.get(index)?.length ?? 0,
    }));
    const best = shared.sort((a, b) => b.count - a.count || a.burden - b.burden || a.index - b.index)[0];
    if (best) placed.set(best.index, [...(placed.get(best.index) ?? []), answer]);
  }
  return placed;
}

/** An answer is quoted whole up to this length, and to the end of its first sentences beyond it. */
const quotedCharacters = 280;

function quote(answer: string, language: string): string {
  const text = answer.replace(/\s+/gu, ' ').trim();
  if (text.length <= quotedCharacters) return `You said: “${text}”`;
  let quoted = '';
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)) {
    if (quoted !== '' && quoted.length + segment.length > quotedCharacters) break;
    quoted += segment;
  }
  const cut =
    quoted.length > quotedCharacters ? `${quoted.slice(0, quotedCharacters).replace(/\s+\S*$/u, '')} …` : quoted.trim();
  return `You said: “${cut}”`;
}

function continuing(
  chapter: PresentChapter,
  blueprint: Blueprint | undefined,
  said: readonly string[],
): ProposedChapter {
  const { id, title, description, sections } = chapter;
  const base = description === '' ? (blueprint?.description ?? '') : description;
  // What was worked in once stays in the description: proposing again must not say it twice.
  const fresh = said.filter((line) => !base.includes(line));
  return {
    key: `present-${id}`,
    title,
    description: [base, ...fresh].filter((line) => line !== '').join(' '),
    sections: [...(sections.length > 0 ? sections : (blueprint?.sections ?? []))],
    continues: id,
  };
}

function presentPlaces(
  source: ProposalSource,
  matched: ReadonlyMap<number, PresentChapter>,
): ReadonlyMap<string, number> {
  const chapters = source.pack.outline.chapters.length;
  const anchors = new Map([...matched].map(([index, { id }]) => [id, (index + 0.5) / chapters]));
  const places = new Map<string, number>();
  let last = 0;
  source.present.forEach(({ id }, index) => {
    // The author's own order holds, whatever the blueprint's is.
    last = Math.max(last, anchors.get(id) ?? (index + 0.5) / source.present.length);
    places.set(id, last);
  });
  return places;
}

/** Leaves template chapters out, those nearest to a present one first, until the proposal is no longer than it should be. */
function trim(lines: readonly Line[]): Line[] {
  const own = lines.filter(({ chapter }) => chapter.continues !== null);
  const distance = (line: Line): number => Math.min(...own.map(({ place }) => Math.abs(place - line.place)));
  const added = lines.filter(({ chapter }) => chapter.continues === null).sort((a, b) => distance(b) - distance(a));
  const kept = new Set([...own, ...added.slice(0, Math.max(0, mostChapters - own.length))]);
  return lines.filter((line) => kept.has(line));
}

/**
 * A table of contents from the genre's blueprint. Present chapters keep their titles, their order and their sections and
 * are all in it, so that accepting it sends none away; the author's answers stand, as they were said, in the chapter
 * that speaks of the same things.
 */
export function proposeOutline(source: ProposalSource): OutlineProposal {
  const { pack, language, present } = source;
  const answers = source.answers.filter((answer) => answer.trim() !== '');
  const matched = matchTitles(source);
  const placed = placeAnswers({ ...source, answers });
  const saidIn = (index: number): string[] => (placed.get(index) ?? []).map((answer) => quote(answer, language));
  const blueprints = pack.outline.chapters;
  const indexOf = new Map([...matched].map(([index, { id }]) => [id, index]));
  const places = presentPlaces(source, matched);
  const own = present.map((chapter): Line => {
    const index = indexOf.get(chapter.id);
    const said = index === undefined ? [] : saidIn(index);
    return {
      chapter: continuing(chapter, index === undefined ? undefined : blueprints[index], said),
      place: places.get(chapter.id) ?? 0,
    };
  });
  const added = blueprints.flatMap(({ title, description, sections }, index): Line[] => {
    if (matched.has(index)) return [];
    const chapter = {
      key: `template-${index + 1}`,
      title,
      description: [description, ...saidIn(index)].join(' '),
      sections,
      continues: null,
    };
    return [{ chapter, place: (index + 0.5) / blueprints.length }];
  });
  const lines = trim([...own, ...added].sort((a, b) => a.place - b.place));
  return {
    origin: 'template',
    label: labelFor(pack.genre, answers.length > 0),
    chapters: lines.map(({ chapter }) => chapter),
  };
}
