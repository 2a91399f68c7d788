import type { CoWriterStatus } from '../../src-shared/ipc/co-writer-calls';
import { useCall } from './use-call';

/** How the co-writer stands; `null` until it is known. */
export function useCoWriter(): CoWriterStatus | null {
  return useCall('coWriter.status', null, { 'settings.changed': true }).value;
}
