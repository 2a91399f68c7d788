import { fail } from '../failure';

/**
 * The application's one way to the network. It is shut while the co-writer is off: then no request is begun, whoever
 * asks, and a server that points elsewhere is not followed.
 */
export function createNetwork(deps: { readonly isOpen: () => boolean }): typeof globalThis.fetch {
  return async (input, init) => {
    if (!deps.isOpen()) fail({ code: 'ai-off' });
    // eslint-disable-next-line no-restricted-globals -- this is the gate that everything else goes through
    return fetch(input, { ...init, redirect: 'error' });
  };
}
