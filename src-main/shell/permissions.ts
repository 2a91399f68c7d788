import { pageOrigin } from './content-policy';

/** What our own page may do without asking. Copying is the only thing; the rest is denied wherever it comes from. */
const permitted: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/** Decides on one permission of the web platform. */
export function isPermitted(request: {
  readonly permission: string;
  readonly address: string;
  readonly isMainFrame: boolean;
}): boolean {
  return permitted.has(request.permission) && request.isMainFrame && request.address.startsWith(`${pageOrigin}/`);
}
