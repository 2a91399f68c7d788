import { z } from 'zod';

/** Every genre is first-class: each has an interview pack of its own in `resources/packs`. */
export const Genre = z.enum([
  'memoir', 'biography', 'narrative-non-fiction', 'history', 'business', 'self-help', 'how-to', 'health', 'science',
  'travel', 'cooking', 'education', 'technical', 'essay-collection', 'general-fiction', 'literary-fiction', 'fantasy',
  'science-fiction', 'mystery', 'thriller', 'romance', 'historical-fiction', 'childrens',
]);
export type Genre = z.infer<typeof Genre>;

/** A family shares its kinds of question, never its questions. */
export type GenreFamily = 'fiction' | 'non-fiction' | 'memoir';

const fiction: readonly Genre[] = [
  'general-fiction', 'literary-fiction', 'fantasy', 'science-fiction', 'mystery', 'thriller', 'romance',
  'historical-fiction', 'childrens',
];
const memoir: readonly Genre[] = ['memoir', 'biography', 'travel', 'narrative-non-fiction'];

/** The family that decides which kinds of question fit a genre. */
export function familyOf(genre: Genre): GenreFamily {
  if (fiction.includes(genre)) return 'fiction';
  return memoir.includes(genre) ? 'memoir' : 'non-fiction';
}

/** The genre as a reader would write it: "Science fiction". */
export function genreName(genre: Genre): string {
  if (genre === 'childrens') return 'Children’s';
  if (genre === 'narrative-non-fiction') return 'Narrative non-fiction';
  if (genre === 'self-help' || genre === 'how-to') return genre === 'self-help' ? 'Self-help' : 'How-to';
  const words = genre.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
