/** What of a bug may be reported: its name and where it happened, never its message, which may quote the author. */
export function describeBug(cause: unknown): { readonly name: string; readonly stack: string } {
  if (!(cause instanceof Error)) return { name: typeof cause, stack: '' };
  const frames = (cause.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return { name: cause.name.slice(0, 200), stack: frames.join('\n').slice(0, 4_000) };
}
