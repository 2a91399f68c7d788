import { composeWorks } from '../../src-main/compose-works';
import type { Plan } from '../../src-main/co-writer/work';
import { AppFailure } from '../../src-main/failure';
import { CoWriterSettings } from '../../src-shared/domain/co-writer';
import type { Work, WorkKind, WorkOf, WorkOutcome } from '../../src-shared/ipc/co-writer-calls';
import type { AppError } from '../../src-shared/result';
import { createScriptedModel, type ScriptedAnswer } from './scripted-model';
import { startInterview, valueOf } from './start-interview';

/** A real book with the works of the co-writer, and a model that answers from a script. */
export async function startCoWriter(chapters?: string[]) {
  const desk = await startInterview(chapters ? { chapters } : {});
  const { book, calls, parts } = desk;
  const coWriter = CoWriterSettings.parse({ model: 'quill-7b' });
  const works = composeWorks({ ...parts, settings: () => ({ ...desk.settings, coWriter }) });
  const bookId = 'book1';

  async function prepare<K extends WorkKind>(work: WorkOf<K>): Promise<Plan> {
    const prepareIt = works[work.kind] as (on: typeof book, what: Work) => Plan | Promise<Plan>;
    return prepareIt(book, work);
  }

  return {
    ...desk,
    bookId,
    prepare,
    /** Everything that is stored, as bytes to compare. */
    stored: (): string => JSON.stringify(book.state.store()),
    /** Does a work with a scripted model. */
    async run<K extends WorkKind>(work: WorkOf<K>, ...script: ScriptedAnswer[]) {
      const model = createScriptedModel(...script);
      const plan = await prepare(work);
      const outcome = (await plan.run(model.ask)) as Extract<WorkOutcome, { kind: K }>;
      return { outcome, ...model, plan };
    },
    summarise: (summary: string) => valueOf(calls['brief.update']({ bookId, patch: { summary } })),
    /** Asks a question of the author’s own in a chapter and answers it. */
    async say(chapterId: string, question: string, text: string): Promise<string> {
      const own = { bookId, chapterId, text: question, kind: 'scene' as const };
      const { id } = await valueOf(calls['interview.addOwn'](own));
      if (text !== '') await valueOf(calls['answer.save']({ bookId, questionId: id, text, state: 'complete', source: 'typed' }));
      return id;
    },
    questions: async (chapterId: string) => (await valueOf(calls['interview.read']({ bookId, chapterId }))).questions,
  };
}

export type CoWriterDesk = Awaited<ReturnType<typeof startCoWriter>>;

/** The failure that a work is expected to end with. */
export async function failureIn(work: Promise<unknown>): Promise<AppError> {
  try {
    await work;
  } catch (cause) {
    if (cause instanceof AppFailure) return cause.error;
    throw cause;
  }
  throw new Error('The work was expected to fail.');
}
