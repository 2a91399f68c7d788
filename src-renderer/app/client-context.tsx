import { createContext, use, useEffect, useEffectEvent, type ReactNode } from 'react';
import type { EventName, Payload } from '../../src-shared/ipc/contract';
import type { Client } from './client';

const ClientContext = createContext<Client | null>(null);

/** Gives everything below the way to the main process. */
export function ClientProvider({ client, children }: { client: Client; children: ReactNode }) {
  return <ClientContext value={client}>{children}</ClientContext>;
}

/** The typed way to the main process. */
export function useClient(): Client {
  const client = use(ClientContext);
  if (!client) throw new Error('ClientProvider is missing above this component');
  return client;
}

/** Hears an event of the main process while the component is mounted. */
export function useEvent<K extends EventName>(name: K, hear: (payload: Payload<K>) => void): void {
  const client = useClient();
  const latest = useEffectEvent(hear);
  useEffect(() => client.on(name, (payload) => latest(payload)), [client, name]);
}
