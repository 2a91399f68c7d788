/** The scheme and host that the page is served from; its origin is the only one that may speak to the main process. */
export const pageOrigin = 'app://bundle';

/** Where the page begins. */
export const pageAddress = `${pageOrigin}/index.html`;

/**
 * What the page may load and run: its own files, pictures of the open library, nothing else.
 * Scripts change styles through the object model, which needs no `unsafe-inline`.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' asset: blob:",
  "font-src 'self'",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers of every answer of our own schemes, also of refusals. */
export const guardHeaders = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
} as const;
