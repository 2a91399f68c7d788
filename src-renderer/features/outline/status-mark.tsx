import { BookCheck, CircleCheck, CircleDashed, CircleDot } from 'lucide-react';
import type { ChapterStatus } from '../../../src-shared/domain/outline';

const marks = { draft: CircleDashed, 'in-progress': CircleDot, completed: CircleCheck, published: BookCheck } as const;

/** A shape for each status, so that none is told by colour alone. */
export function StatusMark({ status }: { status: ChapterStatus }) {
  const Mark = marks[status];
  return <Mark size={16} aria-hidden className="outline-mark" data-status={status} />;
}
