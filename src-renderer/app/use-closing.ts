import { useClient, useEvent } from './client-context';
import { useCommand } from './commands';

/** Saves everything and then lets the window close, whether the system or the author asked. */
export function useClosing(leave: () => Promise<void>): void {
  const client = useClient();
  const close = async () => {
    await leave();
    await client.call('app.quit', null);
  };
  useEvent('app.closing', () => void close());
  useCommand('app.quit', () => void close(), { inDialog: true });
}
