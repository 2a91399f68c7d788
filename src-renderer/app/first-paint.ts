const key = 'longhand.theme';

/** Keeps the theme that is shown, so that the next start begins in it. */
export function rememberTheme(theme: string): void {
  localStorage.setItem(key, theme);
}

/** Asks for the two faces of the first picture before it is drawn: otherwise they are asked for once it is laid out. */
export function fetchFirstFonts(): void {
  for (const face of ['Inter Variable', 'Source Serif 4 Variable']) void document.fonts.load(`1em "${face}"`);
}

/** Asks for what is emphasised in a manuscript: when it comes only with the text, a long chapter is laid out twice. */
export function fetchManuscriptItalic(): void {
  const families = getComputedStyle(document.documentElement).getPropertyValue('--manuscript-font');
  void document.fonts.load(`italic 1em ${families}`);
}

/** Dresses the page before the settings are read: a dark desk must not flash white. */
export function showRememberedTheme(): void {
  const system = window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  document.documentElement.dataset['theme'] = localStorage.getItem(key) ?? system;
}
