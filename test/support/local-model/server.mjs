/**
 * A model server on this computer, as an author may run one: llama.cpp (through node-llama-cpp) behind the OpenAI
 * protocol. It counts its own tokens, refuses a prompt that its context cannot hold in llama.cpp’s words, and stops
 * drawing when its caller hangs up. `node server.mjs MODULE MODEL GRAMMARS` tells what happens on standard output, a line
 * of JSON each. GRAMMARS is JSON: name of a model → the grammar that its answers keep to, or null for none.
 */
import { createServer } from 'node:http';

const [, , moduleFile, modelPath, grammarTexts] = process.argv;
const { getLlama, LlamaCompletion, LlamaGrammar } = await import(moduleFile);
const say = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);

const llama = await getLlama({ build: 'never', gpu: false, logLevel: 'disabled' });
const model = await llama.loadModel({ modelPath });
const context = await model.createContext({ contextSize: model.trainContextSize, sequences: 1, threads: 1, batchSize: 512 });
const completion = new LlamaCompletion({ contextSequence: context.getSequence() });
const grammars = new Map(
  Object.entries(JSON.parse(grammarTexts)).map(([name, grammar]) => [name, grammar === null ? undefined : new LlamaGrammar(llama, { grammar })]),
);

function answerJson(response, status, body) {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

async function bodyOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString());
}

async function complete(request, response) {
  const { model: name, messages, max_tokens: maxTokens, temperature } = await bodyOf(request);
  if (!grammars.has(name)) return answerJson(response, 404, { error: { code: 404, message: `model '${name}' not found`, type: 'not_found_error' } });
  const tokens = model.tokenize(messages.map(({ role, content }) => `${role}: ${content}`).join('\n'));
  if (tokens.length >= context.contextSize) {
    const message = `the request exceeds the available context size (${context.contextSize} tokens), try increasing it`;
    return answerJson(response, 400, { error: { code: 400, message, type: 'exceed_context_size_error' } });
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const event = (data) => response.write(`data: ${JSON.stringify({ object: 'chat.completion.chunk', model: name, ...data })}\n\n`);
  const choice = (delta, reason) => event({ choices: [{ index: 0, delta, finish_reason: reason }] });
  const hungUp = new AbortController();
  response.on('close', () => hungUp.abort());
  let drawn = 0;
  const counted = (chunk) => (drawn += chunk.length);
  const grammar = grammars.get(name);
  const settings = {
    maxTokens, temperature, ...(grammar ? { grammar } : {}), signal: hungUp.signal, stopOnAbortSignal: true,
    onToken: counted, onTextChunk: (content) => choice({ content }, null),
  };
  say({ did: 'begin', tokensIn: tokens.length });
  const { metadata } = await completion.generateCompletionWithMeta(tokens, settings);
  say({ did: hungUp.signal.aborted ? 'stop' : 'end', tokensIn: tokens.length, tokensOut: drawn });
  if (hungUp.signal.aborted) return;
  choice({}, metadata.stopReason === 'maxTokens' ? 'length' : 'stop');
  event({ choices: [], usage: { prompt_tokens: tokens.length, completion_tokens: drawn, total_tokens: tokens.length + drawn } });
  response.end('data: [DONE]\n\n');
}

const server = createServer((request, response) => {
  if (request.url === '/v1/models') answerJson(response, 200, { object: 'list', data: [...grammars.keys()].map((id) => ({ id, object: 'model' })) });
  else if (request.url === '/v1/chat/completions') complete(request, response).catch((cause) => say({ did: 'fail', why: String(cause) }));
  else answerJson(response, 404, {});
});
server.listen(0, '127.0.0.1', () => say({ did: 'listen', port: server.address().port }));
