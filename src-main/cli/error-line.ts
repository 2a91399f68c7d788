import { isModelError, type AppError, type LimitName, type RefusalReason } from '../../src-shared/result';

/** One line for a failure: what happened, and what to do where something can be done. */
export function errorLine(error: AppError): string {
  if (isModelError(error)) return 'The command line does not ask models. Use the application.';
  switch (error.code) {
    case 'not-found':
      return `There is no ${error.what} “${error.id}”.`;
    case 'invalid-input':
      return `This cannot be used: ${error.issues.join('; ')}.`;
    case 'illegal-status':
      return `A chapter cannot go from “${error.from}” to “${error.to}” in one step.`;
    case 'illegal-move':
      return error.reason === 'cycle' ? 'A part cannot stand inside itself.' : 'It cannot stand there.';
    case 'limit-reached':
      return `${limits[error.limit]} ${error.max}.`;
    case 'duplicate-question':
      return `The book already asks nearly the same: “${error.existing}”`;
    case 'pack-exhausted':
      return `The question pack had ${error.added} more for this chapter, and no others.`;
    case 'too-few-answers':
      return `A draft needs ${error.needed} answers, and this chapter has ${error.answered}.`;
    case 'nothing-to-undo':
      return 'There is nothing to undo.';
    case 'unsupported-image':
      return 'The picture cannot be used.';
    case 'manuscript-refused':
      return `${error.file} was not taken in: ${refusals[error.reason]}.`;
    case 'cancelled':
      return 'Stopped. Nothing was changed.';
    case 'internal':
      return error.message;
    default:
      return diskLine(error);
  }
}

type DiskError = Extract<
  AppError,
  { code: `library-${string}` | 'folder-unusable' | 'read-only' | `disk-${string}` | 'unreadable-file' }
>;

function diskLine(error: DiskError): string {
  switch (error.code) {
    case 'library-in-use':
      return `The library in ${error.folder} is open in another Longhand (process ${error.pid}). Close it first; reading commands work all the same.`;
    case 'library-newer':
      return `A newer Longhand wrote ${error.file} (version ${error.found}, this one reads up to ${error.supported}). It was left untouched.`;
    case 'library-foreign':
      return `${error.folder} is not a copy of this library. Nothing was taken in.`;
    case 'library-damaged':
      return `${error.file} is damaged (${error.reason}). It was kept as it is.`;
    case 'folder-unusable':
      return `${error.folder} ${folders[error.reason]}`;
    case 'read-only':
      return 'This library can be read but not changed.';
    case 'disk-full':
      return `The disk is full: ${error.file} was not written. What was saved before is safe.`;
    case 'disk-failed':
      return `The disk refused ${error.file} (${error.reason}). What was saved before is safe.`;
    case 'unreadable-file':
      return `${error.file} cannot be read: ${error.reason}.`;
  }
}

const refusals: Readonly<Record<RefusalReason, string>> = {
  missing: 'there is no such file, or it cannot be opened',
  'unknown-kind': 'it is none of the formats that can be read; save it as DOCX, ODT, RTF, EPUB, HTML, Markdown or text in UTF-8',
  'old-word': 'it is in the format of Word before 2007; save it as DOCX',
  encrypted: 'it is locked with a password; save it without one',
  damaged: 'it is damaged',
  empty: 'there are no words in it',
  'too-large': 'it is larger than a manuscript of 100 MB',
  'too-many-parts': 'it has more parts than any manuscript',
  bomb: 'it would swell beyond reason when unpacked',
  outside: 'it names places outside itself',
  entities: 'it defines words of its own that could grow without end',
  'too-deep': 'it is nested more deeply than any manuscript',
  'too-slow': 'reading it did not end',
};

const folders = {
  missing: 'is not there.',
  'not-a-folder': 'is not a folder.',
  'read-only': 'cannot be written to.',
  unreadable: 'holds a file that cannot be read.',
  'in-library': 'is the library’s own folder, where a file could take the place of a book.',
} as const;

const limits: Readonly<Record<LimitName, string>> = {
  'questions-per-chapter': 'The most questions a chapter can have is',
  'rewrites-per-question': 'The most wordings a question can have is',
  'paste-characters': 'The most characters at once is',
  'title-characters': 'The most characters in a title is',
  'image-bytes': 'The most bytes a picture can have is',
};
