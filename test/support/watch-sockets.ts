import { Socket } from 'node:net';
import { vi } from 'vitest';

type Wish = { readonly host?: string; readonly port?: unknown; readonly path?: string };

/** Sees every connection that this process begins from now on, whoever begins it; gives them as `host:port`. Vitest ends it with the test. */
export function watchSockets(): () => readonly string[] {
  const spy = vi.spyOn(Socket.prototype, 'connect');
  return () =>
    spy.mock.calls.map((wanted: readonly unknown[]) => {
      // Node hands its own calls on as one list of what was wanted.
      const [first] = (Array.isArray(wanted[0]) ? wanted[0] : wanted) as readonly unknown[];
      const { host = 'localhost', port, path }: Wish = typeof first === 'object' && first !== null ? first : { port: first };
      return path ?? `${host}:${String(port)}`;
    });
}
