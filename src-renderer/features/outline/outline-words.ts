import {
  hasText,
  type BackMatter,
  type ChapterStatus,
  type FrontMatter,
  type Matter,
  type NodeKind,
  type OutlineNode,
} from '../../../src-shared/domain/outline';
import { nextStatuses, suggestStatus } from '../../../src-shared/domain/outline';
import { readingMinutes } from '../../../src-shared/domain/word-count';
import type { z } from 'zod';
import { countOf } from '../../ui/words';

/** The words for each status, in the order a chapter grows. */
export const statusNames: Readonly<Record<ChapterStatus, string>> = {
  draft: 'Draft',
  'in-progress': 'In progress',
  completed: 'Completed',
  published: 'Published',
};

/** Every status, in the order a chapter grows. */
export const allStatuses = [
  'draft',
  'in-progress',
  'completed',
  'published',
] as const satisfies readonly ChapterStatus[];

/** What a kind of node is called. */
export const kindNames: Readonly<Record<NodeKind, string>> = {
  part: 'Part',
  chapter: 'Chapter',
  section: 'Section',
  front: 'Front matter',
  back: 'Back matter',
};

type MatterName = NonNullable<Matter>;

const frontMatter: Readonly<Record<z.infer<typeof FrontMatter>, string>> = {
  'title-page': 'Title page',
  copyright: 'Copyright',
  dedication: 'Dedication',
  epigraph: 'Epigraph',
  foreword: 'Foreword',
  preface: 'Preface',
  introduction: 'Introduction',
};

const backMatter: Readonly<Record<z.infer<typeof BackMatter>, string>> = {
  afterword: 'Afterword',
  acknowledgements: 'Acknowledgements',
  appendix: 'Appendix',
  notes: 'Notes',
  bibliography: 'Bibliography',
  'about-the-author': 'About the author',
};

/** A piece of front or back matter that can be added, with its name. */
export type MatterChoice = { readonly kind: 'front' | 'back'; readonly matter: MatterName; readonly name: string };

const choices = (kind: 'front' | 'back', names: Readonly<Record<string, string>>): readonly MatterChoice[] =>
  Object.entries(names).map(([matter, name]) => ({ kind, matter: matter as MatterName, name }));

/** Every piece of front and back matter, in the order of a printed book. */
export const matterChoices: readonly MatterChoice[] = [
  ...choices('front', frontMatter),
  ...choices('back', backMatter),
];

/** The name of a piece of front or back matter. */
export const matterName = (matter: MatterName): string => ({ ...frontMatter, ...backMatter })[matter];

/** A title to show where the author has not given one. */
export function shownTitle(node: OutlineNode): string {
  if (node.title.trim() !== '') return node.title;
  return node.matter ? matterName(node.matter) : `Untitled ${kindNames[node.kind].toLowerCase()}`;
}

/** What a screen reader says for a line: title, kind, status, words and answers. */
export function spokenLine(node: OutlineNode, number: number | null): string {
  const name = number === null ? shownTitle(node) : `${number}. ${shownTitle(node)}`;
  if (!hasText(node.kind)) return `${name}, ${kindNames[node.kind].toLowerCase()}`;
  const answers = node.questions > 0 ? `, ${node.answered} of ${countOf(node.questions, 'question')} answered` : '';
  return `${name}, ${statusNames[node.status].toLowerCase()}, ${countOf(node.words, 'word')}${answers}`;
}

/** Words of a script without spaces hold about this many characters; the outline knows only words. */
const charactersInSegmentedWord = 1.7;

/** How long a chapter takes to read: “No words yet” or “about 6 minutes”. */
export function readingTime(words: number, language: string): string {
  const minutes = readingMinutes({ words, characters: words * charactersInSegmentedWord }, language);
  return minutes === 0 ? 'No words yet' : `About ${countOf(minutes, 'minute')}`;
}

/** The status that the word count suggests as a step forward, or `null` when there is nothing to suggest. */
export function suggestionFor(node: OutlineNode): ChapterStatus | null {
  if (!hasText(node.kind)) return null;
  const suggested = suggestStatus(node.words);
  const isForward = allStatuses.indexOf(suggested) > allStatuses.indexOf(node.status);
  return isForward && nextStatuses(node.status).includes(suggested) ? suggested : null;
}

/** One chapter's answer to a bulk change of status. */
export type StatusChange = { readonly nodeId: string; readonly from: ChapterStatus; readonly changed: boolean };

/** What a bulk change did, as one sentence and a line for each chapter that stayed. */
export type StatusReport = {
  readonly summary: string;
  readonly stayed: readonly { readonly id: string; readonly line: string }[];
};

/** Puts a bulk change into words. */
export function reportStatus(
  nodes: readonly OutlineNode[],
  changes: readonly StatusChange[],
  to: ChapterStatus,
): StatusReport {
  const changed = changes.filter((change) => change.changed).length;
  const stayed = changes.filter((change) => !change.changed);
  const summary = `${countOf(changed, 'chapter')} now ${changed === 1 ? 'is' : 'are'} “${statusNames[to]}”.`;
  return { summary, stayed: stayed.map((change) => ({ id: change.nodeId, line: stayedLine(nodes, change, to) })) };
}

function stayedLine(nodes: readonly OutlineNode[], change: StatusChange, to: ChapterStatus): string {
  const node = nodes.find((other) => other.id === change.nodeId);
  const title = node ? shownTitle(node) : 'A chapter';
  if (change.from === to) return `“${title}” already was.`;
  const steps = nextStatuses(change.from).map((status) => statusNames[status]);
  return `“${title}” is “${statusNames[change.from]}”, which can become ${steps.join(' or ')}.`;
}
