import type { TitleIdea } from '../../../src-shared/ipc/co-writer-calls';
import { countOf } from '../../ui/words';

/** What asking for gaps in the summary came to. */
export const hintsSaid = (count: number): string =>
  count === 0 ? 'The co-writer misses nothing.' : `${countOf(count, 'thing')} the co-writer would still ask.`;

/** What asking for questions about the book came to. */
export const clarifyingSaid = (added: number): string =>
  added === 0 ? 'The co-writer has nothing new to ask.' : `${countOf(added, 'question')} from the co-writer.`;

/** What looking for titles came to. */
export const ideasSaid = (count: number): string =>
  count === 0 ? 'No idea came back.' : `${countOf(count, 'idea')}. Nothing is taken until you say so.`;

/** Where an idea can be taken to; a cover is drawn by hands. */
export type TitleField = 'title' | 'subtitle' | 'description';

/** Ideas of one sort under their heading. */
export type IdeaGroup = {
  readonly what: TitleIdea['what'];
  readonly heading: string;
  readonly field: TitleField | null;
  readonly ideas: readonly TitleIdea[];
};

const groups = [
  { what: 'title', heading: 'Titles', field: 'title' },
  { what: 'subtitle', heading: 'Subtitles', field: 'subtitle' },
  { what: 'back-cover', heading: 'For the back of the book', field: 'description' },
  { what: 'cover', heading: 'Ideas for the cover', field: null },
] as const;

/** Ideas by sort, in the order of the brief; sorts without any are left out. */
export function groupIdeas(ideas: readonly TitleIdea[]): readonly IdeaGroup[] {
  return groups
    .map((group) => ({ ...group, ideas: ideas.filter(({ what }) => what === group.what) }))
    .filter((group) => group.ideas.length > 0);
}

const takenWords: Readonly<Record<TitleField, string>> = {
  title: 'The book has a new title',
  subtitle: 'The book has a new subtitle',
  description: 'The back of the book has a new text',
};

/** What is said when an idea was taken. */
export const takenText = (field: TitleField): string => takenWords[field];
