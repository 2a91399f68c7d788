import type { BookProblem } from './book/open-book';
import type { Log } from './diagnostics/log';
import type { ReportProblem } from './diagnostics/problems';

const reasons: Readonly<Record<BookProblem['reason'], string>> = {
  torn: 'ends in the middle of a line, as after a power cut; that line had not been saved yet and was left out',
  damaged: 'is damaged',
  gap: 'is missing some entries',
  unreadable: 'or a log beside it could not be read',
  'checkpoint-failed': 'could not be written',
};

/** Tells log and author of a problem with a book's files: what happened, what is safe, what to do. */
export function createBookProblemReporter({ report, log }: { report: ReportProblem; log: Log }) {
  return ({ file, reason, isMended }: BookProblem): void => {
    log.warn('book.problem', { op: file.split('/')[0] ?? '', reason });
    // A line that a crash left unfinished was never acknowledged: nothing to bother the author with.
    if (reason === 'torn') return;
    const next =
      reason === 'checkpoint-failed'
        ? 'Everything you wrote is safe in the book’s log. Please check that the disk has room.'
        : 'The damaged file is kept in the library’s quarantine folder, and the book was put together again from its log.';
    const lost = 'Some of it could not be read. Open Snapshots to compare, or bring back a backup of the library folder.';
    report(isMended ? 'warning' : 'error', `The file ${file} ${reasons[reason]}. ${isMended ? next : lost}`);
  };
}
