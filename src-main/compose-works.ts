import type { CoWriterSettings, CoWriterTask } from '../src-shared/domain/co-writer';
import { interviewLimits, type Experience } from '../src-shared/domain/interview';
import { hasText, unplaced } from '../src-shared/domain/outline';
import type { Book } from './book/book';
import { outlineOf } from './book/outline-tree';
import { allQuestions, hasWords } from './book/questions';
import { addClarifications } from './brief/add-clarifications';
import type { Works } from './co-writer/co-writer-service';
import type { AskingPorts } from './co-writer/question-lines';
import { prepareClarifying, type ClarifyingPorts } from './co-writer/works/clarifying';
import { prepareContradictions } from './co-writer/works/contradictions';
import { prepareCoverPicture, type CoverPicturePorts } from './co-writer/works/cover-picture';
import { prepareDraft, type DraftPorts } from './co-writer/works/draft';
import { prepareEdit, type EditPorts } from './co-writer/works/edit';
import { prepareFollowUp, type FollowUpPorts } from './co-writer/works/follow-up';
import { prepareOutline, type OutlinePorts, type PresentChapter } from './co-writer/works/outline';
import { prepareQuestions } from './co-writer/works/questions';
import { prepareReadiness } from './co-writer/works/readiness';
import { prepareRewriteQuestion, type RewriteQuestionPorts } from './co-writer/works/rewrite-question';
import { prepareTidy } from './co-writer/works/tidy';
import { prepareTitles } from './co-writer/works/titles';
import { createPrivacy, openLines } from '../src-shared/text/private-passages';
import { AppFailure, fail } from './failure';
import { checkRoom, type Asking } from './interview/asking';
import { bookRecord, chapterContext } from './interview/chapter-context';
import { answersOf, compareOrder, questionOf } from './interview/question-records';
import { createDuplicateFinder } from './interview/similarity';
import { rewordable, takeWording } from './interview/take-wording';

/** What the works need beyond what they read from the book. */
export type WorksDeps = {
  readonly asking: Asking;
  readonly settings: () => { readonly experience: Experience; readonly coWriter: CoWriterSettings };
  readonly keepDraft: DraftPorts['keep'];
  readonly keepProposal: OutlinePorts['keep'];
  readonly keepSuggestions: EditPorts['keep'];
  readonly spent: EditPorts['spent'];
  readonly takeImage: CoverPicturePorts['takeImage'];
  readonly now: () => number;
  readonly newId: () => string;
  readonly commonWords: DraftPorts['commonWords'];
};

const chapterTitle = (book: Book, chapterId: string): string => chapterContext(book, chapterId).title;

/** The answers of a chapter that the author does not keep from the co-writer. */
function answersWithQuestions(book: Book, chapterId: string) {
  return answersOf(book, chapterId)
    .filter(({ questionId }) => book.state.one('answers', questionId)?.private !== true)
    .map((answer) => ({ ...answer, question: questionOf(book, answer.questionId).text }));
}

/** Tells which texts may be sent, by what is marked in some chapters. */
const privacyOf = async (book: Book, chapterIds: readonly string[]) =>
  createPrivacy(await Promise.all(chapterIds.map((id) => book.texts.document(book.liveText(id)))));

/** The chapters and matter that carry text, in reading order, what is unplaced last. */
const chaptersOf = (book: Book) => outlineOf(book).nodes.filter(({ kind }) => hasText(kind));

const allAnswers = (book: Book) =>
  chaptersOf(book).flatMap(({ id }) => answersWithQuestions(book, id).map((answer) => ({ ...answer, chapterId: id })));

async function presentChapters(book: Book): Promise<PresentChapter[]> {
  const { nodes } = outlineOf(book);
  const chapters = nodes.filter(({ kind, parentId }) => kind === 'chapter' && parentId !== unplaced);
  return Promise.all(
    chapters.map(async ({ id, title, description }) => ({
      id,
      title,
      description,
      sections: nodes.filter(({ parentId }) => parentId === id).map((section) => section.title),
      text: openLines(await book.texts.document(book.liveText(id))).join('\n'),
    })),
  );
}

