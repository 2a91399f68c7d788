import { titleNames } from '../title-lines';
import type { Manuscript } from '../manuscript';

/** What explains the archive to who opens it, with or without Longhand. */
export function archiveReadme(manuscript: Manuscript, chapters: number): string {
  const { title, author } = titleNames(manuscript);
  return `${title}${author === '' ? '' : `, by ${author}`}
Everything of this book that Longhand keeps, as it was on ${manuscript.changedAt.slice(0, 10)}.

None of it needs Longhand. Texts are UTF-8; Markdown is CommonMark with footnotes, tables and ~~struck~~ words, as
pandoc, Obsidian, iA Writer, Scrivener and most others read it. JSON can be read by any program.

PRIVATE ANSWERS ARE IN HERE. This archive is for you. Before you give it to somebody else, take out the folders
"interview", "brief", "drafts" and "co-writer", which hold what you said in confidence and what was made of it.

README.txt                   this page
book.json                    title, author, language and so on, and the list of chapters in reading order, each with its file
outline.opml                 the whole outline with descriptions and states, for outliners and mind maps (OPML 2.0)

chapters/                    ${chapters === 1 ? 'the text, one file' : `the text, ${chapters} files`} in reading order, Markdown with front matter:
                               kind         chapter, preface, dedication …
                               part, number where the chapter stands; parts have no text and no file of their own
                               status       draft, in-progress, completed or published
                               description  what the outline says of it
                               id           the name by which the JSON files speak of the chapter
chapters/unplaced/           chapters that are in Longhand's "Unplaced", if there are any
pictures/                    the pictures of the chapters, and the cover

brief/brief.md               what the book is about: summary, description, answers about the book, earlier summaries
brief/brief.json             the same for programs
interview/interview.md       every question with its answer and the earlier answers, chapter by chapter
interview/interview.json     the same for programs; isPrivate marks what you kept from the co-writer
drafts/drafts.md             every draft that was made of your answers
drafts/drafts.json           the same for programs; each sentence with the quotes of yours that it rests on
co-writer/suggestions.json   what the co-writer suggested for passages, and what became of it
co-writer/proposals.json     the tables of contents that it proposed
whose-words/statement.html   whose words the book is made of, to read and to print
whose-words/statement.json   the same for programs
SHA256SUMS.txt               a checksum of every file; "sha256sum -c SHA256SUMS.txt" checks them all

To make one document of the chapters: pandoc chapters/*.md -o book.docx, in the folder "chapters" so that pictures are found.
To go on in Longhand: import the chapters; what you answered can be copied from interview.md.

Not in here: what is in the book's trash, kept states (snapshots) and the log of every change. A copy of the book's folder
in your library has those.
`;
}
