/** Words that go to a model as data: the author's answers, chapters, and what was brought in from outside. */
export type Material = {
  /** By what name the model can point at it, such as `A3`. */
  readonly name: string;
  /** What it is: “answer”, “chapter”, “summary”. */
  readonly kind: string;
  readonly text: string;
};

/**
 * Characters that nobody sees and a model reads: tags, zero-width marks, marks that turn the direction. The joiners
 * U+200C and U+200D stay, since Persian and the scripts of India are misspelt without them.
 */
const hidden = /[\u{E0000}-\u{E007F}\u200B\u200E\u200F\u2060\uFEFF\u202A-\u202E\u2066-\u2069]/gu;

/** A text without what only a machine would see. */
export const visibleText = (text: string): string => text.replace(hidden, '');

/** Keeps a text from closing its own fence. */
const withoutFence = (text: string): string => text.replace(/<(?=\/?material\b)/giu, '‹');

const attribute = (text: string): string => text.replace(/["<>&\s]+/gu, ' ').trim();

/**
 * Sets material apart from what the model is asked to do. The prompts say that nothing between the fences is an
 * instruction; that a model obeys it is not relied on: an answer has no power but to be shown.
 */
export function fence(material: readonly Material[]): string {
  return material
    .map(({ name, kind, text }) => {
      const head = `<material name="${attribute(name)}" kind="${attribute(kind)}">`;
      return `${head}\n${withoutFence(visibleText(text)).trim()}\n</material>`;
    })
    .join('\n\n');
}
