import { createAnswerReader } from '../../src-main/ai/read-answer';
import type { Ask } from '../../src-main/co-writer/work';
import { AppFailure } from '../../src-main/failure';
import type { WorkItem } from '../../src-shared/ipc/co-writer-calls';
import type { AppError } from '../../src-shared/result';

/** One line of an answer: as JSON, or a text as it is. */
type Line = object | string;

/** One answer of a scripted model: its lines, or how it fails. */
export type ScriptedAnswer = readonly Line[] | AppError;

/**
 * A model that answers from a script, one entry for each time it is asked: lines, which are read through the schema as
 * the gate reads them, or a failure.
 */
export function createScriptedModel(...script: ScriptedAnswer[]) {
  const asked: string[] = [];
  const shown: WorkItem[] = [];
  const ask: Ask = async ({ prompt, item, wordsOf, show }) => {
    const answer = script[asked.length];
    asked.push(prompt.messages.map(({ content }) => content).join('\n\n'));
    if (!answer) throw new Error('The script has no answer left.');
    if ('code' in answer) throw new AppFailure(answer);
    const reader = createAnswerReader(item);
    const text = answer.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
    for (const each of [...reader.push(text), ...reader.end()]) {
      wordsOf?.(each);
      const shownItem = show(each);
      if (shownItem) shown.push(shownItem);
    }
    const verdict = reader.verdict();
    if (verdict) throw new AppFailure({ code: 'ai-answer', problem: verdict.problem });
    return reader.items();
  };
  return { ask, asked, shown };
}
