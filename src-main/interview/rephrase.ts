import type { QuestionKind } from '../../src-shared/domain/interview';

/** What may stand before a question to make it easier to begin, in English, by kind. */
const framesByKind: Readonly<Record<QuestionKind, readonly string[]>> = {
  character: [
    'Think of the character in one room, at one hour.',
    'Let the character do something before you explain anything.',
  ],
  plot: ['Stay with one link of the chain: what leads to what.', 'Begin with the moment before things change.'],
  setting: ['Stand in the place and turn slowly around.', 'Begin with what can be heard and smelled there.'],
  theme: [
    'Leave the big word aside and look for the moment that shows it.',
    'Think of a reader closing the book at this point.',
  ],
  research: [
    'Begin with the one fact you are surest of.',
    'Say first what you know, then what you still have to find out.',
  ],
  voice: ['Say it aloud first, as the teller would.', 'Write it as if one reader sat across the table.'],
  claim: ['Say it in one plain sentence first, then explain.', 'Think of someone who disagrees, and answer them.'],
  evidence: ['Begin with what you have seen or measured yourself.', 'Think of the one proof that convinced you.'],
  example: ['Think of one person and one day.', 'Choose the case you tell most often.'],
  definition: ['Explain it to someone who hears the word for the first time.', 'Begin with what it is not.'],
  step: ['Think of your hands doing it, one movement after the other.', 'Imagine a beginner standing beside you.'],
  story: ['Begin in the middle of the event, with people in it.', 'Tell it as you would tell it to a friend.'],
  takeaway: ['Think of the reader on the morning after.', 'If only one sentence could stay, begin with that one.'],
  scene: ['Go back to one moment and stay in it.', 'Begin with what you could see from where you stood.'],
  person: ['Think of one face, and one thing that person said.', 'Begin with how they came through the door.'],
  place: ['Go there in your mind and stop on the threshold.', 'Begin with the light, then the floor under your feet.'],
  feeling: ['Begin with what your hands and your stomach did.', 'Leave out the name of the feeling for now.'],
  'turning-point': [
    'Find the last minute in which everything was as before.',
    'Begin with the day, the hour, the weather.',
  ],
  meaning: ['Say what you believed then, before what you believe now.', 'Begin with a thing, not with a thought.'],
};

/** The same for any kind of question, by language. */
const framesByLanguage: Readonly<Record<string, readonly string[]>> = {
  en: [
    'Take your time, and begin with the first thing that comes to mind.',
    'One small detail is enough to begin with.',
    'Imagine telling it to someone who was not there.',
  ],
  de: [
    'Lassen Sie sich Zeit und beginnen Sie mit dem, was Ihnen zuerst einfällt.',
    'Für den Anfang genügt eine Kleinigkeit.',
    'Erzählen Sie es jemandem, der nicht dabei war.',
    'Bleiben Sie bei einem einzigen Augenblick.',
    'Sagen Sie es zuerst laut, dann schreiben Sie es auf.',
  ],
  fr: [
    'Prenez votre temps et commencez par ce qui vous vient en premier.',
    'Un petit détail suffit pour commencer.',
    'Racontez-le à quelqu’un qui n’y était pas.',
    'Restez dans un seul instant.',
    'Dites-le d’abord à voix haute, puis écrivez-le.',
  ],
  es: [
    'Tómese su tiempo y empiece por lo primero que recuerde.',
    'Para empezar basta un pequeño detalle.',
    'Cuénteselo a alguien que no estuvo allí.',
    'Quédese en un solo momento.',
    'Dígalo primero en voz alta y luego escríbalo.',
  ],
  it: [
    'Si prenda il tempo che serve e cominci dalla prima cosa che viene in mente.',
    'Per cominciare basta un piccolo dettaglio.',
    'Lo racconti a qualcuno che non c’era.',
    'Resti in un solo momento.',
    'Lo dica prima ad alta voce, poi lo scriva.',
  ],
  pt: [
    'Leve o tempo que precisar e comece pela primeira lembrança.',
    'Para começar basta um pequeno detalhe.',
    'Conte a alguém que não estava lá.',
    'Fique num só momento.',
    'Diga primeiro em voz alta e depois escreva.',
  ],
  nl: [
    'Neem de tijd en begin met wat u het eerst te binnen schiet.',
    'Eén klein detail is genoeg om te beginnen.',
    'Vertel het aan iemand die er niet bij was.',
    'Blijf bij één enkel moment.',
    'Zeg het eerst hardop en schrijf het dan op.',
  ],
};

/** Other wordings of a question, by rule: the same question after a sentence that makes it easier to begin. */
export function rephrasings(
  question: { readonly text: string; readonly kind: QuestionKind },
  language: string,
): string[] {
  const tag = language.split('-')[0]?.toLowerCase() ?? '';
  const frames = [...(tag === 'en' ? framesByKind[question.kind] : []), ...(framesByLanguage[tag] ?? [])];
  return frames.map((frame) => `${frame} ${question.text}`);
}
