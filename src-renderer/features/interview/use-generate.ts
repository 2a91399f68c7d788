import { useState } from 'react';
import type { AppError } from '../../../src-shared/result';
import { useChange } from '../../app/use-change';
import { countOf } from '../../ui/words';

/** Where asking for questions stands. */
export type GenerateState =
  { readonly state: 'idle' } | { readonly state: 'asking' } | { readonly state: 'failed'; readonly error: AppError };

/** Gives the function that adds questions from the genre's pack, and what became of it. */
export function useGenerate(bookId: string, chapterId: string) {
  const change = useChange(bookId);
  const [state, setState] = useState<GenerateState>({ state: 'idle' });
  const generate = async (count: number) => {
    setState({ state: 'asking' });
    const answer = await change(
      'interview.generate',
      { bookId, chapterId, count },
      ({ questions }) => `${countOf(questions.length, 'question')} for this chapter.`,
      'caller',
    );
    setState(answer.ok ? { state: 'idle' } : { state: 'failed', error: answer.error });
  };
  return { state, generate };
}
