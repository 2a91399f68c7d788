/** How a run of pasted text looks, as far as the book has a name for it. */
export type RunStyle = {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  readonly smallCaps?: boolean;
  readonly code?: boolean;
  readonly href?: string;
};

const byTag: Readonly<Record<string, RunStyle>> = {
  b: { bold: true },
  strong: { bold: true },
  i: { italic: true },
  em: { italic: true },
  cite: { italic: true },
  dfn: { italic: true },
  var: { italic: true },
  u: { underline: true },
  ins: { underline: true },
  s: { strike: true },
  del: { strike: true },
  strike: { strike: true },
  code: { code: true },
  kbd: { code: true },
  samp: { code: true },
  tt: { code: true },
};

/** The style of what is inside an element: what it inherits, its tag, then what its style attribute says of the same. */
export function inlineMarks(inherited: RunStyle, element: HTMLElement): RunStyle {
  const style = declarations(element);
  const href = element.localName === 'a' ? element.getAttribute('href') : null;
  return {
    ...inherited,
    ...byTag[element.localName],
    ...(element.classList.contains('small-caps') ? { smallCaps: true } : {}),
    ...(href === null ? {} : { href }),
    ...fromDeclarations(style),
  };
}

function fromDeclarations(style: ReadonlyMap<string, string>): RunStyle {
  const weight = style.get('font-weight');
  const slant = style.get('font-style');
  const line = style.get('text-decoration') ?? style.get('text-decoration-line');
  const variant = style.get('font-variant') ?? style.get('font-variant-caps');
  return {
    ...(weight === undefined ? {} : { bold: /^bold/u.test(weight) || Number(weight) >= 600 }),
    ...(slant === undefined ? {} : { italic: /^(?:italic|oblique)/u.test(slant) }),
    ...(line?.includes('underline') ? { underline: true } : {}),
    ...(line?.includes('line-through') ? { strike: true } : {}),
    ...(variant?.includes('small-caps') ? { smallCaps: true } : {}),
  };
}

/** Whether an element is there only for the machine: hidden, or a marker that Word makes. */
export function isHidden(element: HTMLElement): boolean {
  const style = declarations(element);
  return style.get('display') === 'none' || style.get('mso-hide') === 'all' || style.get('mso-list') === 'ignore';
}

/** The style attribute (renamed by the cleaner) as pairs. Read as text: the page's own parser drops what Word calls `mso-…`. */
export function declarations(element: Element): ReadonlyMap<string, string> {
  const text = element.getAttribute('data-style');
  if (text === null || text === '') return none;
  const pairs = text.split(';').map((pair): [string, string] => {
    const colon = pair.indexOf(':');
    return [
      pair.slice(0, colon).trim().toLowerCase(),
      pair
        .slice(colon + 1)
        .trim()
        .toLowerCase(),
    ];
  });
  return new Map(pairs);
}

const none: ReadonlyMap<string, string> = new Map();
