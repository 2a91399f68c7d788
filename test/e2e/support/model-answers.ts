import type { HeardMessage } from '../../support/model-servers/modes';

const lines = (...items: readonly object[]): string => items.map((item) => JSON.stringify(item)).join('\n');

const sections = [
  { title: 'What was there', description: 'The place itself.' },
  { title: 'Who came', description: 'The people in it.' },
  { title: 'What it meant', description: 'Seen from today.' },
];
const titles = [
  'The Workshop',
  'The Harbour',
  'The Long Winter',
  'The Stopped Clock',
  'The Town Council',
  'The Key',
  'The Bell',
];

const question = (text: string, kind: string) => ({
  text,
  kind,
  difficulty: 'easy',
  help: 'Begin with what you saw first.',
  example: 'The door stuck, and then it did not.',
  why: 'A reader wants to stand there with you.',
});

/** The words of the answers that were sent, by the name that the prompt gave them. */
function firstSentence(prompt: string, opening: string): string {
  const at = prompt.indexOf(opening);
  return prompt.slice(at, prompt.indexOf('.', at) + 1);
}

/** How the answers of the test’s author begin: a draft quotes their first sentences. */
export const openings = ['My grandfather kept', 'The harbour smelt', 'In 1947 the river'] as const;

/** What a good draft says that no answer holds. */
export const invented = 'Admiral Hornby came every Sunday.';

function draftFrom(prompt: string): string {
  const said = openings.map((opening) => firstSentence(prompt, opening));
  return lines(
    ...said.map((text, index) => ({
      text,
      paragraph: index !== 1,
      quotes: [{ answer: `A${index + 1}`, quote: text.replace(/\.$/u, '') }],
    })),
    { text: invented, paragraph: false, quotes: [] },
    { text: 'I still wind his clock.', paragraph: true, quotes: [] },
  );
}

/** What a good model answers to each task, told by the form that its prompt asks for. */
export function answerTo(messages: readonly HeardMessage[]): string {
  const all = messages.map(({ content }) => content).join('\n');
  if (all.includes('{"hint"')) {
    return lines(
      { hint: 'Say who the clock keeper was to you.' },
      { hint: 'Say in which years the story takes place.' },
    );
  }
  if (all.includes('{"question"')) {
    return lines(
      { question: 'Whom do you want to read this book first?', why: 'It decides what needs no telling.' },
      { question: 'Where does the story of the clock end?', why: 'It decides the last chapter.' },
    );
  }
  if (all.includes('"continues"'))
    return lines(
      ...titles.map((title, index) => ({
        title,
        description: `What ${title.toLowerCase()} was to the town.`,
        sections,
        continues: index < 2 ? `P${index + 1}` : null,
      })),
    );
  if (all.includes('"back-cover"')) {
    return lines(
      { what: 'title', text: 'The Man Who Kept the Hours', why: 'It names him by what he did.' },
      { what: 'title', text: 'No Watch of His Own', why: 'It makes one wonder.' },
      { what: 'subtitle', text: 'A childhood by the clock', why: 'It says what kind of book it is.' },
      { what: 'back-cover', text: 'He never owned a watch, and the whole town told the time by him.', why: 'Short.' },
      {
        what: 'cover',
        text: 'A hand on a pendulum, in the light of one window.',
        why: 'It is the book in one picture.',
      },
    );
  }
  if (all.includes('{"first"')) {
    return lines({
      first: { answer: 'A1', quote: 'My grandfather kept the clock' },
      second: { answer: 'A3', quote: 'the river stopped' },
      why: 'One says that the clock never stopped, the other that it did.',
    });
  }
  if (all.includes('"quotes"')) return draftFrom(all);
  if (all.includes('You listen'))
    return lines(
      question('What did the workshop of your grandfather smell of?', 'place'),
      question('Which of his tools did he never let you touch?', 'scene'),
    );
  return lines(
    question('Who taught you to read the face of the tower clock?', 'person'),
    question('Which hour of the day did you like best up there?', 'feeling'),
    question('When did you first wind the clock alone?', 'turning-point'),
    question('When did you first wind the clock all alone?', 'turning-point'),
  );
}
