import type { OpenAI } from 'openai';
import { z } from 'zod';
import { AppFailure, fail } from '../failure';
import type { PictureCall, ServerAccess } from './model-client';
import { hostOf } from './server-failure';

type Body = OpenAI.Images.ImageGenerateParamsNonStreaming;

/** The bytes come in the answer; an address is never followed, since nobody agreed to it. */
const Answer = z.object({ data: z.array(z.object({ b64_json: z.string().nullish() })).min(1) });

/** The largest answer that is read: a picture of 20 MB in letters, and a little. */
export const mostPictureAnswerBytes = 28 * 1024 * 1024;

/** Without it older models, and the servers that copied them, answer with an address. */
const asBytes = { response_format: 'b64_json' } as const;

/** What is asked of a server for one upright picture. */
export function pictureBody(isOpenAi: boolean, { model, prompt }: PictureCall): Body {
  const one = { model, prompt, n: 1 };
  if (model === 'dall-e-3') return { ...one, ...asBytes, size: '1024x1792', quality: 'standard' };
  // OpenAI’s newer models always answer with bytes, and refuse to be told so; their price goes by size and quality.
  return isOpenAi ? { ...one, size: '1024x1536', quality: 'medium' } : { ...one, ...asBytes, size: '1024x1536' };
}

/** The bytes in an answer. Fails with `ai-answer`. */
export function pictureIn(answer: unknown): Uint8Array {
  const letters = Answer.safeParse(answer).data?.data[0]?.b64_json;
  if (!letters) return fail({ code: 'ai-answer', problem: 'empty' });
  return new Uint8Array(Buffer.from(letters, 'base64'));
}

/** A failure of asking for a picture: a page that is not there means that the server makes none. */
export function asPictureFailure(failure: AppFailure, { server }: ServerAccess): AppFailure {
  const { error } = failure;
  const isMissing = error.code === 'ai-server-failed' && [404, 405, 501].includes(error.status);
  return isMissing ? new AppFailure({ code: 'ai-no-images', host: hostOf(server) }) : failure;
}

/** A way to a server that reads no answer beyond a size; `ai-answer` (too long) comes up in its place. */
export function limitAnswers(fetch: typeof globalThis.fetch, mostBytes: number): typeof globalThis.fetch {
  return async (address, options) => {
    const response = await fetch(address, options);
    if (!response.body) return response;
    let bytes = 0;
    const counted = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, out) {
        bytes += chunk.byteLength;
        if (bytes > mostBytes) out.error(new AppFailure({ code: 'ai-answer', problem: 'too-long' }));
        else out.enqueue(chunk);
      },
    });
    const { status, statusText, headers } = response;
    return new Response(response.body.pipeThrough(counted), { status, statusText, headers });
  };
}
