import type { Message } from './model-client';

/**
 * A token is rarely less than three bytes of UTF-8: English has about 4.5 to one, Chinese and
 * Hindi about 2.5 with older tokenizers and 4 or more with newer ones.
 * A fifth is added, as our reliability notes ask, for names, numbers and tokenizers that were made for other languages.
 */
const bytesPerToken = 3;
const surplus = 1.2;

/**
 * What the roles and marks around a message cost. OpenAI counts 3 and 3 more for the answer's beginning ("How to count
 * tokens with tiktoken", OpenAI cookbook); the templates of ChatML and Llama 3 come to 5 or 6.
 */
const mostPerMessage = 8;

/**
 * Tokenizers cut a text into words, signs and groups of up to three digits before they look for tokens, and no token
 * spans two (the patterns of GPT-2 to o200k, Llama 3 and Qwen; SentencePiece cuts at the same places).
 */
const certainTokens = /[\p{L}\p{M}'’]+|\p{N}{1,3}/gu;
/** Of scripts without spaces a token seldom holds more than four signs. */
const mostBytesPerToken = 12;
/** A tenth less, because a model that is read right must never be called one that is not. */
const share = 0.9;

const bytesOf = (text: string): number => Buffer.byteLength(text, 'utf8');

/** The tokens that messages will hardly exceed: what is reserved for them. */
export function mostTokensIn(messages: readonly Message[]): number {
  return messages.reduce(
    (sum, { content }) => sum + mostPerMessage + Math.ceil((bytesOf(content) / bytesPerToken) * surplus),
    mostPerMessage,
  );
}

/** The tokens that a server must at least have counted if it read the messages whole; fewer mean that it cut them. */
export function leastTokensIn(messages: readonly Message[]): number {
  const certain = messages.reduce((sum, { content }) => {
    const words = content.match(certainTokens)?.length ?? 0;
    return sum + Math.max(words, Math.floor(bytesOf(content) / mostBytesPerToken));
  }, 0);
  return Math.floor(certain * share);
}
