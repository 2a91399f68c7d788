import type { WorkItem } from '../../src-shared/ipc/co-writer-calls';

/** What has come in so far, a line for each piece, to be read while the rest is on its way. */
export function incomingLines(items: readonly WorkItem[]): readonly string[] {
  return items.map((item) => {
    switch (item.kind) {
      case 'hint':
        return item.text;
      case 'question':
        return item.question.text;
      case 'chapter':
        return item.chapter.title;
      case 'sentence':
        return item.sentence.text;
      case 'contradiction':
        return item.contradiction.why;
      case 'suggestion':
        return item.suggestion.text;
      case 'idea':
        return item.idea.text;
    }
  });
}
