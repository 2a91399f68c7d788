import type { RefusalReason } from '../../src-shared/result';
import type { ErrorText } from './model-error-text';

const bringAnother = 'Nothing was made of it. Check where the file came from.';

/** The words for a manuscript that is not taken in. */
export function refusalText(file: string, reason: RefusalReason): ErrorText {
  const named = `“${file}”`;
  switch (reason) {
    case 'missing':
      return { what: `${named} cannot be opened.`, next: 'Check that it is still there, and bring it again.' };
    case 'unknown-kind':
      return {
        what: `${named} is no manuscript that Longhand can read.`,
        next: 'Save it as Word, OpenDocument, RTF, EPUB, HTML, Markdown or plain text in UTF-8.',
      };
    case 'old-word':
      return { what: `${named} is in the format of Word before 2007.`, next: 'Open it there, save it as DOCX, and bring that.' };
    case 'encrypted':
      return { what: `${named} is locked with a password.`, next: 'Save it without one and bring it again.' };
    case 'damaged':
      return { what: `${named} is damaged.`, next: 'Open it in the program it came from and save it again.' };
    case 'empty':
      return { what: `There are no words in ${named}.`, next: 'Nothing was made of it.' };
    case 'too-large':
      return { what: `${named} is larger than Longhand takes in at once.`, next: 'Up to 100 MB is fine. Bring it in parts.' };
    case 'too-many-parts':
      return { what: `${named} has more parts than any manuscript.`, next: bringAnother };
    case 'bomb':
      return { what: `${named} would swell beyond reason when unpacked, so it was left closed.`, next: bringAnother };
    case 'outside':
      return { what: `${named} names places outside itself, so it was left closed.`, next: bringAnother };
    case 'entities':
      return { what: `${named} defines words of its own that could grow without end.`, next: bringAnother };
    case 'too-deep':
      return { what: `${named} is nested more deeply than any manuscript.`, next: bringAnother };
    case 'too-slow':
      return { what: `Reading ${named} did not come to an end, so it was stopped.`, next: bringAnother };
  }
}
