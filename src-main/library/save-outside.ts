import { dirname } from 'node:path';
import { fail } from '../failure';
import { isInside } from '../files/is-inside';
import type { Dialogs } from '../shell-ports';

/**
 * Dialogs that save nothing into the library: a finished file there could take the place of a book. What is picked there
 * fails with `folder-unusable`.
 */
export function saveOutside(dialogs: Dialogs, library: () => string): Dialogs {
  return {
    ...dialogs,
    async chooseSaveFile(request) {
      const file = await dialogs.chooseSaveFile(request);
      if (file !== null && (await isInside(file, library()))) {
        fail({ code: 'folder-unusable', folder: dirname(file), reason: 'in-library' });
      }
      return file;
    },
  };
}
