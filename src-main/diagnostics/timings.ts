import type { OperationTiming } from '../../src-shared/ipc/app-calls';

/** What each operation may take at the 95th percentile, in milliseconds, in the order of the Diagnostics screen. */
const budgets = {
  'Chapter load': 200,
  'Autosave acknowledged': 50,
  'Book open': 500,
  'Book list': 300,
  Search: 100,
  'Outline change': 50,
  'Question batch': 50,
  'Export preview': 1_000,
} as const;

/** An operation that has a budget. */
export type Operation = keyof typeof budgets;

const keptSamples = 1_000;

const operationOfCall: Readonly<Record<string, Operation>> = {
  'text.open': 'Chapter load',
  'text.append': 'Autosave acknowledged',
  'book.open': 'Book open',
  'library.list': 'Book list',
  'book.search': 'Search',
  'interview.generate': 'Question batch',
  'outline.accept': 'Outline change',
  'outline.add': 'Outline change',
  'outline.update': 'Outline change',
  'outline.move': 'Outline change',
  'outline.trash': 'Outline change',
  'outline.restore': 'Outline change',
  'outline.split': 'Outline change',
  'outline.merge': 'Outline change',
  'outline.setStatus': 'Outline change',
};

/** How long operations took on this machine since the start. */
export type Timings = {
  readonly record: (operation: Operation, ms: number) => void;
  /** Counts a call towards its operation, when it has a budget. */
  readonly recordCall: (name: string, ms: number) => void;
  readonly list: () => OperationTiming[];
};

/** Measures operations against their budgets; each keeps its latest thousand samples. */
export function createTimings(): Timings {
  const samples = new Map<Operation, { readonly kept: number[]; total: number }>();

  function record(operation: Operation, ms: number): void {
    const entry = samples.get(operation) ?? { kept: [], total: 0 };
    entry.kept[entry.total % keptSamples] = ms;
    entry.total += 1;
    samples.set(operation, entry);
  }

  return {
    record,
    recordCall(name, ms) {
      const operation = Object.hasOwn(operationOfCall, name) ? operationOfCall[name] : undefined;
      if (operation !== undefined) record(operation, ms);
    },
    list: () =>
      (Object.keys(budgets) as Operation[]).map((operation) => {
        const { kept, total } = samples.get(operation) ?? { kept: [], total: 0 };
        const sorted = [...kept].sort((left, right) => left - right);
        return {
          operation,
          budgetMs: budgets[operation],
          medianMs: percentile(sorted, 0.5),
          p95Ms: percentile(sorted, 0.95),
          samples: total,
        };
      }),
  };
}

/** The nearest-rank percentile, to a tenth of a millisecond. */
function percentile(sorted: readonly number[], share: number): number | null {
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  return value === undefined ? null : Math.round(value * 10) / 10;
}
