import { inlineText, lineBlocks, textLines, type DocumentNode } from './document';

const isPrivate = ({ marks }: DocumentNode): boolean => marks?.some(({ type }) => type === 'private') === true;

const isOpen = (node: DocumentNode): boolean => !isPrivate(node);

/** A document without the passages that the author keeps from the co-writer. */
export function withoutPrivate(node: DocumentNode): DocumentNode {
  if (!node.content) return node;
  return { ...node, content: node.content.filter(isOpen).map(withoutPrivate) };
}

/** The lines of a chapter as they may be sent. */
export const openLines = (document: DocumentNode): string[] => textLines(withoutPrivate(document));

const linesOf = (node: DocumentNode): DocumentNode[] =>
  lineBlocks.has(node.type) ? [node] : (node.content ?? []).flatMap(linesOf);

/** What is private in a line, run by run; runs that differ only in other marks are one. */
function secretsIn(line: DocumentNode): string[] {
  const secrets: string[] = [];
  let open = true;
  for (const node of line.content ?? []) {
    if (isOpen(node)) open = true;
    else {
      if (open) secrets.push('');
      secrets.push(`${secrets.pop() ?? ''}${inlineText({ type: 'paragraph', content: [node] })}`);
      open = false;
    }
  }
  return secrets.map((secret) => secret.trim()).filter((secret) => secret !== '');
}

/**
 * Tells which texts may be sent, by the chapters they may come from. A line that holds something private never is. A
 * text that is no line of theirs (it may have been typed a moment ago) is only when it holds no private words.
 */
export function createPrivacy(documents: readonly DocumentNode[]): (text: string) => boolean {
  const closed = new Set<string>();
  const known = new Set<string>();
  const secrets: string[] = [];
  for (const line of documents.flatMap(linesOf)) {
    const found = secretsIn(line);
    (found.length > 0 ? closed : known).add(inlineText(line).trim());
    secrets.push(...found);
  }
  return (text) => {
    const asked = text.trim();
    if (closed.has(asked)) return false;
    return known.has(asked) || !secrets.some((secret) => asked.includes(secret));
  };
}
