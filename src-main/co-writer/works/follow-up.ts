import type { WorkOf } from '../../../src-shared/ipc/co-writer-calls';
import { fillPrompt } from '../../ai/prompt';
import type { Book } from '../../book/book';
import { fail } from '../../failure';
import { bookFacts, fenced, oneLine } from '../book-material';
import { followUpPrompt } from '../prompts/follow-up';
import { askedMaterial, askQuestions, kindList, spareQuestions, type AskingPorts } from '../question-lines';
import type { Plan } from '../work';

/** What the work needs of the interview. */
export type FollowUpPorts = AskingPorts & {
  /** A question with the author’s answer, empty when there is none; `not-found` when it is not there. */
  readonly answerTo: (
    book: Book,
    questionId: string,
  ) => { readonly chapterId: string; readonly question: string; readonly text: string };
};

const followUps = 3;

/** Asks further questions on what one answer says, right after the question that it answers. */
export function prepareFollowUp(ports: FollowUpPorts) {
  return (book: Book, { questionId }: WorkOf<'follow-up'>): Plan => {
    const { chapterId, question, text } = ports.answerTo(book, questionId);
    if (text.trim() === '') fail({ code: 'ai-nothing-to-send' });
    const { title, family } = ports.chapterOf(book, chapterId);
    ports.checkRoom(book, chapterId);
    const prompt = fillPrompt(followUpPrompt, {
      ...bookFacts(book),
      kinds: kindList(family),
      chapter: oneLine(title),
      said: fenced([{ name: 'A1', kind: 'answer', text: `${question}\n${text}` }]),
      asked: fenced(askedMaterial(ports.askedIn(book))),
      experience: ports.experience(),
      count: String(followUps + spareQuestions(1)),
    });
    return {
      prompts: [prompt],
      run: async (ask) => ({
        kind: 'follow-up',
        ...(await askQuestions(ports, ask, { book, prompt, family, chapterId, count: followUps, afterId: questionId })),
      }),
    };
  };
}
