import type { ModelClient, ServerAccess } from './model-client';
import { createOllamaClient } from './ollama-client';
import { createOpenAiClient } from './openai-client';

/** The client that speaks a server's language. */
export function clientFor(access: ServerAccess): ModelClient {
  return access.server.kind === 'ollama' ? createOllamaClient(access) : createOpenAiClient(access);
}
