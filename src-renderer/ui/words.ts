const plain = new Intl.NumberFormat('en-GB');

/** A number with its separators: 12,345. */
export const formatNumber = (count: number): string => plain.format(count);

/** “1 word”, “12,345 words”. */
export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${formatNumber(count)} ${count === 1 ? one : many}`;

/** The time of day with seconds, as the save state shows it: 12:04:11. */
export const clockTime = (at: string): string => new Date(at).toLocaleTimeString('en-GB', { hour12: false });

/** A day and time as people write them: “3 Mar 2026, 12:04”. */
export const dayAndTime = (iso: string): string =>
  new Date(iso).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** A day as people write it: “3 March 2026”. */
export const dayText = (iso: string): string =>
  new Date(iso).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

const relative = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' });
const dayMs = 86_400_000;

/** When something was, as one would say it: “5 minutes ago”, “yesterday”, “3 March 2026”. */
export function whenText(at: string, nowMs: number): string {
  const then = new Date(at);
  const agoMs = Math.max(0, nowMs - then.getTime());
  if (agoMs < 60_000) return 'just now';
  if (agoMs < 3_600_000) return relative.format(-Math.floor(agoMs / 60_000), 'minute');
  if (agoMs < dayMs && new Date(nowMs).getDate() === then.getDate())
    return relative.format(-Math.floor(agoMs / 3_600_000), 'hour');
  const days = daysBetween(then, new Date(nowMs));
  if (days < 7) return relative.format(-days, 'day');
  return dayText(at);
}

function daysBetween(from: Date, to: Date): number {
  const midnight = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.round((midnight(to) - midnight(from)) / dayMs);
}
