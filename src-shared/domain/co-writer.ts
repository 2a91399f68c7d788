import { z } from 'zod';

/** The tasks that a model can be asked to do. Each has its own prompt, model, temperature and limits. */
export const CoWriterTask = z.enum([
  'readiness',
  'clarifying',
  'outline',
  'questions',
  'rewrite-question',
  'follow-up',
  'contradictions',
  'draft',
  'restyle',
  'enhance',
  'tidy-dictation',
  'titles',
  'cover-picture',
]);
export type CoWriterTask = z.infer<typeof CoWriterTask>;

/** How a task is done unless the author says otherwise. Tokens are the model's; a token is about four English letters. */
export type TaskLimits = {
  readonly temperature: number;
  /** The longest answer that is asked for, in tokens. */
  readonly mostTokens: number;
  /** The author waits for it: it goes before batches, and fails at once when the model cannot be reached. */
  readonly isInteractive: boolean;
};

/** The usual limits of each task. */
export const taskLimits: Readonly<Record<CoWriterTask, TaskLimits>> = {
  readiness: { temperature: 0.2, mostTokens: 600, isInteractive: true },
  clarifying: { temperature: 0.5, mostTokens: 900, isInteractive: true },
  outline: { temperature: 0.6, mostTokens: 3_000, isInteractive: true },
  questions: { temperature: 0.8, mostTokens: 4_500, isInteractive: true },
  'rewrite-question': { temperature: 0.8, mostTokens: 400, isInteractive: true },
  'follow-up': { temperature: 0.7, mostTokens: 900, isInteractive: true },
  contradictions: { temperature: 0.1, mostTokens: 1_500, isInteractive: false },
  draft: { temperature: 0.6, mostTokens: 6_000, isInteractive: true },
  restyle: { temperature: 0.4, mostTokens: 3_000, isInteractive: true },
  enhance: { temperature: 0.4, mostTokens: 3_000, isInteractive: true },
  'tidy-dictation': { temperature: 0.1, mostTokens: 3_000, isInteractive: true },
  titles: { temperature: 0.9, mostTokens: 900, isInteractive: true },
  /** Made by a model for pictures, which knows no temperature and counts no words. */
  'cover-picture': { temperature: 0, mostTokens: 0, isInteractive: true },
};

export const ServerKind = z.enum(['openai', 'ollama']);
/** How a server is spoken to: the OpenAI protocol, or Ollama's own, whose context can be asked for. */
export type ServerKind = z.infer<typeof ServerKind>;

/** Scheme, host and port, path. No name or key may stand before the host. */
const address = /^(https?:\/\/(\[[\da-f:.]+\]|[\p{L}\d.-]+)(?::\d{1,5})?)(?:\/[^\s?#]*)?$/iu;

const HttpAddress = z.string().max(500).regex(address, 'not a web address');

/** A server that models are reached through. Its key is never here: it lies in the secret store under the id. */
export const ModelServer = z.strictObject({
  id: z
    .string()
    .min(1)
    .max(64)
    .regex(/^[A-Za-z0-9_-]+$/u),
  name: z.string().trim().min(1).max(100),
  kind: ServerKind,
  baseUrl: HttpAddress,
  /** Sent with every request, for servers that ask for more than a key. */
  headers: z
    .record(
      z.string().regex(/^[A-Za-z0-9-]{1,100}$/u),
      z
        .string()
        .max(1_000)
        .regex(/^[^\r\n]*$/u),
    )
    .default({}),
});
export type ModelServer = z.infer<typeof ModelServer>;

/** Servers that an author can choose by name; each is only a beginning and can be changed. */
export const serverPresets = [
  { id: 'openai', name: 'OpenAI', kind: 'openai', baseUrl: 'https://api.openai.com/v1', headers: {} },
  { id: 'ollama', name: 'Ollama on this computer', kind: 'ollama', baseUrl: 'http://127.0.0.1:11434', headers: {} },
  {
    id: 'lm-studio',
    name: 'LM Studio on this computer',
    kind: 'openai',
    baseUrl: 'http://127.0.0.1:1234/v1',
    headers: {},
  },
  {
    id: 'llama-cpp',
    name: 'llama.cpp on this computer',
    kind: 'openai',
    baseUrl: 'http://127.0.0.1:8080/v1',
    headers: {},
  },
] as const satisfies readonly ModelServer[];

/** What a model costs, in US dollars for a million tokens. Dated: prices change. */
export const ModelPrice = z.strictObject({
  model: z.string().min(1).max(200),
  usdPerMillionIn: z.number().min(0).max(10_000),
  usdPerMillionOut: z.number().min(0).max(10_000),
  /** The day the price was looked up, as `2026-11-25`. */
  checkedOn: z.iso.date(),
});
export type ModelPrice = z.infer<typeof ModelPrice>;

/** What one picture of a model costs in US dollars, beside the tokens of what is asked for. Dated: prices change. */
export const ImagePrice = z.strictObject({
  model: z.string().min(1).max(200),
  usdPerImage: z.number().min(0).max(1_000),
  usdPerMillionIn: z.number().min(0).max(10_000).default(0),
  checkedOn: z.iso.date(),
});
export type ImagePrice = z.infer<typeof ImagePrice>;

const Usd = z.number().min(0).max(100_000);

/** How the author wants the co-writer. It is off until they turn it on. */
export const CoWriterSettings = z.strictObject({
  isOn: z.boolean().default(false),
  servers: z.array(ModelServer).max(20).readonly().default([]),
  /** Which of the servers is asked; empty for none. */
  serverId: z.string().max(64).default(''),
  model: z.string().max(200).default(''),
  /** The model for pictures, at the same server; empty for none. */
  imageModel: z.string().max(200).default(''),
  /** What the author set for single tasks; the rest is usual. */
  tasks: z
    .partialRecord(
      CoWriterTask,
      z.strictObject({
        model: z.string().max(200).optional(),
        temperature: z.number().min(0).max(2).optional(),
        mostTokens: z.int().min(100).max(100_000).optional(),
      }),
    )
    .default({}),
  /** Origins of servers beyond this computer that the author allowed to be sent their words. */
  consents: z.array(z.string().max(500)).max(100).readonly().default([]),
  /** Money that may be spent, in US dollars. */
  caps: z.strictObject({ book: Usd, day: Usd, month: Usd }).default({ book: 10, day: 1, month: 10 }),
  /** The author's prices; they win over those that ship. */
  prices: z.array(ModelPrice).max(500).readonly().default([]),
  imagePrices: z.array(ImagePrice).max(500).readonly().default([]),
  /** The most that a server is asked in one minute. */
  requestsPerMinute: z.int().min(1).max(10_000).default(40),
  tokensPerMinute: z.int().min(1_000).max(100_000_000).default(160_000),
});
export type CoWriterSettings = z.infer<typeof CoWriterSettings>;

/** The server that the settings name, or `undefined`. */
export const chosenServer = ({ servers, serverId }: CoWriterSettings): ModelServer | undefined =>
  servers.find(({ id }) => id === serverId);

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/u;

/** Scheme, host and port of a server: what the author's consent is given to. */
export const originOf = ({ baseUrl }: Pick<ModelServer, 'baseUrl'>): string =>
  address.exec(baseUrl)?.[1]?.toLowerCase() ?? '';

/** Whether a server is on this computer, so that nothing that is sent there leaves it. */
export const isLocal = ({ baseUrl }: Pick<ModelServer, 'baseUrl'>): boolean =>
  loopback.test(address.exec(baseUrl)?.[2] ?? '');
