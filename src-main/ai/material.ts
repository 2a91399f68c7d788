/** Words that go to a model as data: the author's answers, chapters, and what was brought in from outside. */
export type Material = {
  /** By what name the model can point at it, such as `A3`. */
  readonly name: string;
  /** What it is: “answer”, “chapter”, “summary”. */
  readonly kind: string;
  readonly text: string;
};

/** Characters that nobody sees and a model reads, but for those of `joining`. */
const hidden = /(?![\u200C\u200D\uFE0F])\p{Default_Ignorable_Code_Point}|[\uFFF9-\uFFFB]/gu;

/**
 * Marks that are hidden as well, but that Persian, the scripts of India and emoji are misspelt without: one stays where
 * it belongs, and none elsewhere, or a run of them would spell a message.
 */
const joining =
  /([\p{Extended_Pictographic}\p{Emoji_Modifier}]\uFE0F?\u200D?|(?!\uFE0F)[\p{Script=Arabic}\p{M}][\u200C\u200D]?|[\d#*]\uFE0F?)[\u200C\u200D\uFE0F]*|[\u200C\u200D\uFE0F]+/gu;

/** A text without what only a machine would see. */
export const visibleText = (text: string): string => text.replace(hidden, '').replace(joining, '$1');

/** Keeps a text from opening a fence or closing its own. */
export const withoutFence = (text: string): string => text.replace(/<(?=\/?material\b)/giu, '‹');

const attribute = (text: string): string => visibleText(text).replace(/["<>&\s]+/gu, ' ').trim();

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
