/** The texts that are measured: real novels from `../shared/books` where they are, else prose made from a small seed. */
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../electron-runtime.mjs';

const shared = join(root, '..', 'shared', 'books');
const vocabulary = 'the of and a to in that it was his her with as for had not but which she him at be on from they were have all one when what there would who no them said more will into could out some up then your little man time over very such other before any only two upon old made never house long hand river morning light door winter letter father water road'.split(' ');

/** @returns {{ label: string, words: number, file: string }[]} */
export function books(workspace) {
  return [
    { label: '100,000 words', words: 100_000, name: 'novel-100k.md', chapters: 30 },
    { label: '1 million words', words: 1_000_000, name: 'novel-1m.md', chapters: 300 },
  ].map(({ label, words, name, chapters }) => {
    const real = join(shared, name);
    if (existsSync(real)) return { label, words, file: real };
    const made = workspace.path(name);
    if (!existsSync(made)) writeFileSync(made, compose(words, chapters));
    return { label: `${label}, made`, words, file: made };
  });
}

/** A text three times over: a book too long for anything to be kept of it. */
export function threefold(workspace, text) {
  const file = workspace.path(`threefold-${text.words}.md`);
  if (!existsSync(file)) for (let time = 0; time < 3; time += 1) appendFileSync(file, `${readFileSync(text.file, 'utf8')}\n\n`);
  return { label: `3 × ${text.label}`, words: 3 * text.words, file };
}

/** The same words each time: a linear congruential generator chooses them. */
function compose(words, chapters) {
  let seed = 20_260_101;
  const next = (below) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed % below;
  };
  const sentence = () => {
    const chosen = Array.from({ length: 6 + next(20) }, () => vocabulary[next(vocabulary.length)]);
    const text = chosen.join(' ');
    return `${text[0].toUpperCase()}${text.slice(1)}.`;
  };
  const perChapter = Math.round(words / chapters);
  const text = [];
  for (let chapter = 1; chapter <= chapters; chapter += 1) {
    text.push(`# Chapter ${chapter}`);
    for (let count = 0; count < perChapter; ) {
      const paragraph = Array.from({ length: 2 + next(5) }, sentence).join(' ');
      count += paragraph.split(' ').length;
      text.push(paragraph);
    }
  }
  return `${text.join('\n\n')}\n`;
}
