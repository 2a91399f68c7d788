import type { WorkOf } from '../../../src-shared/ipc/co-writer-calls';
import { fillPrompt } from '../../ai/prompt';
import { visibleText } from '../../ai/material';
import type { Book } from '../../book/book';
import { AppFailure, fail } from '../../failure';
import { bookFacts } from '../book-material';
import { coverPicturePrompt } from '../prompts/cover-picture';
import type { PicturePlan } from '../work';

/** What the work needs of the book’s pictures. */
export type CoverPicturePorts = {
  /** Takes a picture into the book; fails with `unsupported-image`. */
  readonly takeImage: (bookId: string, bytes: Uint8Array) => Promise<{ readonly assetId: string }>;
  readonly model: () => string;
  readonly now: () => number;
};

/**
 * Asks for a picture for the cover from the author’s idea: nothing else of the book is sent but its genre. What comes back
 * is decoded apart, as any picture from outside, and kept with where it is from. It is on no cover until the author
 * takes it.
 */
export function prepareCoverPicture(ports: CoverPicturePorts) {
  return (book: Book, { idea }: WorkOf<'cover-picture'>): PicturePlan => {
    const asked = visibleText(idea).trim();
    if (asked === '') fail({ code: 'ai-nothing-to-send' });
    const { genre } = bookFacts(book);
    const prompt = fillPrompt(coverPicturePrompt, { genre, idea: asked });
    return {
      prompts: [prompt],
      async paint(draw) {
        const model = ports.model();
        const bytes = await draw(prompt);
        const { assetId } = await ports.takeImage(book.id, bytes).catch(asAnswerFailure);
        await book.change(
          'Keep a picture from a model',
          (tx) => tx.set('pictures', assetId, { model, idea: asked, createdAt: new Date(ports.now()).toISOString() }),
          { undoable: false },
        );
        return { kind: 'cover-picture', assetId };
      },
    };
  };
}

/** What a model sent and nobody can decode is a bad answer, not a bad file of the author’s. */
function asAnswerFailure(cause: unknown): never {
  if (cause instanceof AppFailure && cause.error.code === 'unsupported-image') {
    fail({ code: 'ai-answer', problem: 'not-a-picture' }, cause);
  }
  throw cause;
}
