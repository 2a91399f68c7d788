import { cleanup, configure, render } from '@testing-library/react';
import { onTestFinished } from 'vitest';
import { App } from '../../src-renderer/app/app';
import { createClient } from '../../src-renderer/app/client';
import type { Hear } from '../../src-shared/ipc/contract';
import { startApp } from './start-app';

// Real services on a real disk: a busy machine takes its time.
configure({ asyncUtilTimeout: 10_000 });

const windowSize = { clientWidth: 1_280, clientHeight: 800 };

/** A test DOM lays nothing out; virtual lists need to know how much of them is in sight. */
function giveElementsASize(): void {
  for (const [name, pixels] of Object.entries(windowSize)) {
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => pixels });
  }
}

/** A test DOM has no idle moments: what the page would load in them is loaded when it is shown. */
function neverBeIdle(): void {
  Object.assign(window, { requestIdleCallback: () => 0 });
}

/** A test DOM knows no faces: nothing waits for them. */
function knowNoFaces(): void {
  Object.assign(document, { fonts: { load: async () => [] } });
}

/** Starts the whole application on a folder of its own and opens its page; both are gone when the test ends. */
export async function openPage(prepare?: (app: Awaited<ReturnType<typeof startApp>>) => Promise<void>) {
  const listeners = new Set<Hear>();
  const asked: string[] = [];
  const publish: Hear = (name, payload) => listeners.forEach((hear) => hear(name, structuredClone(payload)));
  const started = await startApp({ world: { publish } });
  await prepare?.(started);
  localStorage.clear();
  giveElementsASize();
  neverBeIdle();
  knowNoFaces();
  const client = createClient({
    call: async (name, input) => {
      asked.push(name);
      return structuredClone(await started.app.dispatch(name, structuredClone(input)));
    },
    on: (hear) => {
      listeners.add(hear);
      return () => void listeners.delete(hear);
    },
  });
  render(<App client={client} />);
  onTestFinished(async () => {
    cleanup();
    await started.stop();
  });
  return { ...started, asked, publish };
}
