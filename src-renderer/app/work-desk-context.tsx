import { createContext, use, useEffect, useMemo, type ReactNode } from 'react';
import { useClient } from './client-context';
import { createWorkDesk, type WorkDesk } from './work-desk';

const WorkDeskContext = createContext<WorkDesk | null>(null);

/** Keeps the works of the co-writer while the author goes from room to room. */
export function WorkDeskProvider({ children }: { children: ReactNode }) {
  const client = useClient();
  const desk = useMemo(() => createWorkDesk(client), [client]);
  useEffect(() => desk.open(), [desk]);
  return <WorkDeskContext value={desk}>{children}</WorkDeskContext>;
}

/** The works that were asked for. */
export function useWorkDesk(): WorkDesk {
  const desk = use(WorkDeskContext);
  if (!desk) throw new Error('WorkDeskProvider is missing above this component');
  return desk;
}
