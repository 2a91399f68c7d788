/** The address of a link when it may be kept: web and mail only. */
export function keptAddress(address: string): string | null {
  const trimmed = address.trim();
  try {
    return ['http:', 'https:', 'mailto:'].includes(new URL(trimmed).protocol) ? trimmed : null;
  } catch {
    return null; // TypeError is how URL says "not an address"
  }
}
