/** The footnotes of a pasted page: references know their words, and bodies are not pasted a second time. */
export type PastedNotes = {
  /** The words of the note that an element refers to; empty for a note of ours without words, `null` for no note. */
  readonly noteOf: (element: HTMLElement) => string | null;
  readonly isNoteBody: (element: HTMLElement) => boolean;
};

const reference = /^#(_?(?:ftn|ftnt|fn|footnote|endnote|edn)[-:_]?\d+)$/u;

/** Finds footnotes as Word, Google Docs and Markdown converters write them. */
export function collectNotes(page: Document): PastedNotes {
  const notes = new Map<string, string>();
  const bodies = new Set<Element>();
  for (const link of page.querySelectorAll('a[href^="#"]')) {
    const id = reference.exec(link.getAttribute('href') ?? '')?.[1];
    const body = id === undefined ? null : bodyOf(page, id);
    if (id === undefined || body === null || body.contains(link)) continue;
    bodies.add(body);
    notes.set(`#${id}`, wordsOf(body));
  }
  return {
    isNoteBody: (element) => bodies.has(element),
    noteOf(element) {
      if (element.hasAttribute('data-footnote')) return element.textContent;
      return element.localName === 'a' ? (notes.get(element.getAttribute('href') ?? '') ?? null) : null;
    },
  };
}

function bodyOf(page: Document, id: string): Element | null {
  const target = page.getElementById(id) ?? page.getElementsByName(id)[0] ?? page.getElementById(id.replace(/^_/u, ''));
  return target?.closest('li, div[id], div, p') ?? null;
}

function wordsOf(body: Element): string {
  const text = body.textContent.replace(/\s+/gu, ' ').trim();
  return text.replace(/^(?:\[?\d+\]?[.)]?|\*)\s*/u, '').replace(/\s*↩\ufe0e?$/u, '');
}
