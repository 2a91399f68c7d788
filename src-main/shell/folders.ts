import { app } from 'electron';
import { isAbsolute, join } from 'node:path';

/** The folders the application works with. */
export type Folders = {
  readonly user: string;
  readonly documents: string;
  readonly resources: string;
  readonly logs: string;
};

/**
 * Finds the folders. `LONGHAND_USER_DATA` and `LONGHAND_DOCUMENTS` put settings and books elsewhere: on a stick, or
 * in a scratch place for a test. Must run before the single-instance lock, which belongs to the user folder.
 */
export function findFolders(environment: NodeJS.ProcessEnv): Folders {
  const user = environment['LONGHAND_USER_DATA'];
  if (user !== undefined && isAbsolute(user)) app.setPath('userData', user);
  const documents = environment['LONGHAND_DOCUMENTS'];
  const userFolder = app.getPath('userData');
  return {
    user: userFolder,
    documents: documents !== undefined && isAbsolute(documents) ? documents : app.getPath('documents'),
    resources: app.isPackaged ? join(process.resourcesPath, 'resources') : join(app.getAppPath(), 'resources'),
    logs: join(userFolder, 'logs'),
  };
}
