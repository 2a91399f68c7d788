import type { BookSection, Note } from '../block';
import { prefix } from './markdown-blocks';
import { escapeMarkdown, markdownInline } from './markdown-inline';

/** YAML front matter; fields without a value are left out. */
export function frontMatterText(fields: readonly (readonly [name: string, value: string])[]): string {
  const lines = fields.filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `---\n${lines.join('\n')}\n---\n`;
}

/** The title of a section as a heading of the first level; a rule where it has none. */
export function headingText(section: BookSection): string {
  const title = titleOf(section);
  return title === '' ? '\n* * *\n' : `\n# ${escapeMarkdown(title)}\n`;
}

/** What a section is called. A dedication has no heading on the page; here its name keeps it apart from what stands before it. */
export const titleOf = (section: BookSection): string => (section.heading === '' ? section.contentsTitle : section.heading);

/** The notes that wait, each as a definition; the list is empty afterwards. */
export function notesText(notes: Note[]): string {
  return notes
    .splice(0)
    .map((note) => `\n${prefix(markdownInline(note.content, false), '    ', `[^${note.id}]: `)}\n`)
    .join('');
}

/** What may stand between the words of a Markdown file besides its markup. */
export const markdownFurniture = /^[*~#>\-|!\d.:]*$/u;
