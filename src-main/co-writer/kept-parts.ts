import { createHash } from 'node:crypto';
import type { WorkItem } from '../../src-shared/ipc/co-writer-calls';
import type { RequestPreview } from '../ai/gate';
import type { FilledPrompt } from '../ai/prompt';
import type { Ask, AskRequest } from './work';

/** The oldest leave first: who never asks again needs none of them. */
const mostKept = 200;

/**
 * Keeps what was answered to the parts of a work while the work is not whole, so that another attempt asks, and pays, only
 * for what is missing. They are in memory, and stand for nothing but the very same bytes sent to the same server.
 */
export function createKeptParts({ preview }: { readonly preview: (prompt: FilledPrompt) => Promise<RequestPreview> }) {
  const kept = new Map<string, readonly unknown[]>();

  async function keyOf(prompt: FilledPrompt): Promise<string> {
    const { server, body } = await preview(prompt);
    return createHash('sha256').update(`${server.baseUrl}\n${body}`).digest('hex');
  }

  function keep(key: string, items: readonly unknown[]): void {
    kept.set(key, items);
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  }

  return {
    /**
     * A way to ask for one attempt at a work, and how to forget its parts: it is whole, or the author wants another. `tell`
     * hears what is known already, as it heard it the first time.
     */
    attempt(ask: Ask, tell: (item: WorkItem) => void): { readonly ask: Ask; readonly forget: () => void } {
      const keys = new Set<string>();
      return {
        async ask<T>(request: AskRequest<T>): Promise<readonly T[]> {
          const key = await keyOf(request.prompt);
          keys.add(key);
          // The same bytes are asked for by the same work, so the items are of the same schema.
          const known = kept.get(key) as readonly T[] | undefined;
          if (known) {
            known.flatMap((item) => request.show(item) ?? []).forEach(tell);
            return known;
          }
          const items = await ask(request);
          keep(key, items);
          return items;
        },
        forget: () => keys.forEach((key) => kept.delete(key)),
      };
    },
  };
}
