import type { Brief } from '../../../src-shared/domain/brief';
import type { BookPapers, PaperDraft, PaperInterview, PaperQuestion } from '../book-papers';
import { prefix } from '../markdown/markdown-blocks';

// The author’s words are quoted as they were typed: a quote keeps headings of theirs from passing for headings of the file.
const quoted = (text: string): string => prefix(text.trim(), '> ');
const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();
const joined = (blocks: readonly string[]): string => `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
const titled = (title: string): string => oneLine(title) || 'Untitled';

/** The brief, what was asked about the book as a whole, and earlier summaries. */
export function briefText(brief: Brief, { clarifications, summaries }: BookPapers): string {
  const facts = [['Subtitle', brief.subtitle], ['Author', brief.author], ['Genre', brief.genre], ['Audience', brief.audience], ['Language', brief.language]]
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `- ${name}: ${value}`);
  const asked = clarifications.flatMap(({ question, answer, state, isPrivate }) => [
    `### ${oneLine(question)}`, isPrivate ? '*Private*' : '', answer.trim() === '' ? `*${state === 'skipped' ? 'Skipped' : 'Not answered'}*` : quoted(answer),
  ]);
  const earlier = summaries.flatMap(({ text, savedAt }) => [`### ${savedAt}`, quoted(text)]);
  return joined([
    `# ${titled(brief.title)}`, facts.join('\n'), '## Summary', quoted(brief.summary), '## Description', quoted(brief.description),
    ...(asked.length === 0 ? [] : ['## About the book', ...asked]),
    ...(earlier.length === 0 ? [] : ['## Earlier summaries', ...earlier]),
  ]);
}

/** Every question and answer, chapter by chapter. */
export const interviewText = (interviews: readonly PaperInterview[]): string =>
  joined(['# Questions and answers', ...interviews.flatMap(({ chapter, isTrashed, questions }) => [
    `## ${titled(chapter)}${isTrashed ? ' (in the trash)' : ''}`, ...questions.flatMap(questionBlocks),
  ])]);

function questionBlocks({ question, skipped, answer, isPrivate, earlierAnswers }: PaperQuestion): string[] {
  const facts = [skipped ? 'Skipped' : '', isPrivate ? 'Private' : ''].filter((fact) => fact !== '').join(', ');
  const earlier = earlierAnswers.flatMap(({ text, savedAt }) => [`*Earlier, ${savedAt}*`, quoted(text)]);
  return [`### ${oneLine(question)}`, facts === '' ? '' : `*${facts}*`, answer.trim() === '' ? '*Not answered*' : quoted(answer), ...earlier];
}

/** Every draft, with the words of the author’s that each sentence rests on left to the JSON beside it. */
export const draftsText = (drafts: readonly PaperDraft[]): string =>
  joined(['# Drafts', ...drafts.flatMap(({ chapter, createdAt, style, origin, model, paragraphs }) => [
    `## ${titled(chapter)}, ${createdAt}`, `*${style}, ${origin === 'built-in' ? 'arranged by Longhand' : `by the co-writer${model === '' ? '' : `, ${model}`}`}*`,
    ...paragraphs.map(({ sentences }) => quoted(sentences.map(({ text }) => text.trim()).join(' '))),
  ])]);
