/** Where a command can run: everywhere, with a book open, in the outline, in the interview, or in a chapter's text. */
export type CommandScope = 'app' | 'book' | 'outline' | 'interview' | 'write';

/** The menus of the application; `none` keeps a command out of them. */
export type CommandMenu = 'file' | 'edit' | 'book' | 'insert' | 'format' | 'view' | 'help' | 'none';

/** One thing the author can do. Menu, palette, shortcut list and buttons are all made from this. */
export type Command = {
  readonly id: string;
  readonly title: string;
  readonly scope: CommandScope;
  readonly menu: CommandMenu;
  /** `Mod` is Command on macOS and Control elsewhere; keys are joined by `+`, e.g. `Mod+Shift+P`. */
  readonly shortcut?: string;
  /** A second shortcut that peers' users expect. */
  readonly alternative?: string;
};

/** Every command, in menu order. A command's shortcut is unique inside scopes that can be active together. */
export const commands = [
  { id: 'library.newBook', title: 'New Book', scope: 'app', menu: 'file', shortcut: 'Mod+N' },
  { id: 'library.openSample', title: 'Open the Sample Book', scope: 'app', menu: 'file', shortcut: 'Mod+Alt+O' },
  { id: 'library.importManuscript', title: 'Bring a Manuscript…', scope: 'app', menu: 'file', shortcut: 'Mod+Shift+I' },
  { id: 'library.chooseFolder', title: 'Open Library Folder…', scope: 'app', menu: 'file', shortcut: 'Mod+O' },
  { id: 'text.saveSnapshot', title: 'Save a Snapshot', scope: 'book', menu: 'file', shortcut: 'Mod+S' },
  { id: 'text.history', title: 'Snapshots…', scope: 'write', menu: 'file', shortcut: 'Mod+Shift+S' },
  { id: 'tab.close', title: 'Close Tab', scope: 'write', menu: 'file', shortcut: 'Mod+W' },
  { id: 'app.quit', title: 'Quit Longhand', scope: 'app', menu: 'file', shortcut: 'Mod+Q' },

  { id: 'edit.undo', title: 'Undo', scope: 'app', menu: 'edit', shortcut: 'Mod+Z' },
  { id: 'edit.redo', title: 'Redo', scope: 'app', menu: 'edit', shortcut: 'Mod+Shift+Z', alternative: 'Mod+Y' },
  { id: 'edit.find', title: 'Find in Chapter', scope: 'write', menu: 'edit', shortcut: 'Mod+F' },
  { id: 'edit.replace', title: 'Find and Replace', scope: 'write', menu: 'edit', shortcut: 'Mod+H', alternative: 'Mod+Alt+F' },
  { id: 'book.search', title: 'Search the Book', scope: 'book', menu: 'edit', shortcut: 'Mod+Shift+F' },
  { id: 'app.settings', title: 'Settings', scope: 'app', menu: 'edit', shortcut: 'Mod+,' },

  { id: 'go.library', title: 'Go to Library', scope: 'app', menu: 'book', shortcut: 'Mod+Shift+L' },
  { id: 'go.brief', title: 'Go to Brief', scope: 'book', menu: 'book', shortcut: 'Alt+1' },
  { id: 'go.outline', title: 'Go to Outline', scope: 'book', menu: 'book', shortcut: 'Alt+2' },
  { id: 'go.interview', title: 'Go to Interview', scope: 'book', menu: 'book', shortcut: 'Alt+3' },
  { id: 'go.write', title: 'Go to Writing', scope: 'book', menu: 'book', shortcut: 'Alt+4' },
  { id: 'go.publish', title: 'Go to Publish', scope: 'book', menu: 'book', shortcut: 'Alt+5' },
  { id: 'go.cover', title: 'Design the Cover', scope: 'book', menu: 'book', shortcut: 'Alt+6' },
  { id: 'go.words', title: 'Whose Words', scope: 'book', menu: 'book', shortcut: 'Alt+7' },
  { id: 'go.activity', title: 'Go to Activity', scope: 'app', menu: 'book', shortcut: 'Mod+Shift+A' },
  { id: 'go.spending', title: 'Go to Spending', scope: 'app', menu: 'book', shortcut: 'Mod+Shift+M' },
  { id: 'waiting.tryNow', title: 'Try What Waits for the Co-writer', scope: 'app', menu: 'none', shortcut: 'Mod+Alt+W' },
  { id: 'chapter.next', title: 'Next Chapter', scope: 'book', menu: 'book', shortcut: 'Mod+Alt+PageDown' },
  { id: 'chapter.previous', title: 'Previous Chapter', scope: 'book', menu: 'book', shortcut: 'Mod+Alt+PageUp' },

  { id: 'outline.addChapter', title: 'Add Chapter', scope: 'outline', menu: 'book', shortcut: 'Mod+Enter' },
  { id: 'outline.addSection', title: 'Add Section', scope: 'outline', menu: 'book', shortcut: 'Mod+Shift+Enter' },
  { id: 'outline.addPart', title: 'Add Part', scope: 'outline', menu: 'book', shortcut: 'Mod+Alt+P' },
  { id: 'outline.addMatter', title: 'Add Front or Back Matter…', scope: 'outline', menu: 'book', shortcut: 'Mod+Alt+M' },
  { id: 'outline.propose', title: 'Propose an Outline', scope: 'outline', menu: 'book', shortcut: 'Mod+Shift+O' },
  { id: 'coWriter.outline', title: 'Propose an Outline with the Co-writer', scope: 'outline', menu: 'none', shortcut: 'Mod+Shift+G' },
  { id: 'outline.rename', title: 'Rename', scope: 'outline', menu: 'none', shortcut: 'F2' },
  { id: 'outline.moveUp', title: 'Move Up', scope: 'outline', menu: 'none', shortcut: 'Alt+ArrowUp' },
  { id: 'outline.moveDown', title: 'Move Down', scope: 'outline', menu: 'none', shortcut: 'Alt+ArrowDown' },
  { id: 'outline.moveIn', title: 'Move Into the One Above', scope: 'outline', menu: 'none', shortcut: 'Alt+ArrowRight' },
  { id: 'outline.moveOut', title: 'Move Out', scope: 'outline', menu: 'none', shortcut: 'Alt+ArrowLeft' },
  { id: 'outline.mergeWithNext', title: 'Join with Next Chapter', scope: 'outline', menu: 'none', shortcut: 'Mod+J' },
  { id: 'outline.trash', title: 'Move to Trash', scope: 'outline', menu: 'none', shortcut: 'Delete' },

  { id: 'interview.nextUnanswered', title: 'Next Unanswered Question', scope: 'interview', menu: 'book', shortcut: 'Mod+Shift+N' },
  { id: 'interview.next', title: 'Next Question', scope: 'interview', menu: 'none', shortcut: 'Alt+ArrowDown' },
  { id: 'interview.previous', title: 'Previous Question', scope: 'interview', menu: 'none', shortcut: 'Alt+ArrowUp' },
  { id: 'interview.complete', title: 'Complete Answer', scope: 'interview', menu: 'none', shortcut: 'Mod+Enter' },
  { id: 'interview.completeAndNext', title: 'Complete Answer and Go On', scope: 'interview', menu: 'none', shortcut: 'Mod+Shift+Enter' },
  { id: 'interview.skip', title: 'Skip Question', scope: 'interview', menu: 'none', shortcut: 'Mod+Shift+K' },
  { id: 'interview.rewrite', title: 'Ask It Differently', scope: 'interview', menu: 'none', shortcut: 'Mod+Shift+R' },
  { id: 'interview.addOwn', title: 'Write Your Own Question', scope: 'interview', menu: 'none', shortcut: 'Mod+Shift+Q' },
  { id: 'interview.draft', title: 'Draft from Answers', scope: 'interview', menu: 'book', shortcut: 'Mod+Shift+D' },

  { id: 'coWriter.questions', title: 'Ask the Co-writer for Questions', scope: 'interview', menu: 'none', shortcut: 'Mod+Shift+G' },
  { id: 'coWriter.followUp', title: 'Ask the Co-writer to Follow Up', scope: 'interview', menu: 'none', shortcut: 'Mod+Shift+U' },
  { id: 'coWriter.tidy', title: 'Tidy Up a Spoken Answer', scope: 'interview', menu: 'none', shortcut: 'Mod+Alt+Shift+S' },
  { id: 'coWriter.contradictions', title: 'Look for Contradictions', scope: 'interview', menu: 'none', shortcut: 'Mod+Shift+Y' },
  { id: 'coWriter.draft', title: 'Draft with the Co-writer', scope: 'interview', menu: 'none', shortcut: 'Mod+Shift+E' },

  { id: 'edit.restyle', title: 'Restyle with the Co-Writer…', scope: 'write', menu: 'edit', shortcut: 'Mod+Alt+Shift+R' },
  { id: 'edit.tighten', title: 'Tighten with the Co-Writer…', scope: 'write', menu: 'edit', shortcut: 'Mod+Alt+Shift+T' },
  { id: 'edit.expand', title: 'Expand with the Co-Writer…', scope: 'write', menu: 'edit', shortcut: 'Mod+Alt+Shift+E' },
  { id: 'edit.clarify', title: 'Clarify with the Co-Writer…', scope: 'write', menu: 'edit', shortcut: 'Mod+Alt+Shift+C' },
  { id: 'edit.grammar', title: 'Mend Grammar with the Co-Writer…', scope: 'write', menu: 'edit', shortcut: 'Mod+Alt+Shift+G' },
  { id: 'edit.tidy', title: 'Tidy Up Spoken Words with the Co-Writer…', scope: 'write', menu: 'edit', shortcut: 'Mod+Alt+Shift+S' },
  { id: 'suggestion.next', title: 'Next Suggestion', scope: 'write', menu: 'edit', shortcut: 'Mod+Alt+J' },
  { id: 'suggestion.accept', title: 'Accept Suggestion', scope: 'write', menu: 'edit', shortcut: 'Mod+Alt+Y' },
  { id: 'suggestion.reject', title: 'Reject Suggestion', scope: 'write', menu: 'edit', shortcut: 'Mod+Alt+X' },

  { id: 'insert.footnote', title: 'Footnote', scope: 'write', menu: 'insert', shortcut: 'Mod+Alt+N' },
  { id: 'insert.image', title: 'Image…', scope: 'write', menu: 'insert', shortcut: 'Mod+Alt+I' },
  { id: 'insert.table', title: 'Table', scope: 'write', menu: 'insert', shortcut: 'Mod+Alt+T' },
  { id: 'insert.sceneBreak', title: 'Scene Break', scope: 'write', menu: 'insert', shortcut: 'Mod+Alt+Enter' },
  { id: 'insert.link', title: 'Link…', scope: 'write', menu: 'insert', shortcut: 'Mod+L' },
  { id: 'insert.draft', title: 'Draft…', scope: 'write', menu: 'insert', shortcut: 'Mod+Alt+D' },

  { id: 'format.bold', title: 'Strong', scope: 'write', menu: 'format', shortcut: 'Mod+B' },
  { id: 'format.italic', title: 'Emphasis', scope: 'write', menu: 'format', shortcut: 'Mod+I' },
  { id: 'format.underline', title: 'Underline', scope: 'write', menu: 'format', shortcut: 'Mod+U' },
  { id: 'format.strike', title: 'Strikethrough', scope: 'write', menu: 'format', shortcut: 'Mod+Shift+X' },
  { id: 'format.smallCaps', title: 'Small Capitals', scope: 'write', menu: 'format', shortcut: 'Mod+Alt+C' },
  { id: 'format.code', title: 'Code', scope: 'write', menu: 'format', shortcut: 'Mod+E' },
  { id: 'format.private', title: 'Keep from the Co-Writer', scope: 'write', menu: 'format', shortcut: 'Mod+Alt+K' },
  { id: 'format.paragraph', title: 'Paragraph', scope: 'write', menu: 'format', shortcut: 'Mod+Alt+0' },
  { id: 'format.heading1', title: 'Heading 1', scope: 'write', menu: 'format', shortcut: 'Mod+Alt+1' },
  { id: 'format.heading2', title: 'Heading 2', scope: 'write', menu: 'format', shortcut: 'Mod+Alt+2' },
  { id: 'format.heading3', title: 'Heading 3', scope: 'write', menu: 'format', shortcut: 'Mod+Alt+3' },
  { id: 'format.quote', title: 'Block Quote', scope: 'write', menu: 'format', shortcut: 'Mod+Shift+B' },
  { id: 'format.bulletList', title: 'Bullet List', scope: 'write', menu: 'format', shortcut: 'Mod+Shift+8' },
  { id: 'format.orderedList', title: 'Numbered List', scope: 'write', menu: 'format', shortcut: 'Mod+Shift+7' },
  { id: 'format.verse', title: 'Verse', scope: 'write', menu: 'format', shortcut: 'Mod+Alt+V' },
  { id: 'format.codeBlock', title: 'Code Block', scope: 'write', menu: 'format', shortcut: 'Mod+Alt+E' },
  { id: 'chapter.splitHere', title: 'Split Chapter Here', scope: 'write', menu: 'format', shortcut: 'Mod+Alt+S' },

  { id: 'app.palette', title: 'Command Palette', scope: 'app', menu: 'view', shortcut: 'Mod+K', alternative: 'Mod+Shift+P' },
  { id: 'view.tree', title: 'Show or Hide the Outline', scope: 'book', menu: 'view', shortcut: 'Mod+Alt+L' },
  { id: 'view.support', title: 'Show or Hide the Side Panel', scope: 'book', menu: 'view', shortcut: 'Mod+Alt+R' },
  { id: 'view.focus', title: 'Focus on the Page', scope: 'book', menu: 'view', shortcut: 'F8' },
  { id: 'view.provenance', title: 'Show Where the Words Came From', scope: 'write', menu: 'view', shortcut: 'Mod+Shift+W' },
  { id: 'view.fullScreen', title: 'Full Screen', scope: 'app', menu: 'view', shortcut: 'F11' },
  { id: 'view.nextTheme', title: 'Next Theme', scope: 'app', menu: 'view', shortcut: 'Mod+Shift+T' },

  { id: 'help.shortcuts', title: 'Keyboard Shortcuts', scope: 'app', menu: 'help', shortcut: 'Mod+/' },
  { id: 'help.diagnostics', title: 'Diagnostics', scope: 'app', menu: 'help', shortcut: 'Mod+Shift+F12' },
] as const satisfies readonly Command[];

export type CommandId = (typeof commands)[number]['id'];
