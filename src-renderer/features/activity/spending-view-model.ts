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

/** Days with the length of their bar, 0 to 1, against the dearest of them. */
export function barsOf(days: Spending['byDay']): (Spending['byDay'][number] & { readonly share: number })[] {
  const most = Math.max(...days.map(({ usd }) => usd));
  return days.map((day) => ({ ...day, share: most === 0 ? 0 : day.usd / most }));
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
