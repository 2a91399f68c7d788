import { Mark, markInputRule, type AnyExtension } from '@tiptap/core';

/** No address may hold these as they are; they are written as `%22` and the like. */
const foreignToAddresses = /[\s"<>\\^`{|}]/gu;

/**
 * Addresses a link may carry. Anything else (`javascript:`, `data:`, `file:`, what is no address at all) is dropped
 * wherever it comes from.
 */
export function safeHref(href: string): string | null {
  const address = href.trim().replaceAll(foreignToAddresses, encodeURIComponent);
  if (/^(?:mailto:|tel:|#)/iu.test(address)) return address;
  return /^https?:\/\//iu.test(address) && isAddress(address) ? address : null;
}

function isAddress(text: string): boolean {
  try {
    // Some engines keep what no host can hold in its escaped form.
    return /^[^%]+$/u.test(new URL(text).hostname);
  } catch {
    return false; // a TypeError is how URL says “not an address”
  }
}

/** Strong text. */
const Bold = Mark.create({
  name: 'bold',
  parseHTML: () => [{ tag: 'strong' }, { tag: 'b' }],
  renderHTML: () => ['strong', 0],
  addInputRules() {
    return [
      markInputRule({ find: /(?:^|\s)(\*\*(?!\s)([^*]+)\*\*)$/u, type: this.type }),
      markInputRule({ find: /(?:^|\s)(__(?!\s)([^_]+)__)$/u, type: this.type }),
    ];
  },
});

/** Emphasis. */
const Italic = Mark.create({
  name: 'italic',
  parseHTML: () => [{ tag: 'em' }, { tag: 'i' }],
  renderHTML: () => ['em', 0],
  addInputRules() {
    return [
      markInputRule({ find: /(?:^|\s)(\*(?![\s*])([^*]+)\*)$/u, type: this.type }),
      markInputRule({ find: /(?:^|\s)(_(?![\s_])([^_]+)_)$/u, type: this.type }),
    ];
  },
});

const Underline = Mark.create({ name: 'underline', parseHTML: () => [{ tag: 'u' }], renderHTML: () => ['u', 0] });

const Strike = Mark.create({
  name: 'strike',
  parseHTML: () => [{ tag: 's' }, { tag: 'del' }, { tag: 'strike' }],
  renderHTML: () => ['s', 0],
  addInputRules() {
    return [markInputRule({ find: /(?:^|\s)(~~(?!\s)([^~]+)~~)$/u, type: this.type })];
  },
});

const SmallCaps = Mark.create({
  name: 'smallCaps',
  parseHTML: () => [{ tag: 'span.small-caps' }],
  renderHTML: () => ['span', { class: 'small-caps' }, 0],
});

const Code = Mark.create({
  name: 'code',
  code: true,
  exitable: true,
  excludes: 'bold italic underline strike smallCaps code',
  parseHTML: () => [{ tag: 'code' }],
  renderHTML: () => ['code', 0],
  addInputRules() {
    return [markInputRule({ find: /(?:^|\s)(`(?!\s)([^`]+)`)$/u, type: this.type })];
  },
});

const Link = Mark.create({
  name: 'link',
  inclusive: false,
  exitable: true,
  addAttributes: () => ({ href: { default: '' } }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (element) => {
        const href = safeHref(element.getAttribute('href') ?? '');
        return href === null ? false : { href };
      },
    },
  ],
  renderHTML({ mark }) {
    const href = safeHref(String(mark.attrs['href']));
    return ['a', href === null ? {} : { href, rel: 'noopener noreferrer' }, 0];
  },
});

/** Kept from the co-writer: what is marked is in no request. What is written at its end belongs to it. */
const Private = Mark.create({
  name: 'private',
  priority: 900,
  parseHTML: () => [{ tag: 'span[data-private]' }],
  renderHTML: () => ['span', { 'data-private': '', title: 'Kept from the co-writer' }, 0],
});

/**
 * Where a run came from. Text without it was typed. Outermost of all marks, so that a long run is one element;
 * it never grows by typing (see `origin-plugin.ts`).
 */
const Origin = Mark.create({
  name: 'origin',
  priority: 1_000,
  inclusive: false,
  addAttributes: () => ({
    kind: { default: 'pasted', renderHTML: (attributes) => ({ 'data-origin': String(attributes['kind']) }) },
    ref: {
      default: '',
      renderHTML: ({ kind, ref }) => (kind === 'co-writer' && ref === '' ? { 'data-support': 'none' } : {}),
    },
    sum: { default: '', rendered: false },
  }),
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes, 0],
});

/** Every mark of a chapter, by the names of `src-shared/text/document.ts`. */
export const markExtensions: readonly AnyExtension[] = [
  ...[Origin, Private, Link],
  ...[Bold, Italic, Underline, Strike, SmallCaps, Code],
];
