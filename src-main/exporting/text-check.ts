/** Texts that a file must hold in this order. */
export type ExpectedTexts = AsyncIterable<string> | Iterable<string>;

const spaces = /[\s\u200b]+/gu;

/**
 * Looks for each text behind the one before it. Between two of them only furniture may stand (bullets, numbers, quote
 * marks …), so a text that is missing, doubled or out of order is found. Answers in words, `null` when all is well.
 */
export async function findInOrder(file: string, expected: ExpectedTexts, furniture: RegExp): Promise<string | null> {
  const text = file.replace(spaces, '');
  let cursor = 0;
  let count = 0;
  for await (const raw of expected) {
    const wanted = raw.replace(spaces, '');
    if (wanted === '') continue;
    count += 1;
    const at = text.indexOf(wanted, cursor);
    if (at === -1) return `text ${count} is missing`;
    if (!furniture.test(text.slice(cursor, at))) return `something stands before text ${count} that is not in the book`;
    cursor = at + wanted.length;
  }
  return furniture.test(text.slice(cursor)) ? null : 'something stands after the last text that is not in the book';
}
