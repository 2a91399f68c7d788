import { useState } from 'react';
import { interviewLimits, type Question } from '../../../src-shared/domain/interview';
import type { AppError } from '../../../src-shared/result';
import { useSettings } from '../../app/settings-context';
import { useCoWriterCommand } from '../../app/use-co-writer-command';
import { useWork, type Asking } from '../../app/use-work';
import { questionsSaid, roomForQuestions } from './interview-view-model';
import { useGenerate } from './use-generate';

/** How a chapter gets its questions: how many, from the pack or from the co-writer. */
export type Questioning = {
  readonly wanted: number;
  readonly least: number;
  readonly most: number;
  readonly setCount: (count: number) => void;
  readonly isAsking: boolean;
  readonly failed: AppError | null;
  /** Asks the genre’s pack. */
  readonly generate: () => void;
  readonly asking: Asking<'questions'>;
};

const usualMore = 3;

/** Gives the ways to ask for questions. They stay while the author looks at another tab. */
export function useQuestioning(bookId: string, chapterId: string, questions: readonly Question[]): Questioning {
  const { settings } = useSettings();
  const [count, setCount] = useState<number | null>(null);
  const { state, generate } = useGenerate(bookId, chapterId);
  const asking = useWork<'questions'>(questionsSaid, () => setCount(null));
  const isFirst = questions.length === 0;
  const most = Math.max(1, roomForQuestions(questions));
  const wanted = Math.min(count ?? (isFirst ? settings.questionsPerChapter : usualMore), most);
  useCoWriterCommand(
    'coWriter.questions',
    () => void asking.start({ kind: 'questions', bookId, chapterId, count: wanted }),
  );
  return {
    wanted,
    least: isFirst ? interviewLimits.fewestQuestions : 1,
    most,
    setCount,
    isAsking: state.state === 'asking',
    failed: state.state === 'failed' ? state.error : null,
    generate: () => void generate(wanted),
    asking,
  };
}
