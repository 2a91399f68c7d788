import type { Bridge } from '../src-shared/ipc/contract';

declare global {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- only an interface can add to the platform's Window
  interface Window {
    /** Exposed by the preload: the only way out of the page. */
    readonly bridge: Bridge;
  }
}