/** The interview’s own way of asking, with the questions of a model offered to it. */
function askingPorts({ asking, settings, newId }: WorksDeps): AskingPorts {
  return {
    chapterOf: chapterContext,
    askedIn: (book) => allQuestions(book).filter(({ trashedAt }) => trashedAt === null),
    experience: () => settings().experience,
    checkRoom,
    async ask(book, { questions, ...request }) {
      try {
        return await asking.ask(book, { ...request, offered: { origin: 'co-writer', questions } });
      } catch (cause) {
        // Nothing fit among what a model offered: that is an outcome, and nobody’s pack is exhausted.
        if (cause instanceof AppFailure && cause.error.code === 'pack-exhausted') return 0;
        throw cause;
      }
    },
    newId,
  };
}

function clarifyingPorts({ newId }: WorksDeps): ClarifyingPorts {
  const clarificationsOf = (book: Book) => [...book.state.all('clarifications').values()].sort(compareOrder);
  return {
    clarificationsOf,
    add: (book, questions, most) =>
      book.change(
        'Ask about the book',
        (tx) => {
          const finder = createDuplicateFinder(bookRecord(book).language);
          for (const { question } of clarificationsOf(book)) finder.add(question);
          const fresh = questions.filter(({ question }) => {
            const isNew = finder.find(question, interviewLimits.duplicateSimilarity) === undefined;
            if (isNew) finder.add(question);
            return isNew;
          });
          const added = fresh.slice(0, most).map((question) => ({ ...question, id: newId() }));
          addClarifications(book, tx, added);
          return added.length;
        },
        { undoable: false },
      ),
  };
}

const answerTo: FollowUpPorts['answerTo'] = (book, questionId) => {
  const { trashedAt, chapterId, text: question } = questionOf(book, questionId);
  if (trashedAt !== null) fail({ code: 'not-found', what: 'question', id: questionId });
  const answer = book.state.one('answers', questionId);
  return { chapterId, question, text: answer && !answer.private && hasWords(answer) ? answer.text : '' };
};

const rewritePorts: RewriteQuestionPorts = {
  rewordable(book, questionId) {
    const question = rewordable(book, questionId);
    return { ...question, chapterTitle: chapterTitle(book, question.chapterId) };
  },
  takeWording,
};

/** Joins the works of the co-writer with the interview, the brief, the outline and the drafts. */
export function composeWorks(deps: WorksDeps): Works {
  const asking = askingPorts(deps);
  const modelFor = (task: CoWriterTask) => (): string => {
    const { tasks, model } = deps.settings().coWriter;
    return tasks[task]?.model ?? model;
  };
  return {
    readiness: prepareReadiness(),
    clarifying: prepareClarifying(clarifyingPorts(deps)),
    outline: prepareOutline({ presentChapters, allAnswers, model: modelFor('outline'), keep: deps.keepProposal }),
    questions: prepareQuestions({ ...asking, answersOf: answersWithQuestions }),
    'rewrite-question': prepareRewriteQuestion(rewritePorts),
    'follow-up': prepareFollowUp({ ...asking, answerTo }),
    contradictions: prepareContradictions({ allAnswers }),
    draft: prepareDraft({
      chapterTitle,
      answersOf: answersWithQuestions,
      privacy: (book) => privacyOf(book, chaptersOf(book).map(({ id }) => id)),
      model: modelFor('draft'),
      commonWords: deps.commonWords,
      keep: deps.keepDraft,
    }),
    edit: prepareEdit({
      chapterTitle,
      privacy: (book, chapterId) => privacyOf(book, [chapterId]),
      model: (task) => modelFor(task)(),
      spent: deps.spent,
      keep: deps.keepSuggestions,
    }),
    tidy: prepareTidy({ answerTo }),
    titles: prepareTitles({ contents: chaptersOf }),
    'cover-picture': prepareCoverPicture({
      takeImage: deps.takeImage,
      model: () => deps.settings().coWriter.imageModel,
      now: deps.now,
    }),
  };
}
