import { builtinEnvironments } from 'vitest/runtime';

/**
 * Gives a test the DOM of a page, as `@vitest-environment happy-dom` does, but leaves the network to Node: services under
 * the page reach a server as they really do. Import it before anything else.
 */
const ofNode = ['fetch', 'Headers', 'Request', 'Response', 'FormData', 'AbortController', 'AbortSignal', 'ReadableStream'] as const;
const kept = ofNode.map((name) => [name, globalThis[name]] as const);
await builtinEnvironments['happy-dom'].setup(globalThis, {});
for (const [name, value] of kept) Object.defineProperty(globalThis, name, { configurable: true, writable: true, value });
