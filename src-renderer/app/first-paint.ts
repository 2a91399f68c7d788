const key = 'longhand.theme';

/** Keeps the theme that is shown, so that the next start begins in it. */
export function rememberTheme(theme: string): void {
  localStorage.setItem(key, theme);
}

/** Dresses the page before the settings are read: a dark desk must not flash white. */
export function showRememberedTheme(): void {
  const system = window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  document.documentElement.dataset['theme'] = localStorage.getItem(key) ?? system;
}
