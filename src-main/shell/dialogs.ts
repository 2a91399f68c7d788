import { dialog, shell, type BrowserWindow, type OpenDialogOptions } from 'electron';
import type { Dialogs, Opener } from '../shell-ports';

const kinds = {
  image: { name: 'Pictures', extensions: ['jpg', 'jpeg', 'png', 'webp', 'gif', 'avif', 'tif', 'tiff'] },
  manuscript: {
    name: 'Manuscripts',
    extensions: ['docx', 'odt', 'rtf', 'epub', 'md', 'markdown', 'txt', 'html', 'htm', 'xhtml', 'opml', 'scriv', 'scrivx', 'zip'],
  },
} as const;

/** The system's file dialogs, attached to the window. */
export function createDialogs(window: () => BrowserWindow | undefined): Dialogs {
  async function open(options: OpenDialogOptions): Promise<string | null> {
    const parent = window();
    const answer = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options));
    return answer.canceled ? null : (answer.filePaths[0] ?? null);
  }
  return {
    chooseFolder: () => open({ title: 'Choose a Library Folder', properties: ['openDirectory', 'createDirectory'] }),
    chooseFile: ({ kind }) =>
      open({
        properties: ['openFile'],
        filters: [{ name: kinds[kind].name, extensions: [...kinds[kind].extensions] }],
      }),
    async chooseSaveFile({ suggestedName, extension }) {
      const options = {
        defaultPath: `${suggestedName}.${extension}`,
        filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
        properties: ['createDirectory' as const, 'showOverwriteConfirmation' as const],
      };
      const parent = window();
      const answer = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options));
      return answer.canceled || !answer.filePath ? null : answer.filePath;
    },
  };
}

/** Opens and shows files with the system. Services call it only with paths that a dialog gave. */
export function createOpener(): Opener {
  return {
    async openFile(path) {
      const problem = await shell.openPath(path);
      if (problem !== '') throw new Error('The system could not open the file.');
    },
    async showFile(path) {
      shell.showItemInFolder(path);
    },
  };
}
