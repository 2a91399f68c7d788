import { isModelError, type AppError, type FoundThing, type LimitName } from '../../src-shared/result';
import { modelErrorText, type ErrorText } from './model-error-text';
import { refusalText } from './refusal-text';

/** The words for a failure. Adding a code breaks the build here until it has words. */
export function errorText(error: AppError): ErrorText {
  if (isModelError(error)) return modelErrorText(error);
  switch (error.code) {
    case 'not-found':
      if (error.what === 'passage')
        return {
          what: 'The passages that this was about have been changed since.',
          next: 'Ask again, about the text as it is now.',
        };
      return {
        what: `${things[error.what]} is no longer there.`,
        next: 'It may be in the trash. Go back and choose again.',
      };
    case 'invalid-input':
      return {
        what: 'Something in this form cannot be saved as it is.',
        next: error.issues.join('. ') || 'Check the fields and try again.',
      };
    case 'illegal-status':
      return {
        what: `A chapter cannot go from “${error.from}” to “${error.to}” in one step.`,
        next: 'Choose the step between first.',
      };
    case 'illegal-move':
      return error.reason === 'cycle'
        ? { what: 'A part cannot stand inside itself.', next: 'Nothing was moved. Choose another place.' }
        : {
            what: 'It cannot stand there.',
            next: 'Sections belong to chapters, and chapters to parts or the top level.',
          };
    case 'limit-reached':
      return limitText(error.limit, error.max);
    case 'duplicate-question':
      return { what: 'The book already asks nearly the same.', next: `The question is “${error.existing}”` };
    case 'pack-exhausted':
      return {
        what: `The question pack had ${error.added} more for this chapter, and no others.`,
        next: 'Write a question of your own, or answer these first.',
      };
    case 'too-few-answers':
      return {
        what: `A draft needs ${error.needed} answers; this chapter has ${error.answered}.`,
        next: 'Answer a little more, then come back.',
      };
    case 'nothing-to-undo':
      return { what: 'There is nothing to undo.', next: 'Your book is as you left it.' };
    case 'unsupported-image':
      return { what: imageReasons[error.reason], next: 'Choose a JPEG, PNG, WebP, GIF, AVIF or TIFF picture.' };
    case 'manuscript-refused':
      return refusalText(error.file, error.reason);
    case 'cancelled':
      return { what: 'Stopped, as you asked.', next: 'Nothing was changed.' };
    case 'internal':
      return {
        what: 'Something went wrong inside Longhand.',
        next: 'Your book is safe. Try again; the log has the details.',
      };
    default:
      return diskText(error);
  }
}

type DiskError = Extract<
  AppError,
  { code: `library-${string}` | 'folder-unusable' | 'read-only' | `disk-${string}` | 'unreadable-file' }
>;

function diskText(error: DiskError): ErrorText {
  switch (error.code) {
    case 'library-in-use':
      return {
        what: 'This library is open in another window of Longhand.',
        next: 'Go on there, or close it and open this one again.',
      };
    case 'library-newer':
      return {
        what: 'A newer Longhand wrote this library. It was left untouched.',
        next: 'Update Longhand to open it.',
      };
    case 'library-foreign':
      return {
        what: 'This folder holds other things, not a Longhand library. Nothing in it was touched.',
        next: 'Choose an empty folder or your library.',
      };
    case 'library-damaged':
      return {
        what: `The file ${error.file} cannot be read. It was kept as it is.`,
        next: 'Open Activity to see what was recovered.',
      };
    case 'folder-unusable':
      return {
        what: `${error.folder} ${folderReasons[error.reason]}`,
        next: error.reason === 'in-library' ? 'Save it in another folder.' : 'Choose another folder in Settings.',
      };
    case 'read-only':
      return {
        what: 'This library can be read but not changed.',
        next: 'Close the other window that uses it, or choose another folder.',
      };
    case 'disk-full':
      return {
        what: 'The disk is full, so this was not saved. What was saved before is safe.',
        next: 'Make some room; Longhand tries again by itself.',
      };
    case 'disk-failed':
      return {
        what: 'The disk refused to save. What was saved before is safe.',
        next: 'Check the drive and try again.',
      };
    case 'unreadable-file':
      return {
        what: `${error.file} cannot be read as text.`,
        next: 'Save it as plain UTF-8 Markdown and bring it again.',
      };
  }
}

function limitText(limit: LimitName, max: number): ErrorText {
  const most = max.toLocaleString();
  switch (limit) {
    case 'questions-per-chapter':
      return {
        what: `A chapter can have ${most} questions, and this one has them all.`,
        next: 'Trash a question you will not answer.',
      };
    case 'rewrites-per-question':
      return {
        what: `A question can be asked differently ${most} times.`,
        next: 'Choose an earlier wording, or write your own question.',
      };
    case 'paste-characters':
      return {
        what: `That is more than ${most} characters at once. Nothing was pasted.`,
        next: 'Bring it as a manuscript instead, or paste it in parts.',
      };
    case 'title-characters':
      return { what: `A title can have ${most} characters.`, next: 'Shorten it a little.' };
    case 'image-bytes':
      return {
        what: `A picture can weigh ${Math.round(max / 1_048_576).toLocaleString()} MB.`,
        next: 'Make it smaller and choose it again.',
      };
  }
}

const things: Readonly<Record<FoundThing, string>> = {
  book: 'This book',
  chapter: 'This chapter',
  question: 'This question',
  clarification: 'This question',
  draft: 'This draft',
  snapshot: 'This snapshot',
  asset: 'This picture',
  task: 'This task',
  proposal: 'This proposal',
  suggestion: 'This suggestion',
  passage: 'This passage',
  file: 'This file',
};

const folderReasons = {
  missing: 'is not there.',
  'not-a-folder': 'is not a folder.',
  'read-only': 'cannot be written to.',
  unreadable: 'holds a file that cannot be read.',
  'in-library': 'is your library’s own folder, where a file could take the place of a book.',
} as const;

const imageReasons = {
  'not-an-image': 'This file is not a picture that Longhand can read.',
  'too-many-bytes': 'This picture is larger than 20 MB.',
  'too-many-pixels': 'This picture has more than 60 megapixels.',
  'too-small': 'This picture is too small to print.',
} as const;
