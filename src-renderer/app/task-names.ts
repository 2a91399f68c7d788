import type { CoWriterTask } from '../../src-shared/domain/co-writer';

/** The tasks of the co-writer as the author knows them. */
export const taskNames: Readonly<Record<CoWriterTask, string>> = {
  readiness: 'Reading the summary',
  clarifying: 'Clarifying questions',
  outline: 'Outline',
  questions: 'Interview questions',
  'rewrite-question': 'Asking differently',
  'follow-up': 'Follow-up questions',
  contradictions: 'Contradictions',
  draft: 'Draft',
  restyle: 'Restyling',
  enhance: 'Tightening and mending',
  'tidy-dictation': 'Tidying dictation',
  titles: 'Titles and covers',
  'cover-picture': 'Picture for the cover',
};
