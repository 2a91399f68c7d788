import type { Spending } from '../../../src-shared/ipc/co-writer-calls';

/** Dollars as a person reads them: small sums keep their fractions of a cent. */
export function usdText(usd: number): string {
  const digits = usd > 0 && usd < 0.1 ? 4 : 2;
  return usd.toLocaleString('en', {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: 2,
    maximumFractionDigits: digits,
  });
}

/**
 * Days with the length of their bar, 0 to 1, against the longest: by what was spent, or by requests where all of them
 * were free, as those to a model on this computer are.
 */
export function barsOf(days: Spending['byDay']): {
  readonly isFree: boolean;
  readonly bars: readonly (Spending['byDay'][number] & { readonly share: number })[];
} {
  const isFree = days.every(({ usd }) => usd === 0);
  const sizeOf = (day: Spending['byDay'][number]): number => (isFree ? day.requests : day.usd);
  const most = Math.max(1e-9, ...days.map(sizeOf));
  return { isFree, bars: days.map((day) => ({ ...day, share: sizeOf(day) / most })) };
}

const outcomes: Readonly<Record<string, string>> = {
  answered: 'was answered',
  unusable: 'could not be used',
  cancelled: 'was stopped',
  failed: 'failed',
  open: 'is under way, or broke off',
};

/** What became of a request, after “It”. */
export const outcomeText = (outcome: string): string => outcomes[outcome] ?? outcome;
