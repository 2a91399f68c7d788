/** The command line of this build on a scratch library. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../electron-runtime.mjs';
import { runProgram } from './measure.mjs';

const entry = join(root, 'out', 'main', 'cli.js');

export function createCli(workspace) {
  const env = { ...process.env, LONGHAND_USER_DATA: workspace.path('user'), LONGHAND_DOCUMENTS: workspace.folder };
  return (library, ...args) => runProgram(process.execPath, [entry, ...args, '--library', library], { env });
}

/** A library that holds one text as a book; made once a text. */
export async function libraryOf({ workspace, text }) {
  const library = workspace.path(`library-${text.words}`);
  const cli = createCli(workspace);
  if (!existsSync(library)) await cli(library, 'import', text.file);
  const { out } = await cli(library, 'list');
  return { library, bookId: JSON.parse(out).books[0].bookId, cli };
}
